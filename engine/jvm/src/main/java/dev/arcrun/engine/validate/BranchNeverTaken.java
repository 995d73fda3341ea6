package dev.arcrun.engine.validate;

import dev.arcrun.engine.document.Edit;
import dev.arcrun.engine.document.Problem.QuickFix;
import dev.arcrun.engine.recipe.Edge;
import dev.arcrun.engine.recipe.Relation;
import dev.arcrun.engine.validate.Flow.Stop;
import dev.arcrun.engine.validate.Flow.Way;
import dev.arcrun.engine.value.Json;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * NO_BRANCH_VALUE and UNKNOWN_BRANCH: an edge waits for a branch that its source doesn't give.
 * RECIPE.md, section 2 (branch value).
 */
final class BranchNeverTaken implements Rule {
    private static final String BRANCH = "branch";
    private static final String RESULT = "result";

    @Override
    public void check(Checked recipe, Findings findings) {
        for (Stop stop : recipe.flow.stops) {
            for (Way way : stop.out) {
                if (way.edge().relation() instanceof Relation.OnBranch(String name)) {
                    check(recipe, way, name, findings);
                }
            }
        }
    }

    private static void check(Checked recipe, Way way, String name, Findings findings) {
        Stop source = way.from();
        Edge edge = way.edge();
        Json.Obj schema = recipe.results.dataSchema(source);
        if (schema == null) {
            return;
        }
        Map<String, Json> members = Schemas.properties(schema);
        boolean settled =
                !members.isEmpty() || Json.FALSE.equals(schema.get("additionalProperties"));
        if (settled && !members.containsKey(BRANCH) && !mayBeBoolean(members.get(RESULT))) {
            findings.warning(
                    Message.of("NO_BRANCH_VALUE", "", source.name(), name, edge.to()),
                    recipe.places.edge(edge.index()),
                    List.of());
            return;
        }
        Set<String> branches = branches(source, members.get(BRANCH));
        if (branches != null && !branches.contains(name)) {
            String listed = "`" + String.join("`, `", branches) + "`";
            findings.warning(
                    Message.of("UNKNOWN_BRANCH", "", source.name(), name, listed, edge.to()),
                    recipe.places.relation(edge.index()),
                    recipe.nearest.to(name, branches).stream()
                            .map(it -> use(edge, it, findings))
                            .toList());
        }
    }

    private static boolean mayBeBoolean(@Nullable Json result) {
        if (!(result instanceof Json.Obj schema)) {
            return result != null;
        }
        List<String> types = Schemas.types(schema);
        return types.isEmpty() || types.contains("boolean");
    }

    /** The names that can come, by the cases of a {@code switch} or by the schema; null: any. */
    private static @Nullable Set<String> branches(Stop source, @Nullable Json branch) {
        if (branch instanceof Json.Obj schema && !Schemas.strings(schema, "enum").isEmpty()) {
            return new LinkedHashSet<>(Schemas.strings(schema, "enum"));
        }
        if (!source.node.componentName().equals("switch")
                || !(source.node.parameters().get("cases") instanceof Json.Arr(var cases))) {
            return null;
        }
        Set<String> branches = new LinkedHashSet<>();
        for (Json it : cases) {
            if (!(it instanceof Json.Obj one) || !addWritten(one.get(BRANCH), branches)) {
                return null;
            }
        }
        Json otherwise = source.node.parameters().get("default_branch");
        return addWritten(otherwise == null ? Json.of("default") : otherwise, branches)
                ? branches
                : null;
    }

    private static boolean addWritten(@Nullable Json name, Set<String> names) {
        if (!(name instanceof Json.Str(String text)) || Written.hasReference(name)) {
            return false;
        }
        names.add(text);
        return true;
    }

    private static QuickFix use(Edge edge, String branch, Findings findings) {
        return new QuickFix(
                findings.label("branch", branch),
                List.of(
                        new Edit.RetargetEdge(
                                edge.index(),
                                edge.from(),
                                new Relation.OnBranch(branch),
                                edge.to())));
    }
}
