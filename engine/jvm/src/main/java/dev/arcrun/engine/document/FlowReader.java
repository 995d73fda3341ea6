package dev.arcrun.engine.document;

import dev.arcrun.engine.document.Problem.QuickFix;
import dev.arcrun.engine.document.yaml.YamlNode;
import dev.arcrun.engine.recipe.Edge;
import dev.arcrun.engine.recipe.Names;
import dev.arcrun.engine.recipe.Relation;
import dev.arcrun.engine.recipe.Relations;
import dev.arcrun.engine.value.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of the flow. A line that is no triplet is a problem; it keeps its place in the count.
 */
@SuppressWarnings("ReferenceEquality") // an item is its own value unless it is an alias
final class FlowReader {
    private final Findings findings;
    private final ScalarPlaces places;
    private final List<Edge> edges = new ArrayList<>();

    FlowReader(Findings findings) {
        this.findings = findings;
        this.places = new ScalarPlaces(findings);
    }

    List<Edge> read(YamlNode.Sequence flow) {
        for (int i = 0; i < flow.items().size(); i++) {
            YamlNode item = flow.items().get(i);
            YamlNode found = YamlNode.resolve(item);
            if (found instanceof YamlNode.Scalar scalar
                    && Fields.data(scalar) instanceof Json.Str(String text)) {
                line(i, item, scalar, text);
            } else {
                findings.add(ProblemCode.TRIPLET_MALFORMED, item, i + 1, written(item));
            }
        }
        return edges;
    }

    private String written(YamlNode node) {
        String text = findings.source().text().substring(node.content(), node.end()).strip();
        String line = text.lines().findFirst().orElse("");
        return line.length() > 80 ? line.substring(0, 80) + "…" : line;
    }

    private void line(int index, YamlNode item, YamlNode.Scalar scalar, String text) {
        Triplet triplet = Triplet.parse(text);
        if (triplet == null) {
            findings.add(ProblemCode.TRIPLET_MALFORMED, item, index + 1, written(item));
            return;
        }
        Relation relation = Relations.parse(triplet.relation());
        name(item, scalar, triplet.source(), triplet.sourceStart());
        if (relation instanceof Relation.Unknown(String unknown)) {
            unknown(index, item, scalar, triplet, unknown);
        }
        name(item, scalar, triplet.target(), triplet.targetStart());
        edges.add(new Edge(index, triplet.source(), relation, triplet.target()));
    }

    private void name(YamlNode item, YamlNode.Scalar scalar, String name, int start) {
        if (!Names.isNode(name)) {
            findings.add(
                    ProblemCode.NODE_NAME_INVALID,
                    place(item, scalar, start, name.length()),
                    List.of(),
                    name);
        }
    }

    private Problem.Place place(YamlNode item, YamlNode.Scalar scalar, int start, int length) {
        return item == scalar ? places.of(scalar, start, start + length) : findings.place(item);
    }

    private void unknown(
            int index, YamlNode item, YamlNode.Scalar scalar, Triplet triplet, String unknown) {
        String meant = Relations.suggest(unknown);
        List<QuickFix> fixes = new ArrayList<>();
        String hint = findings.messages().text("hint.relations");
        if (meant != null) {
            hint = findings.messages().text("hint.meant", meant);
            Edit edit =
                    new Edit.RetargetEdge(
                            index, triplet.source(), Relations.parse(meant), triplet.target());
            fixes.add(findings.fix("fix.relation", List.of(edit), unknown, meant));
        }
        findings.add(
                ProblemCode.UNKNOWN_RELATION,
                place(item, scalar, triplet.relationStart(), unknown.length()),
                fixes,
                unknown,
                hint,
                triplet.source(),
                triplet.target());
    }
}
