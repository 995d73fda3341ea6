package dev.arcrun.engine.document.yaml;

import dev.arcrun.engine.document.yaml.YamlNode.Style;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Text as a block scalar. YAML 1.2.2, section 8.1.
 *
 * @param style literal or folded
 * @param indent column of the lines
 * @param ownerIndent column of the mapping or list that holds it
 * @param explicit whether the header says the indentation even where it needn't
 * @param keep whether trailing blank lines may belong to it
 * @param width where folded lines break; 0: nowhere
 */
record BlockScalarWriter(
        Style style,
        int indent,
        int ownerIndent,
        boolean explicit,
        boolean keep,
        int width,
        String newline) {

    /** The text as a block scalar, or null where it can't be one. */
    @Nullable Rendered write(String text) {
        String content = text.stripTrailing().isEmpty() ? "" : withoutTrailingNewlines(text);
        int trailing = text.length() - content.length();
        if (content.isEmpty() || (trailing > 1 && !keep)) {
            return null;
        }
        List<String> lines = List.of(content.split("\n", -1));
        if (!lines.stream().allMatch(ScalarWriter::isPrintableLine) || isBlank(lines.getLast())) {
            return null;
        }
        String header = header(lines, trailing);
        if (header == null) {
            return null;
        }
        StringBuilder body = new StringBuilder();
        for (String line : style == Style.FOLDED ? folded(lines) : lines) {
            body.append(newline).append(line.isEmpty() ? "" : " ".repeat(indent) + line);
        }
        body.append(newline.repeat(Math.max(0, trailing - 1)));
        return new Rendered(header, body.toString());
    }

    private @Nullable String header(List<String> lines, int trailing) {
        boolean needsIndentation = false;
        for (String line : lines) {
            if (!line.isEmpty()) {
                needsIndentation = line.charAt(0) == ' ' || line.charAt(0) == '\t';
                break;
            }
        }
        String digit = "";
        if (needsIndentation || explicit) {
            int relative = indent - ownerIndent;
            if (relative < 1 || relative > 9) {
                return null;
            }
            digit = Integer.toString(relative);
        }
        String chomping = trailing == 0 ? "-" : trailing > 1 ? "+" : "";
        return (style == Style.FOLDED ? ">" : "|") + digit + chomping;
    }

    private static String withoutTrailingNewlines(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '\n') {
            end--;
        }
        return text.substring(0, end);
    }

    private static boolean isBlank(String line) {
        return line.isBlank();
    }

    /** Lines that fold back into the given ones: one more line break between two of text. */
    private List<String> folded(List<String> lines) {
        List<String> folded = new ArrayList<>();
        boolean textBefore = false;
        for (String line : lines) {
            boolean text = !line.isEmpty() && line.charAt(0) != ' ' && line.charAt(0) != '\t';
            if (text && textBefore) {
                folded.add("");
            }
            if (text) {
                wrap(line, folded);
            } else {
                folded.add(line);
            }
            textBefore = text || (textBefore && line.isEmpty());
        }
        return folded;
    }

    private void wrap(String line, List<String> folded) {
        int start = 0;
        while (width > 0 && line.length() - start > width) {
            int space = breakBefore(line, start, start + width);
            if (space < 0) {
                break;
            }
            folded.add(line.substring(start, space));
            start = space + 1;
        }
        folded.add(line.substring(start));
    }

    /** The last single space up to {@code to} with text on both sides, or -1. */
    private static int breakBefore(String line, int from, int to) {
        for (int i = to; i > from; i--) {
            if (line.charAt(i) == ' '
                    && line.charAt(i - 1) > ' '
                    && i + 1 < line.length()
                    && line.charAt(i + 1) > ' ') {
                return i;
            }
        }
        return -1;
    }
}
