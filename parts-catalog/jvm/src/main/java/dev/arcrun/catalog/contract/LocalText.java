package dev.arcrun.catalog.contract;

import dev.arcrun.engine.value.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A text in several languages.
 *
 * @param byLanguage texts by BCP 47 tag, such as {@code en} and {@code zh-TW}
 */
public record LocalText(Map<String, String> byLanguage) {
    public static final LocalText NONE = new LocalText(Map.of());

    public LocalText {
        byLanguage = Map.copyOf(byLanguage);
    }

    /** The text in that language, else in English, else empty. */
    public String in(String language) {
        String text = byLanguage.get(language);
        return text != null ? text : byLanguage.getOrDefault("en", "");
    }

    static LocalText of(@Nullable Json value) {
        if (value instanceof Json.Str(String text)) {
            return new LocalText(Map.of("en", text));
        }
        if (!(value instanceof Json.Obj object)) {
            return NONE;
        }
        var texts = new LinkedHashMap<String, String>();
        object.members()
                .forEach((language, text) -> {
                    if (text instanceof Json.Str(String words)) {
                        texts.put(language, words);
                    }
                });
        return new LocalText(texts);
    }
}
