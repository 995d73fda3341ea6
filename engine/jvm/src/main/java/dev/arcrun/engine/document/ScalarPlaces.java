package dev.arcrun.engine.document;

import dev.arcrun.engine.document.Problem.Place;
import dev.arcrun.engine.document.yaml.YamlNode;
import dev.arcrun.engine.document.yaml.YamlNode.Style;

/** Where a piece of a scalar's content stands in the text. */
final class ScalarPlaces {
    private final Findings places;

    ScalarPlaces(Findings places) {
        this.places = places;
    }

    /** The place of the content's characters from {@code from} to {@code to}, else of the whole. */
    Place of(YamlNode.Scalar scalar, int from, int to) {
        String text = places.source().text();
        if (from < 0 || to < from || to > scalar.text().length()) {
            return places.place(scalar);
        }
        if (scalar.style() == Style.LITERAL) {
            return inLiteral(scalar, from, to);
        }
        int quote = scalar.style() == Style.PLAIN ? 0 : 1;
        int start = scalar.content() + quote;
        boolean asWritten =
                scalar.style() != Style.FOLDED
                        && scalar.end() - quote == start + scalar.text().length()
                        && text.startsWith(scalar.text(), start);
        return asWritten ? places.place(start + from, start + to) : places.place(scalar);
    }

    /** Line by line: each line of the content is the end of a line of the text. */
    private Place inLiteral(YamlNode.Scalar scalar, int from, int to) {
        int start = literalOffset(scalar, from);
        int end = literalOffset(scalar, to);
        return start < 0 || end < start ? places.place(scalar) : places.place(start, end);
    }

    private int literalOffset(YamlNode.Scalar scalar, int position) {
        String content = scalar.text();
        int contentLine = 0;
        int lineStart = 0;
        for (int i = 0; i < position; i++) {
            if (content.charAt(i) == '\n') {
                contentLine++;
                lineStart = i + 1;
            }
        }
        int newline = content.indexOf('\n', lineStart);
        int length = (newline < 0 ? content.length() : newline) - lineStart;
        var source = places.source();
        int at = source.offsetOfLine(source.line(scalar.content()) + 1 + contentLine);
        int end = source.lineEnd(at);
        boolean same =
                end - length >= at
                        && source.text()
                                .startsWith(
                                        content.substring(lineStart, lineStart + length),
                                        end - length);
        return same ? end - length + position - lineStart : -1;
    }
}
