package dev.arcrun.engine.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What may be called what. */
class NamesTest {

    @Test
    void a_node_is_named_in_any_script_with_spaces_inside() {
        for (String name : List.of("fetch", "清理 資料", "größe-2", "a_b", "日本語", "हिन्दी", "0")) {
            assertThat(Names.isNode(name)).as(name).isTrue();
        }
        for (String name : List.of("", " a", "a ", "a.b", "a:b", "😀", "a\tb", "a>>b", "{x}")) {
            assertThat(Names.isNode(name)).as(name).isFalse();
        }
    }

    @Test
    void a_recipe_is_named_in_ascii() {
        assertThat(Names.isRecipe("order_alert-2")).isTrue();
        assertThat(Names.isRecipe("訂單")).isFalse();
        assertThat(Names.isRecipe("a b")).isFalse();
    }

    @Test
    void the_id_form_is_lower_case_with_dashes() {
        assertThat(Names.id("Send Mail_2")).isEqualTo("send-mail_2");
    }

    @Test
    void the_nearest_word_is_the_one_with_the_fewest_changes() {
        assertThat(Spelling.nearest("timezne", List.of("cron", "timezone"))).isEqualTo("timezone");
        assertThat(Spelling.nearest("nmae", List.of("flow", "name"))).isEqualTo("name");
        assertThat(Spelling.nearest("xyz", List.of("flow", "name"))).isNull();
    }
}
