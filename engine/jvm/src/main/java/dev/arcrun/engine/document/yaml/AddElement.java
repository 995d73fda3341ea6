package dev.arcrun.engine.document.yaml;

import dev.arcrun.engine.document.yaml.YamlNode.Style;
import dev.arcrun.engine.value.Json;
import java.util.ArrayList;
import java.util.List;

/** Adds an element to a list or mapping that has some already. */
final class AddElement {
    private final SourceText source;
    private final Elements elements;
    private final NodeSpans spans;
    private final ValueWriter writer;

    AddElement(SourceText source, ValueWriter writer) {
        this.source = source;
        this.elements = new Elements(source);
        this.spans = new NodeSpans(source);
        this.writer = writer;
    }

    /** So that it stands at {@code index} afterwards; in flow style always at the end. */
    List<Splice> entry(Located at, YamlNode.Mapping mapping, int index, String key, Json value) {
        if (Located.isFlow(mapping)) {
            boolean json = ReplaceValue.isJson(at);
            String text = writer.key(key, json, null, true) + ": " + writer.flow(value, json, null);
            return flowAtEnd(mapping, text);
        }
        String text = writer.entry(key, value, elements.indent(mapping));
        if (index == 0) {
            return atStart(mapping, text);
        }
        boolean last = index == mapping.entries().size();
        boolean blankLine = last && writer.blocks() && isSpacedOut(mapping);
        return blockBehind(mapping, index - 1, text, value, blankLine);
    }

    private List<Splice> atStart(YamlNode owner, String text) {
        int start = elements.start(owner, 0);
        String indent = " ".repeat(elements.indent(owner));
        return List.of(new Splice(start, start, text + writer.layout().newline() + indent));
    }

    /** So that it stands at {@code index} afterwards. */
    List<Splice> item(Located at, YamlNode.Sequence sequence, int index, Json value) {
        Style style = siblingStyle(sequence, index);
        if (Located.isFlow(sequence)) {
            String text = writer.flow(value, ReplaceValue.isJson(at), style);
            return index == sequence.items().size()
                    ? flowAtEnd(sequence, text)
                    : flowBefore(sequence, index, text);
        }
        String text = blockItem(sequence, index, value, style);
        if (index > 0) {
            return blockBehind(sequence, index - 1, text, value, false);
        }
        return atStart(sequence, text);
    }

    private String blockItem(YamlNode.Sequence sequence, int index, Json value, Style style) {
        int indent = elements.indent(sequence);
        int sibling = Math.max(0, index - 1);
        int dash = elements.start(sequence, sibling);
        int content = sequence.items().get(sibling).start();
        boolean sameLine = source.line(content) == source.line(dash) && content > dash + 1;
        String gap = sameLine ? " ".repeat(content - dash - 1) : " ";
        Rendered rendered =
                value instanceof Json.Str(String text) && text.indexOf('\n') < 0
                        ? writer.textInPlaceOf(style, text, indent)
                        : writer.block(value, indent, indent + 1 + gap.length());
        return rendered.behind("-", gap);
    }

    /** How the neighbour is written, for an item like it. */
    private Style siblingStyle(YamlNode.Sequence sequence, int index) {
        YamlNode sibling = sequence.items().get(Math.max(0, index - 1));
        return sibling instanceof YamlNode.Scalar scalar && !scalar.style().block()
                ? scalar.style()
                : writer.layout().quotes();
    }

    private List<Splice> blockBehind(
            YamlNode owner, int index, String text, Json value, boolean blankLine) {
        String newline = writer.layout().newline();
        int at = source.lineEnd(elements.end(owner, index));
        List<Splice> splices = new ArrayList<>();
        if (at == source.length()) {
            closeBlockScalar(Located.child(owner, index), splices);
        }
        boolean needsEnd = at == source.length() && ReplaceValue.endsWithLineBreak(value);
        splices.add(
                new Splice(
                        at,
                        at,
                        (blankLine ? newline : "")
                                + newline
                                + " ".repeat(elements.indent(owner))
                                + text
                                + (needsEnd ? newline : "")));
        return splices;
    }

    /** Whether a blank line stands between the last two elements. */
    private boolean isSpacedOut(YamlNode owner) {
        int size = Located.size(owner);
        if (size < 2) {
            return false;
        }
        int end = elements.end(owner, size - 2);
        int start = elements.start(owner, size - 1);
        for (int at = source.nextLine(end); at < start; at = source.nextLine(at)) {
            if (source.text().substring(at, source.lineEnd(at)).isBlank()) {
                return true;
            }
        }
        return false;
    }

    /**
     * A block scalar that ends with the text has no line break at its end; with lines behind it, it
     * would get one.
     */
    private void closeBlockScalar(YamlNode last, List<Splice> splices) {
        switch (last) {
            case YamlNode.Scalar scalar when scalar.style().block() -> {
                String header = spans.blockHeader(scalar.content());
                if (header.indexOf('-') < 0 && !scalar.text().endsWith("\n")) {
                    int end = scalar.content() + header.length();
                    splices.add(new Splice(scalar.content(), end, header.replace("+", "") + "-"));
                }
            }
            case YamlNode.Mapping mapping when !mapping.flow() && !mapping.entries().isEmpty() ->
                    closeBlockScalar(mapping.entries().getLast().value(), splices);
            case YamlNode.Sequence sequence when !sequence.flow() && !sequence.items().isEmpty() ->
                    closeBlockScalar(sequence.items().getLast(), splices);
            case YamlNode.Scalar _, YamlNode.Mapping _, YamlNode.Sequence _, YamlNode.Alias _ -> {}
        }
    }

    private List<Splice> flowAtEnd(YamlNode owner, String text) {
        int last = Located.size(owner) - 1;
        int end = elements.end(owner, last);
        int comma = elements.comma(owner, last);
        int start = elements.start(owner, last);
        boolean ownLine =
                source.isFirstInLine(start) && source.line(end) < source.line(owner.end());
        int at = comma >= 0 ? comma + 1 : end;
        List<Splice> splices = new ArrayList<>();
        if (comma < 0) {
            splices.add(new Splice(end, end, ","));
        }
        if (ownLine) {
            int lineEnd = source.lineEnd(at);
            String indent = source.text().substring(source.lineStart(start), start);
            splices.add(new Splice(lineEnd, lineEnd, writer.layout().newline() + indent + text));
        } else {
            splices.add(new Splice(at, at, " " + text));
        }
        return splices;
    }

    private List<Splice> flowBefore(YamlNode owner, int index, String text) {
        int start = elements.start(owner, index);
        String separator = ", ";
        if (source.isFirstInLine(start)) {
            String indent = source.text().substring(source.lineStart(start), start);
            separator = "," + writer.layout().newline() + indent;
        }
        return List.of(new Splice(start, start, text + separator));
    }
}
