package dev.arcrun.engine.document;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The words of problems, fixes and refused edits, from the bundle {@code document}. {@code {0}} in
 * a text is the first argument; braces around anything else stand for themselves.
 */
record Messages(ResourceBundle bundle) {
    private static final String BUNDLE = "dev.arcrun.engine.document.document";

    static Messages in(Locale locale) {
        return new Messages(
                ResourceBundle.getBundle(
                        BUNDLE,
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    String text(String key, Object... arguments) {
        return text(key, List.of(arguments));
    }

    String text(String key, List<Object> arguments) {
        String pattern = bundle.getString(key);
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            boolean place =
                    c == '{'
                            && at + 2 < pattern.length()
                            && pattern.charAt(at + 2) == '}'
                            && Character.isDigit(pattern.charAt(at + 1));
            int index = place ? pattern.charAt(at + 1) - '0' : -1;
            if (place && index < arguments.size()) {
                text.append(arguments.get(index));
                at += 3;
            } else {
                text.append(c);
                at++;
            }
        }
        return text.toString();
    }
}
