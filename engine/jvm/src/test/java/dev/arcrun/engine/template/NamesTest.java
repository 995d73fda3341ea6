package dev.arcrun.engine.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
    private static final List<String> KNOWN =
            List.of(
                    "ON_SUCCESS",
                    "ON_FAIL",
                    "ON_TRUE",
                    "items",
                    "total",
                    "http_request",
                    "telegram_send",
                    "data",
                    "id",
                    "完成後");

    @ParameterizedTest
    @CsvSource({
        "ON_SUCCES, ON_SUCCESS",
        "ON_SUCESS, ON_SUCCESS",
        "on_success, ON_SUCCESS",
        "ON_SUCCSES, ON_SUCCESS",
        "itms, items",
        "item, items",
        "tiems, items",
        "http_requset, http_request",
        "http, http_request",
        "telegram, telegram_send",
        "telegramsend, telegram_send",
        "完成后, 完成後",
        "ids, id"
    })
    void a_mistyped_name_is_recognised(String wanted, String meant) {
        assertThat(Names.nearest(wanted, KNOWN, 3)).first().isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "fetch", "", "zz", "completely_different", "items"})
    void nothing_is_suggested_where_nothing_is_like_it(String wanted) {
        assertThat(Names.nearest(wanted, KNOWN, 3)).isEmpty();
    }

    @Test
    void the_nearest_come_first_and_ties_in_the_order_known() {
        assertThat(Names.nearest("node1", List.of("node3", "node12", "node2", "nodes"), 3))
                .containsExactly("node3", "node12", "node2");
    }

    @Test
    void a_hundred_thousand_long_names_are_compared_quickly_enough_to_be_of_use() {
        List<String> known =
                IntStream.range(0, 100_000).mapToObj(i -> "x".repeat(1_000) + i).toList();
        assertThat(Names.nearest("x".repeat(150), known, 3)).isEmpty();
        assertThat(Names.nearest("y".repeat(1_000_000), known, 3)).isEmpty();
        assertThat(Names.nearest("abc", Collections.nCopies(100_000, "abd"), 3))
                .containsExactly("abd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "my node", "時間", "a-b_c", "1", "हिन्दी", "a  b"})
    void a_name_has_letters_digits_dashes_and_inner_spaces(String name) {
        assertThat(Names.isName(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " a", "a ", "a.b", "a[0]", "a\tb", "😀", "a{", "a\u00a0b"})
    void other_texts_are_no_names(String name) {
        assertThat(Names.isName(name)).isFalse();
    }

    @Test
    void an_id_is_lower_case_with_dashes() {
        assertThat(Names.id("My Node É")).isEqualTo("my-node-é");
    }
}
