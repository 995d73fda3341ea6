package dev.arcrun.engine.document.yaml;

import java.util.List;

/** Removes an element from a list or mapping; the lines of the others stay as they are. */
final class RemoveElement {
    private final SourceText source;
    private final Elements elements;

    RemoveElement(SourceText source) {
        this.source = source;
        this.elements = new Elements(source);
    }

    /** Not for the only element: a collection without any is written differently. */
    List<Splice> remove(YamlNode owner, int index) {
        if (Located.isFlow(owner)) {
            return fromFlow(owner, index);
        }
        return elements.ownsItsLines(owner, index)
                ? List.of(wholeLines(elements.start(owner, index), elements.end(owner, index)))
                : List.of(behindDash(owner, index));
    }

    /** The lines from {@code start} to {@code end}, with the comment behind the end. */
    Splice wholeLines(int start, int end) {
        int lineEnd = source.lineEnd(end);
        int from = source.lineStart(start);
        if (lineEnd == source.length() && from > source.bodyStart()) {
            return new Splice(source.previousLineEnd(start), lineEnd, "");
        }
        return new Splice(from, source.nextLine(lineEnd), "");
    }

    /** The first element of a collection that starts behind a dash: the next one moves up. */
    private Splice behindDash(YamlNode owner, int index) {
        int start = elements.start(owner, index);
        int end = elements.end(owner, index);
        int next = elements.start(owner, index + 1);
        int from = source.nextLine(end);
        boolean onlyBlanks =
                from >= next || source.text().substring(from, source.lineStart(next)).isBlank();
        return onlyBlanks
                ? new Splice(start, next, "")
                : new Splice(start, source.lineEnd(end), "");
    }

    private List<Splice> fromFlow(YamlNode owner, int index) {
        int start = elements.start(owner, index);
        int end = elements.end(owner, index);
        if (index + 1 < Located.size(owner)) {
            return List.of(new Splice(start, elements.start(owner, index + 1), ""));
        }
        int comma = elements.comma(owner, index - 1);
        int before = start;
        while (before > comma + 1 && Character.isWhitespace(source.charAt(before - 1))) {
            before--;
        }
        return before == comma + 1
                ? List.of(new Splice(comma, end, ""))
                : List.of(new Splice(comma, comma + 1, ""), new Splice(before, end, ""));
    }
}
