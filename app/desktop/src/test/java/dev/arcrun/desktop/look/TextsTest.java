package dev.arcrun.desktop.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javafx.beans.property.SimpleStringProperty;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern KEY =
            Pattern.compile(
                    "\"((?:window|status|recipes|graph|yaml|undo|log|problems|inspector|run|json)"
                            + "\\.[a-z_.]+[a-z_])\"");
    private static final Set<String> SETTINGS_AND_IDS =
            Set.of(
                    "run.input ",
                    "window.x",
                    "window.y",
                    "window.width",
                    "window.height",
                    "window.maximized");

    @Test
    void both_languages_have_the_same_keys_with_the_same_arguments() {
        ResourceBundle english = bundle(Locale.ROOT);
        ResourceBundle chinese = bundle(Texts.CHINESE);

        assertThat(chinese.keySet()).isEqualTo(english.keySet());
        for (String key : english.keySet()) {
            assertThat(arguments(chinese.getString(key)))
                    .as(key)
                    .isEqualTo(arguments(english.getString(key)));
        }
    }

    @Test
    void every_key_in_the_sources_has_a_text() throws IOException {
        var missing = new TreeSet<String>();
        ResourceBundle english = bundle(Locale.ROOT);
        try (var files = Files.walk(SOURCES)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                var keys = KEY.matcher(Files.readString(file));
                while (keys.find()) {
                    if (!english.containsKey(keys.group(1))
                            && !SETTINGS_AND_IDS.contains(keys.group(1))) {
                        missing.add(keys.group(1));
                    }
                }
            }
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void bound_texts_follow_language_and_arguments() {
        var texts = new Texts(Locale.GERMANY);
        var name = new SimpleStringProperty("hello");
        var bound = texts.bind("log.opened", name);

        assertThat(bound.get()).isEqualTo("Opened hello.");
        name.set("other");
        texts.language().set(Texts.CHINESE);
        assertThat(bound.get()).isEqualTo("已開啟 other。");
    }

    @Test
    void a_text_that_is_shown_changes_with_the_language_at_once() {
        var texts = new Texts(Texts.ENGLISH);
        var shown = new ArrayList<String>();
        texts.bind("run.start").addListener((property, before, now) -> shown.add(now));

        texts.language().set(Texts.CHINESE);

        assertThat(shown).containsExactly("執行");
    }

    @Test
    void chinese_of_every_country_is_shown_in_chinese() {
        assertThat(Texts.closest(Locale.forLanguageTag("zh-HK"))).isEqualTo(Texts.CHINESE);
        assertThat(Texts.closest(Locale.FRENCH)).isEqualTo(Texts.ENGLISH);
    }

    @Test
    void times_read_as_people_say_them() {
        assertThat(Durations.of(0)).isEqualTo("0 ms");
        assertThat(Durations.of(1_449)).isEqualTo("1.4 s");
        assertThat(Durations.of(125_000)).isEqualTo("2 min 5 s");
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                Texts.BUNDLE,
                locale,
                ResourceBundle.Control.getNoFallbackControl(
                        ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static Set<String> arguments(String text) {
        var found = new TreeSet<String>();
        var matcher = Pattern.compile("\\{\\d(?=[},])").matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }
}
