package dev.arcrun.engine.document.yaml;

import java.util.Arrays;

/**
 * A text and its lines. Offsets are UTF-16 indices; a line ends with LF, CR LF or CR, as in YAML
 * 1.2.
 */
public final class SourceText {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String text;
    private final int[] lineStarts;

    public SourceText(String text) {
        this.text = text;
        this.lineStarts = lineStarts(text);
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[64];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\n' && c != '\r') {
                continue;
            }
            if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                i++;
            }
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            starts[count++] = i + 1;
        }
        return Arrays.copyOf(starts, count);
    }

    public String text() {
        return text;
    }

    public int length() {
        return text.length();
    }

    char charAt(int offset) {
        return text.charAt(offset);
    }

    /** The line of an offset, from 1. */
    public int line(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The column of an offset in UTF-16 units, from 1; a byte order mark has no column. */
    public int column(int offset) {
        int line = line(offset);
        int column = offset - lineStarts[line - 1] + 1;
        return line == 1 ? Math.max(1, column - bodyStart()) : column;
    }

    /** Where the text starts behind a byte order mark: 0 or 1. */
    public int bodyStart() {
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
    }

    /** The offset of the first character of the line that holds {@code offset}. */
    public int lineStart(int offset) {
        int start = lineStarts[line(offset) - 1];
        return start == 0 ? bodyStart() : start;
    }

    /**
     * The offset of the line break that ends the line of {@code offset}, or the end of the text.
     */
    public int lineEnd(int offset) {
        int i = offset;
        while (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
            i++;
        }
        return i;
    }

    /** The offset behind the line break that ends the line of {@code offset}. */
    public int nextLine(int offset) {
        int line = line(offset);
        return line < lineStarts.length ? lineStarts[line] : text.length();
    }

    /**
     * The end of the line before, without its line break; the start of the text if there is none.
     */
    int previousLineEnd(int offset) {
        int start = lineStart(offset);
        if (start <= bodyStart()) {
            return start;
        }
        boolean crLf =
                start >= 2 && text.charAt(start - 1) == '\n' && text.charAt(start - 2) == '\r';
        return start - (crLf ? 2 : 1);
    }

    /** The offset of a line (from 1), clamped to the text. */
    public int offsetOfLine(int line) {
        int index = Math.clamp(line - 1L, 0, lineStarts.length - 1);
        return index == 0 ? bodyStart() : lineStarts[index];
    }

    /** How many characters stand before {@code offset} in its line. */
    int indent(int offset) {
        return offset - lineStart(offset);
    }

    /** Whether only spaces stand before {@code offset} in its line. */
    boolean isFirstInLine(int offset) {
        for (int i = lineStart(offset); i < offset; i++) {
            if (text.charAt(i) != ' ' && text.charAt(i) != '\t') {
                return false;
            }
        }
        return true;
    }

    /** The first line break of the text; LF where there is none. */
    String newline() {
        int end = lineEnd(0);
        if (end == text.length()) {
            return "\n";
        }
        return text.startsWith("\r\n", end) ? "\r\n" : text.substring(end, end + 1);
    }
}
