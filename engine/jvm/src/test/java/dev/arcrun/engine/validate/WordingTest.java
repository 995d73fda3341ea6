package dev.arcrun.engine.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.document.Problem;
import dev.arcrun.engine.document.RecipeDocument;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WordingTest {
    private static final Locale TAIWAN = Locale.forLanguageTag("zh-TW");
    private static final String RECIPE =
            "name: a\ndescription: b\nflow:\n  - \"input >> PIPE >> x\"\nconfig:\n  x: { component: http_reqest }\n";

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle("dev.arcrun.engine.validate.messages", locale);
    }

    private static List<Problem> check(Locale locale) {
        return new Validator(TestParts.CATALOG, Surroundings.UNKNOWN, locale)
                .check(RecipeDocument.read(RECIPE));
    }

    @Test
    void speaks_the_language_that_was_asked_for() {
        assertThat(check(TAIWAN).getFirst().message()).contains("找不到這個零件");
        assertThat(check(TAIWAN).getFirst().fixes().getFirst().label()).startsWith("使用");
        assertThat(check(Locale.ENGLISH).getFirst().message())
                .contains("but there is none of that name");
    }

    @Test
    void speaks_english_where_there_is_no_translation_whatever_the_machine_speaks() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(TAIWAN);
            assertThat(check(Locale.FRENCH).getFirst().message())
                    .contains("but there is none of that name");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void every_sentence_is_translated_and_names_only_what_the_other_names() {
        ResourceBundle english = bundle(Locale.ROOT);
        ResourceBundle chinese = bundle(TAIWAN);

        assertThat(chinese.keySet()).isEqualTo(english.keySet());
        for (String key : english.keySet()) {
            Collection<String> translated = details(chinese.getString(key));
            assertThat(details(english.getString(key)))
                    .as(key)
                    .containsExactlyInAnyOrderElementsOf(translated);
            assertThat(chinese.getString(key)).as(key).isNotEqualTo(english.getString(key));
        }
    }

    @Test
    void braces_that_hold_no_number_stand_for_themselves() {
        Message message = Message.of("LOOP_VARIABLE_OUTSIDE", "", "a", "{{x}}", "list", "b");

        assertThat(new Wording(Locale.ENGLISH).of(message))
                .contains("`{{list.results}}`")
                .contains("uses `{{x}}`");
    }

    @Test
    void a_detail_from_the_recipe_is_not_read_for_details_again_and_is_cut_when_long() {
        Message message = Message.of("SELF_EDGE", "", "{0}" + "x".repeat(500));

        assertThat(new Wording(Locale.ENGLISH).of(message))
                .contains("`{0}xxx")
                .contains("x…`")
                .hasSizeLessThan(250);
    }

    private static Set<String> details(String sentence) {
        Set<String> details = new HashSet<>();
        Pattern.compile("\\{\\d\\}")
                .matcher(sentence)
                .results()
                .forEach(it -> details.add(it.group()));
        return details;
    }
}
