package dev.arcrun.engine.document.yaml;

import dev.arcrun.engine.document.yaml.YamlNode.Style;
import dev.arcrun.engine.value.EcmaNumber;
import dev.arcrun.engine.value.Json;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Values as YAML in the habits of a text.
 *
 * @param blocks whether multi-line text becomes a block scalar
 */
record ValueWriter(Layout layout, boolean blocks) {

    /** On one line, as it stands in a {@code [list]} or {@code {mapping}}. */
    String flow(Json value, boolean json, @Nullable Style before) {
        return switch (value) {
            case Json.Null() -> "null";
            case Json.Bool(boolean truth) -> Boolean.toString(truth);
            case Json.Num(double number) -> EcmaNumber.toString(number);
            case Json.Str(String text) -> flowText(text, json, before);
            case Json.Arr(List<Json> items) -> {
                StringJoiner joined = new StringJoiner(", ", "[", "]");
                items.forEach(item -> joined.add(flow(item, json, null)));
                yield joined.toString();
            }
            case Json.Obj(Map<String, Json> members) -> {
                StringJoiner joined =
                        new StringJoiner(
                                ", ",
                                members.isEmpty() ? "{" : "{ ",
                                members.isEmpty() ? "}" : " }");
                members.forEach((key, member) ->
                        joined.add(key(key, json, null, true) + ": " + flow(member, json, null)));
                yield joined.toString();
            }
        };
    }

    private String flowText(String text, boolean json, @Nullable Style before) {
        if (json) {
            return ScalarWriter.doubleQuoted(text);
        }
        Style style = before == null || before.block() ? layout.quotes() : before;
        return ScalarWriter.write(text, style, layout.quotes(), true);
    }

    /** A key. */
    String key(String key, boolean json, @Nullable Style before, boolean flow) {
        if (json) {
            return ScalarWriter.doubleQuoted(key);
        }
        Style style = before == null || before.block() ? Style.PLAIN : before;
        return "<<".equals(key)
                ? ScalarWriter.doubleQuoted(key)
                : ScalarWriter.write(key, style, layout.quotes(), flow);
    }

    /**
     * Behind a key or dash in block style.
     *
     * @param ownerIndent column of the mapping's keys or of the list's dashes
     * @param column where the inline text starts if it is a list item; -1 behind a key
     */
    Rendered block(Json value, int ownerIndent, int column) {
        return switch (value) {
            case Json.Str(String text) -> text(text, null, ownerIndent);
            case Json.Obj(Map<String, Json> members) when !members.isEmpty() ->
                    column < 0
                            ? new Rendered("", lines(members, ownerIndent + layout.step()))
                            : compact(lines(members, column), column);
            case Json.Arr(List<Json> items) when !items.isEmpty() ->
                    column < 0
                            ? new Rendered("", lines(items, ownerIndent + layout.listStep()))
                            : compact(lines(items, column), column);
            default -> Rendered.inline(flow(value, false, null));
        };
    }

    /** The first line moves up behind the dash. */
    private Rendered compact(String lines, int column) {
        return Rendered.of(lines.substring(layout.newline().length() + column));
    }

    private Rendered text(String text, @Nullable Style before, int ownerIndent) {
        if (blocks && text.indexOf('\n') >= 0) {
            Rendered block =
                    new BlockScalarWriter(
                                    Style.LITERAL,
                                    ownerIndent + layout.step(),
                                    ownerIndent,
                                    false,
                                    false,
                                    0,
                                    layout.newline())
                            .write(text);
            if (block != null) {
                return block;
            }
        }
        return Rendered.inline(ScalarWriter.write(text, before, layout.quotes(), false));
    }

    /** A text in place of a scalar that isn't a block scalar. */
    Rendered textInPlaceOf(Style before, String text, int ownerIndent) {
        return text(text, before, ownerIndent);
    }

    private String lines(Map<String, Json> members, int indent) {
        StringBuilder lines = new StringBuilder();
        members.forEach((key, value) ->
                lines.append(layout.newline())
                        .append(" ".repeat(indent))
                        .append(entry(key, value, indent)));
        return lines.toString();
    }

    private String lines(List<Json> items, int indent) {
        StringBuilder lines = new StringBuilder();
        for (Json item : items) {
            lines.append(layout.newline())
                    .append(" ".repeat(indent))
                    .append(block(item, indent, indent + 2).behind("-", " "));
        }
        return lines.toString();
    }

    /** {@code key: value} in a block mapping whose keys stand at {@code indent}. */
    String entry(String key, Json value, int indent) {
        return key(key, false, null, false) + block(value, indent, -1).behind(":", " ");
    }
}
