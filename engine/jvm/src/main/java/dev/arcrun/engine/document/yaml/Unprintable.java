package dev.arcrun.engine.document.yaml;

import dev.arcrun.engine.document.yaml.YamlIssue.Kind;
import java.util.List;
import java.util.Locale;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Characters that may not stand in YAML: control characters and half surrogate pairs. */
final class Unprintable {
    private static final int MOST_ISSUES = 20;
    private final List<YamlIssue> issues;

    Unprintable(List<YamlIssue> issues) {
        this.issues = issues;
    }

    /** The text with a space for each of them, and an issue for the first ones. */
    String blank(String text) {
        StringBuilder blanked = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c >= ' ' && c < 0x7f) || c == '\n' || c == '\r') {
                continue;
            }
            int codePoint = text.codePointAt(i);
            if (StreamReader.isPrintable(codePoint)) {
                i += Character.charCount(codePoint) - 1;
                continue;
            }
            if (blanked == null) {
                blanked = new StringBuilder(text);
            }
            blanked.setCharAt(i, ' ');
            if (issues.size() < MOST_ISSUES) {
                String name = String.format(Locale.ROOT, "U+%04X", codePoint);
                issues.add(new YamlIssue(Kind.CONTROL_CHARACTER, i, i + 1, name));
            }
        }
        return blanked == null ? text : blanked.toString();
    }
}
