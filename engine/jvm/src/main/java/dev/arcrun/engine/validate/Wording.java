package dev.arcrun.engine.validate;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * Sentences in one language; English where there are none in it. {@code {0}} in a sentence is its
 * first detail; all other braces stand for themselves.
 */
final class Wording {
    private static final String BUNDLE = "dev.arcrun.engine.validate.messages";

    private final Locale locale;
    private final ResourceBundle sentences;

    Wording(Locale locale) {
        this.locale = locale;
        this.sentences =
                ResourceBundle.getBundle(
                        BUNDLE,
                        locale,
                        Wording.class.getClassLoader(),
                        Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    /** Of texts by language tag the one in this language, else the English one, else empty. */
    String of(Map<String, String> texts) {
        String text = texts.get(locale.toLanguageTag());
        return text == null ? texts.getOrDefault("en", "") : text;
    }

    String of(Message message) {
        return filled(sentences.getString(message.key()), message.details());
    }

    private static String filled(String sentence, List<String> details) {
        var text = new StringBuilder();
        int at = 0;
        while (at < sentence.length()) {
            int detail = sentence.startsWith("}", at + 2) ? detailAt(sentence, at) : -1;
            if (detail >= 0 && detail < details.size()) {
                text.append(details.get(detail));
                at += 3;
            } else {
                text.append(sentence.charAt(at));
                at++;
            }
        }
        return text.toString();
    }

    private static int detailAt(String sentence, int at) {
        return sentence.charAt(at) == '{' ? Character.digit(sentence.charAt(at + 1), 10) : -1;
    }
}
