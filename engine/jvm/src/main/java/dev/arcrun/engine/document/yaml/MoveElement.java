package dev.arcrun.engine.document.yaml;

import java.util.ArrayList;
import java.util.List;

/** Moves an item within its list, as it is written. */
final class MoveElement {
    private final SourceText source;
    private final Elements elements;
    private final String newline;

    MoveElement(SourceText source, Layout layout) {
        this.source = source;
        this.elements = new Elements(source);
        this.newline = layout.newline();
    }

    List<Splice> move(YamlNode.Sequence sequence, int from, int to) {
        return sequence.flow() ? inFlow(sequence, from, to) : inBlock(sequence, from, to);
    }

    /** Items change places; commas and comments stay. */
    private List<Splice> inFlow(YamlNode.Sequence sequence, int from, int to) {
        List<String> texts = new ArrayList<>();
        for (YamlNode item : sequence.items()) {
            texts.add(source.text().substring(item.start(), item.end()));
        }
        texts.add(to, texts.remove(from));
        List<Splice> splices = new ArrayList<>();
        for (int i = Math.min(from, to); i <= Math.max(from, to); i++) {
            YamlNode item = sequence.items().get(i);
            splices.add(new Splice(item.start(), item.end(), texts.get(i)));
        }
        return splices;
    }

    private List<Splice> inBlock(YamlNode.Sequence sequence, int from, int to) {
        int start = elements.start(sequence, from);
        int end = elements.end(sequence, from);
        String indent = " ".repeat(elements.indent(sequence));
        String raw = source.text().substring(start, source.lineEnd(end));
        Splice removed = new RemoveElement(source).wholeLines(start, end);
        if (to < from) {
            int at = elements.start(sequence, to);
            return List.of(new Splice(at, at, raw + newline + indent), removed);
        }
        int at = source.lineEnd(elements.end(sequence, to));
        return List.of(removed, new Splice(at, at, newline + indent + raw));
    }
}
