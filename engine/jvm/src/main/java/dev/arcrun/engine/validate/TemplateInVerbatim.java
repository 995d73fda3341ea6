package dev.arcrun.engine.validate;

import dev.arcrun.engine.document.Edit;
import dev.arcrun.engine.document.Problem.QuickFix;
import dev.arcrun.engine.part.Contract;
import dev.arcrun.engine.template.Segment.Reference;
import dev.arcrun.engine.template.Template;
import dev.arcrun.engine.value.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * TEMPLATE_IN_VERBATIM: a reference in a text that the part takes as written, such as {@code
 * code.code}. RECIPE.md, section 4.
 */
final class TemplateInVerbatim implements Rule {
    private static final String INPUT = "input";

    @Override
    public void check(Checked recipe, Findings findings) {
        for (Text text : recipe.texts) {
            Template template = text.template();
            if (text.verbatim() && template != null) {
                for (Reference it : template.references()) {
                    if (meansRecipe(recipe, it)) {
                        report(recipe, text, it, findings);
                    }
                }
            }
        }
    }

    /** Parts have braces of their own; only names of the recipe were meant for it. */
    private static boolean meansRecipe(Checked recipe, Reference reference) {
        String root = reference.path().name();
        return reference.isCredential()
                || root.equals(Meanings.INPUT)
                || Meanings.MAGIC.contains(root)
                || recipe.flow.named(root) != null;
    }

    private static void report(Checked recipe, Text text, Reference it, Findings findings) {
        findings.warning(
                Message.of(
                        "TEMPLATE_IN_VERBATIM",
                        it.isCredential() ? "credential" : "",
                        text.stop().name(),
                        "{{" + it.path() + "}}",
                        text.parameter()),
                recipe.places.within(text.stop().name(), text.path(), it.start(), it.end()),
                it.isCredential() ? List.of() : passedThroughInput(recipe, text, it, findings));
    }

    /** Only where the part has an {@code input} that is given member by member, or not yet. */
    private static List<QuickFix> passedThroughInput(
            Checked recipe, Text text, Reference it, Findings findings) {
        Contract contract = recipe.contract(text.stop());
        Json input = text.stop().node.parameters().get(INPUT);
        boolean takesInput =
                contract != null
                        && Schemas.properties(contract.inputSchema()).containsKey(INPUT)
                        && (input == null || input instanceof Json.Obj);
        InsideCode place = InsideCode.of(text.value(), it.start(), it.end());
        if (!takesInput || text.path().size() != 1 || place == null) {
            return List.of();
        }
        String name = freeName(it, input);
        String node = text.stop().name();
        String written = text.value().substring(it.start(), it.end());
        return List.of(
                new QuickFix(
                        findings.label("input", INPUT + "." + name),
                        List.of(
                                new Edit.SetParameter(node, List.of(INPUT, name), Json.of(written)),
                                new Edit.SetParameter(
                                        node,
                                        text.path(),
                                        Json.of(place.replacedBy(INPUT + "." + name))))));
    }

    /** A name for the value: the reference's last one, made different from those in use. */
    private static String freeName(Reference it, @Nullable Json input) {
        List<String> steps = it.path().steps();
        String last = steps.isEmpty() ? it.path().name() : steps.getLast();
        String base = last.matches("[A-Za-z_][A-Za-z0-9_]*") ? last : "value";
        String name = base;
        for (int i = 2; input instanceof Json.Obj used && used.get(name) != null; i++) {
            name = base + i;
        }
        return name;
    }
}
