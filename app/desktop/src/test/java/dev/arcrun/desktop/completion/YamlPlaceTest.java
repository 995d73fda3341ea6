package dev.arcrun.desktop.completion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.desktop.completion.YamlPlace.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

class YamlPlaceTest {
    /** The caret stands at the bar. */
    private static YamlPlace at(String text) {
        int caret = text.indexOf('|');
        return YamlPlace.at(text.replace("|", ""), caret);
    }

    @Test
    void at_the_top_a_key_begins() {
        assertThat(at("na|")).isEqualTo(new YamlPlace(List.of(), Role.KEY, "na", 0));
        assertThat(at("name: x\nde|").start()).isEqualTo(8);
    }

    @Test
    void after_a_colon_stands_the_value() {
        assertThat(at("name: x\nstrict: tr|"))
                .isEqualTo(new YamlPlace(List.of("strict"), Role.VALUE, "tr", 16));
        assertThat(at("strict:|").role()).isEqualTo(Role.VALUE);
    }

    @Test
    void the_mappings_around_are_found_by_indentation() {
        String text =
                """
                config:
                  other:
                    a: 1

                  # about the next
                  fetch:
                    component: http_request
                    headers:
                      accept: x
                    run: {a: b}
                    me|
                """;
        assertThat(at(text).path()).containsExactly("config", "fetch");
        assertThat(at(text).typed()).isEqualTo("me");
        assertThat(at(text.replace("    me|", "      me|")).path())
                .containsExactly("config", "fetch");
    }

    @Test
    void an_item_of_a_list_has_a_position() {
        assertThat(at("flow:\n  - \"a >> |").path()).containsExactly("flow", 0);
        assertThat(at("flow:\n- a|").path()).containsExactly("flow", 0);
        assertThat(at("triggers:\n  - cron: x\n    time|").path()).containsExactly("triggers", 0);
        assertThat(at("triggers:\n  - cron: |").path()).containsExactly("triggers", 0, "cron");
        assertThat(at("triggers:\n  - webhook:\n      ver|").path())
                .containsExactly("triggers", 0, "webhook");
    }

    @Test
    void quoted_keys_are_read_and_comments_are_nowhere() {
        assertThat(at("config:\n  \"a: b\":\n    x|").path()).containsExactly("config", "a: b");
        assertThat(at("# na|").role()).isEqualTo(Role.NOWHERE);
        assertThat(at("name: x # na|").role()).isEqualTo(Role.NOWHERE);
    }

    @Test
    void no_text_and_no_caret_position_breaks_it() {
        String text = "a:\n - - b: 'c\n\t:\n  \"\n: :\n -\n---\n{[}]\n\u0000\n- - -\n";
        for (int caret = 0; caret <= text.length(); caret++) {
            assertThat(YamlPlace.at(text, caret).start()).isBetween(0, caret);
        }
    }
}
