package dev.arcrun.engine.document;

import dev.arcrun.engine.document.Problem.QuickFix;
import dev.arcrun.engine.document.yaml.DataReader;
import dev.arcrun.engine.document.yaml.YamlNode;
import dev.arcrun.engine.recipe.Spelling;
import dev.arcrun.engine.value.EcmaNumber;
import dev.arcrun.engine.value.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Typed reading of a mapping's members; what doesn't fit is a problem and reads as missing. */
final class Fields {
    private final YamlNode.Mapping mapping;
    private final String where;
    private final Findings findings;

    /**
     * @param where the mapping in messages: {@code run of fetch}; empty for the recipe itself
     */
    Fields(YamlNode.Mapping mapping, String where, Findings findings) {
        this.mapping = mapping;
        this.where = where;
        this.findings = findings;
    }

    /** The value of a key as it counts: aliases followed, null where nothing or null is written. */
    @Nullable YamlNode node(String key) {
        YamlNode value = mapping.get(key);
        YamlNode found = value == null ? null : YamlNode.resolve(value);
        return found == null || isNull(found) ? null : found;
    }

    private static boolean isNull(YamlNode node) {
        return node instanceof YamlNode.Scalar && data(node) instanceof Json.Null;
    }

    static Json data(YamlNode node) {
        return new DataReader().read(node);
    }

    @Nullable String text(String key) {
        YamlNode node = node(key);
        if (node == null) {
            return null;
        }
        if (node instanceof YamlNode.Scalar && data(node) instanceof Json.Str(String text)) {
            return text;
        }
        wrongType(key, node, "type.text");
        return null;
    }

    boolean truth(String key, boolean otherwise) {
        YamlNode node = node(key);
        if (node == null) {
            return otherwise;
        }
        if (node instanceof YamlNode.Scalar && data(node) instanceof Json.Bool(boolean truth)) {
            return truth;
        }
        wrongType(key, node, "type.truth");
        return otherwise;
    }

    /** A whole number within limits; one beyond them is a problem and reads as the limit. */
    long whole(String key, long least, long most, long otherwise) {
        double number = number(key, (double) least, (double) most, (double) otherwise);
        YamlNode node = node(key);
        if (node != null && number != Math.rint(number)) {
            wrongType(key, node, "type.whole");
            return otherwise;
        }
        return (long) number;
    }

    double number(String key, double least, double most, double otherwise) {
        YamlNode node = node(key);
        if (node == null) {
            return otherwise;
        }
        if (!(node instanceof YamlNode.Scalar)
                || !(data(node) instanceof Json.Num(double number))) {
            wrongType(key, node, "type.number");
            return otherwise;
        }
        if (number < least || number > most) {
            findings.add(
                    ProblemCode.OUT_OF_RANGE,
                    node,
                    label(key),
                    EcmaNumber.toString(number),
                    EcmaNumber.toString(least),
                    EcmaNumber.toString(most));
            return Math.clamp(number, least, most);
        }
        return number;
    }

    YamlNode.@Nullable Mapping mapping(String key) {
        YamlNode node = node(key);
        if (node == null || node instanceof YamlNode.Mapping) {
            return (YamlNode.Mapping) node;
        }
        wrongType(key, node, "type.mapping");
        return null;
    }

    YamlNode.@Nullable Sequence list(String key) {
        YamlNode node = node(key);
        if (node == null || node instanceof YamlNode.Sequence) {
            return (YamlNode.Sequence) node;
        }
        wrongType(key, node, "type.list");
        return null;
    }

    /** A list of texts, or one text. */
    List<String> texts(String key) {
        YamlNode node = node(key);
        if (node == null) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        List<Json> items =
                data(node) instanceof Json.Arr(List<Json> all) ? all : List.of(data(node));
        for (Json item : items) {
            if (item instanceof Json.Str(String text)) {
                texts.add(text);
            } else {
                wrongType(key, node, "type.texts");
                return List.of();
            }
        }
        return texts;
    }

    /** A problem for every key that nobody reads. */
    void checkKeys(Set<String> known) {
        for (YamlNode.Entry entry : mapping.entries()) {
            String name = entry.name();
            if (name != null && !known.contains(name) && !"<<".equals(name)) {
                unknownKey(entry.key(), name, known);
            }
        }
    }

    private void unknownKey(YamlNode key, String name, Set<String> known) {
        String meant = Spelling.nearest(name, known.stream().sorted().toList());
        boolean taken = meant != null && mapping.entry(meant) != null;
        List<QuickFix> fixes = List.of();
        String hint =
                findings.messages()
                        .text("hint.known", String.join(", ", known.stream().sorted().toList()));
        if (meant != null && !taken && key instanceof YamlNode.Scalar) {
            hint = findings.messages().text("hint.meant", meant);
            Edit edit = new Edit.ReplaceText(key.content(), key.end(), meant);
            fixes = List.of(findings.fix("fix.rename_key", List.of(edit), name, meant));
        }
        findings.add(ProblemCode.UNKNOWN_KEY, findings.place(key), fixes, label(name), hint);
    }

    void wrongType(String key, YamlNode node, String expected) {
        findings.add(
                ProblemCode.WRONG_TYPE,
                node,
                label(key),
                findings.messages().text(expected),
                findings.messages().text(kind(data(node))));
    }

    /** What a value is: the key of its name in messages. */
    static String kind(Json value) {
        return switch (value) {
            case Json.Null _ -> "type.nothing";
            case Json.Bool _ -> "type.truth";
            case Json.Num _ -> "type.number";
            case Json.Str _ -> "type.text";
            case Json.Arr _ -> "type.list";
            case Json.Obj _ -> "type.mapping";
        };
    }

    /** The key in messages. */
    String label(String key) {
        return where.isEmpty() ? key : where + "." + key;
    }
}
