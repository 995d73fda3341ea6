package dev.arcrun.engine.document.yaml;

import dev.arcrun.engine.document.yaml.YamlNode.Style;
import dev.arcrun.engine.value.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts another value where one stands, in its style where that can hold it. */
final class ReplaceValue {
    private final SourceText source;
    private final Elements elements;
    private final NodeSpans spans;
    private final ValueWriter writer;

    ReplaceValue(SourceText source, ValueWriter writer) {
        this.source = source;
        this.elements = new Elements(source);
        this.spans = new NodeSpans(source);
        this.writer = writer;
    }

    List<Splice> replace(Located at, Json value) {
        YamlNode owner = at.owner();
        if (owner == null) {
            return List.of(
                    new Splice(
                            at.node().content(), at.node().end(), writer.flow(value, false, null)));
        }
        int head = elements.head(owner, at.index());
        return at.flow() ? inFlow(at, head, value) : inBlock(at, owner, head, value);
    }

    private List<Splice> inFlow(Located at, int head, Json value) {
        YamlNode node = at.node();
        Style before = node instanceof YamlNode.Scalar scalar ? scalar.style() : null;
        boolean nothing = node instanceof YamlNode.Scalar scalar && scalar.empty();
        String text = writer.flow(value, isJson(at), nothing ? null : before);
        if (nothing && node.properties().end() == node.start()) {
            return List.of(new Splice(node.content(), node.end(), (head < 0 ? ": " : " ") + text));
        }
        return List.of(new Splice(from(node), node.end(), withAnchor(node, text)));
    }

    /** Whether texts and keys have to be quoted as in JSON. */
    static boolean isJson(Located at) {
        for (YamlNode node : at.enclosing().reversed()) {
            if (node instanceof YamlNode.Mapping mapping
                    && mapping.flow()
                    && !mapping.entries().isEmpty()) {
                return mapping.entries().getFirst().key() instanceof YamlNode.Scalar key
                        && key.style() == Style.DOUBLE;
            }
        }
        return false;
    }

    private List<Splice> inBlock(Located at, YamlNode owner, int head, Json value) {
        YamlNode node = at.node();
        Rendered rendered = render(at, owner, head, value);
        Extent old = extent(node, head);
        String inline = withAnchor(node, rendered.inline());
        List<Splice> splices = new ArrayList<>();
        if (inline.isEmpty()) {
            int from = node.properties().anchor() == null ? head : old.inlineStart;
            splices.add(new Splice(from, old.inlineEnd, ""));
        } else {
            boolean gap = old.inlineStart == old.inlineEnd || old.inlineStart == head;
            splices.add(new Splice(old.inlineStart, old.inlineEnd, (gap ? " " : "") + inline));
        }
        String body = rendered.body();
        if (!body.isEmpty() && old.bodyEnd == source.length() && endsWithLineBreak(value)) {
            body += writer.layout().newline();
        }
        splices.add(new Splice(old.bodyStart, old.bodyEnd, body));
        return splices;
    }

    /** A tag goes with the old value; an anchor stays. */
    private static int from(YamlNode node) {
        return node.properties().tag() == null ? node.content() : node.start();
    }

    private static String withAnchor(YamlNode node, String text) {
        String anchor = node.properties().anchor();
        if (node.properties().tag() == null || anchor == null) {
            return text;
        }
        return "&" + anchor + (text.isEmpty() ? "" : " " + text);
    }

    static boolean endsWithLineBreak(Json value) {
        return switch (value) {
            case Json.Str(String text) -> text.endsWith("\n");
            case Json.Arr(List<Json> items) ->
                    !items.isEmpty() && endsWithLineBreak(items.getLast());
            case Json.Obj(Map<String, Json> members) ->
                    !members.isEmpty()
                            && endsWithLineBreak(List.copyOf(members.values()).getLast());
            case Json.Null _, Json.Bool _, Json.Num _ -> false;
        };
    }

    private record Extent(int inlineStart, int inlineEnd, int bodyStart, int bodyEnd) {}

