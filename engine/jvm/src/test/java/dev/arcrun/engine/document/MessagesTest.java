package dev.arcrun.engine.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.document.yaml.CannotEditException;
import dev.arcrun.engine.document.yaml.YamlIssue;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The words of the room, in every language. */
class MessagesTest {
    private static final Messages ENGLISH = Messages.in(Locale.ENGLISH);
    private static final Messages TAIWAN = Messages.in(Locale.TRADITIONAL_CHINESE);

    @Test
    void every_code_has_a_message_and_every_issue_a_code() {
        for (ProblemCode code : ProblemCode.values()) {
            assertThat(ENGLISH.bundle().containsKey(code.name())).as(code.name()).isTrue();
        }
        for (YamlIssue.Kind kind : YamlIssue.Kind.values()) {
            assertThat(ProblemCode.valueOf(kind.name()).name()).isEqualTo(kind.name());
        }
        for (CannotEditException.Reason reason : CannotEditException.Reason.values()) {
            assertThat(ENGLISH.bundle().containsKey("edit." + reason)).as("%s", reason).isTrue();
        }
    }

    @Test
    void the_chinese_bundle_says_all_that_the_english_one_says() {
        assertThat(TAIWAN.bundle().getLocale()).isEqualTo(Locale.TRADITIONAL_CHINESE);
        for (String key : ENGLISH.bundle().keySet()) {
            String chinese = (String) TAIWAN.bundle().getObject(key);
            String english = ENGLISH.bundle().getString(key);
            assertThat(places(chinese)).as(key).isEqualTo(places(english));
            assertThat(TAIWAN.bundle().keySet()).contains(key);
            boolean translated = chinese.codePoints().anyMatch(Character::isIdeographic);
            assertThat(translated).as(key).isTrue();
        }
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        Pattern.compile("\\{\\d}")
                .matcher(text)
                .results()
                .forEach(found -> places.add(found.group()));
        return places;
    }

    @Test
    void braces_in_messages_and_arguments_stand_for_themselves() {
        assertThat(ENGLISH.text("hint.meant", "{{a.b}} {0}"))
                .isEqualTo("Did you mean `{{a.b}} {0}`?");
        assertThat(ENGLISH.text("TRIGGER_UNKNOWN", "x")).contains("{ public: true }");
    }

    @Test
    void a_document_speaks_the_language_it_was_read_in() {
        RecipeDocument document =
                RecipeDocument.read("name: a\n", null, Locale.TRADITIONAL_CHINESE);
        assertThat(document.problems().getFirst().message()).startsWith("配方沒有流程");
    }
}
