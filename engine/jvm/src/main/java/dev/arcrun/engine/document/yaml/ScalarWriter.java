package dev.arcrun.engine.document.yaml;

import dev.arcrun.engine.document.yaml.YamlNode.Style;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Text as a YAML scalar on one line. */
final class ScalarWriter {
    /** Words that YAML 1.1 reads as truth values: quoted where nobody wrote them plain before. */
    private static final Set<String> OLD_TRUTH_VALUES = Set.of("yes", "no", "on", "off", "y", "n");

    private static final String INDICATORS = "-?:,[]{}#&*!|>'\"%@`";

    private ScalarWriter() {}

    /**
     * Writes a text in the style it had, if that can hold it.
     *
     * @param before the style so far; null for a new text
     * @param quotes for a text that needs quotes and had none
     * @param flow whether it stands in a {@code [list]} or {@code {mapping}}
     */
    static String write(String text, @Nullable Style before, Style quotes, boolean flow) {
        if (before == Style.DOUBLE) {
            return doubleQuoted(text);
        }
        if (before == Style.SINGLE && canSingleQuote(text)) {
            return singleQuoted(text);
        }
        boolean plain = before == Style.PLAIN || (before == null && isOrdinary(text));
        if (plain && canBePlain(text, flow)) {
            return text;
        }
        return quotes == Style.SINGLE && canSingleQuote(text)
                ? singleQuoted(text)
                : doubleQuoted(text);
    }

    /** Nothing that another YAML reader might take for a number, date or truth value. */
    private static boolean isOrdinary(String text) {
        return !text.isEmpty()
                && "+-.0123456789=<~".indexOf(text.charAt(0)) < 0
                && !OLD_TRUTH_VALUES.contains(text.toLowerCase(Locale.ROOT))
                && text.indexOf("{{") < 0
                && text.indexOf(">>") < 0
                && text.length() <= 60;
    }

    static boolean canBePlain(String text, boolean flow) {
        if (text.isEmpty() || !CoreSchema.isText(text)) {
            return false;
        }
        if (text.startsWith("---") || text.startsWith("...")) {
            return false;
        }
        char first = text.charAt(0);
        if (INDICATORS.indexOf(first) >= 0 && !startsWithHarmlessIndicator(text, flow)) {
            return false;
        }
        if (text.endsWith(":") || text.endsWith(" ") || first == ' ') {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isPair(text, i)) {
                i++;
                continue;
            }
            if (!isHarmless(c)
                    || (c == ':' && text.charAt(i + 1) == ' ')
                    || (c == '#' && text.charAt(i - 1) == ' ')
                    || (flow && ",[]{}".indexOf(c) >= 0)) {
                return false;
            }
        }
        return true;
    }

    private static boolean startsWithHarmlessIndicator(String text, boolean flow) {
        return !flow
                && text.length() > 1
                && "-?:".indexOf(text.charAt(0)) >= 0
                && text.charAt(1) != ' ';
    }

    /** Letters and signs that every style can hold; surrogate pairs count as not. */
    private static boolean isHarmless(char c) {
        return (c >= ' ' && c < 0x7f)
                || (c >= 0xa0 && c < 0x2028)
                || (c > 0x2029 && !Character.isSurrogate(c) && c != '\uFEFF' && c < 0xfffe);
    }

    private static boolean canSingleQuote(String text) {
        return isPrintableLine(text) && text.indexOf('\t') < 0;
    }

    private static String singleQuoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** As in JSON, so that it may stand in a JSON document too. */
    static String doubleQuoted(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (isHarmless(c)) {
                        out.append(c);
                    } else if (isPair(text, i)) {
                        out.append(c).append(text.charAt(++i));
                    } else {
                        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    }
                }
            }
        }
        return out.append('"').toString();
    }

    static boolean isPair(String text, int i) {
        return i + 1 < text.length()
                && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
    }

    /** Whether a block scalar can hold the line: every character printable, none a line break. */
    static boolean isPrintableLine(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (isPair(line, i)) {
                i++;
            } else if (!isHarmless(line.charAt(i)) && line.charAt(i) != '\t') {
                return false;
            }
        }
        return true;
    }
}