    private Extent extent(YamlNode node, int head) {
        int inlineHead = node.properties().tag() != null ? node.start() : node.properties().end();
        return switch (node) {
            case YamlNode.Scalar scalar when scalar.empty() -> {
                boolean bare =
                        scalar.properties().anchor() == null && scalar.properties().tag() == null;
                int at = bare ? head : scalar.properties().end();
                int from = bare || scalar.properties().tag() == null ? at : scalar.start();
                yield new Extent(from, at, source.lineEnd(at), source.lineEnd(at));
            }
            case YamlNode.Scalar scalar when scalar.style().block() -> {
                int header = scalar.content() + spans.blockHeader(scalar.content()).length();
                yield new Extent(from(node), header, source.lineEnd(header), node.end());
            }
            case YamlNode.Mapping _, YamlNode.Sequence _
                    when !Located.isFlow(node)
                            && source.line(node.content()) > source.line(head) -> {
                boolean bare =
                        node.properties().anchor() == null && node.properties().tag() == null;
                int start = bare ? head : inlineHead;
                int end = bare ? head : node.properties().end();
                yield new Extent(start, end, source.lineEnd(end), node.end());
            }
            case YamlNode.Scalar _, YamlNode.Alias _, YamlNode.Mapping _, YamlNode.Sequence _ ->
                    new Extent(
                            from(node),
                            node.end(),
                            source.lineEnd(node.end()),
                            source.lineEnd(node.end()));
        };
    }

    private Rendered render(Located at, YamlNode owner, int head, Json value) {
        YamlNode node = at.node();
        int ownerIndent = elements.indent(owner);
        if (value instanceof Json.Str(String text)
                && node instanceof YamlNode.Scalar scalar
                && !scalar.empty()) {
            return text(scalar, text, ownerIndent);
        }
        boolean collection = value instanceof Json.Obj || value instanceof Json.Arr;
        if (collection && Located.isFlow(node) && Located.size(node) > 0) {
            return Rendered.inline(writer.flow(value, isJson(at), null));
        }
        int column = -1;
        if (owner instanceof YamlNode.Sequence) {
            boolean sameLine =
                    source.line(node.content()) == source.line(head) && node.content() > head;
            column = sameLine ? source.indent(node.content()) : ownerIndent + 2;
        }
        return writer.block(value, ownerIndent, column);
    }

    private Rendered text(YamlNode.Scalar scalar, String text, int ownerIndent) {
        if (!scalar.style().block()) {
            return writer.textInPlaceOf(scalar.style(), text, ownerIndent);
        }
        Rendered block = writer.blocks() ? blockScalar(scalar, ownerIndent).write(text) : null;
        return block != null
                ? block
                : writer.textInPlaceOf(writer.layout().quotes(), text, ownerIndent);
    }

    private BlockScalarWriter blockScalar(YamlNode.Scalar scalar, int ownerIndent) {
        String header = spans.blockHeader(scalar.content());
        boolean explicit = header.chars().anyMatch(Character::isDigit);
        int indent = ownerIndent + writer.layout().step();
        int width = 0;
        int lines = 0;
        int firstText = firstTextIndent(scalar);
        for (int at = source.nextLine(scalar.content());
                at < scalar.end();
                at = source.nextLine(at)) {
            int end = source.lineEnd(at);
            int text = at;
            while (text < end && source.charAt(text) == ' ') {
                text++;
            }
            if (text < end) {
                lines++;
                width = Math.max(width, end - text);
                if (lines == 1) {
                    indent = text - at - firstText;
                }
            }
        }
        return new BlockScalarWriter(
                scalar.style(),
                Math.max(indent, ownerIndent + 1),
                ownerIndent,
                explicit,
                header.indexOf('+') >= 0,
                lines > 1 ? Math.max(width, 60) : 0,
                writer.layout().newline());
    }

    /** How many spaces of the first line with text belong to the text. */
    private static int firstTextIndent(YamlNode.Scalar scalar) {
        String text = scalar.text();
        int at = 0;
        int spaces = 0;
        while (at < text.length() && (text.charAt(at) == '\n' || text.charAt(at) == ' ')) {
            spaces = text.charAt(at) == ' ' ? spaces + 1 : 0;
            at++;
        }
        return spaces;
    }
}
