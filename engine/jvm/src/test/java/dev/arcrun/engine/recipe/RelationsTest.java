package dev.arcrun.engine.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every way to write a relation. RECIPE.md, section 2. */
class RelationsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    PIPE | PIPE
                    完成後 | PIPE
                    ON_CLICK | PIPE
                    click | PIPE
                    ON_SUCCESS | ON_SUCCESS
                    Success | ON_SUCCESS
                    FAIL | ON_FAIL
                    失敗時 | ON_FAIL
                    IF | IF
                    IF(a > 1) | IF(a > 1)
                    IF ( a > 1 ) | IF(a > 1)
                    if（x == (1)） | IF(x == (1))
                    條件滿足時(a) | IF(a)
                    條件滿足時 | IF
                    TRUE | ON_TRUE
                    成立時 | ON_TRUE
                    為真時 | ON_TRUE
                    ELSE | ON_FALSE
                    不成立時 | ON_FALSE
                    為假時 | ON_FALSE
                    否則 | ON_FALSE
                    ON_BRANCH(red) | ON_BRANCH(red)
                    BRANCH(true) | ON_TRUE
                    分支（紅 色） | ON_BRANCH(紅 色)
                    FOREACH | FOREACH item
                    FOREACH order | FOREACH order
                    FOREACH(order) | FOREACH order
                    對每個項目 | FOREACH 項目
                    對每個 項目 | FOREACH 項目
                    SUBFLOW | CALLS_SUBFLOW
                    IS_A | IS_A
                    """)
    void an_alias_means_its_relation(String written, String first) {
        Relation relation = Relations.parse(written);
        assertThat(relation).isNotInstanceOf(Relation.Unknown.class);
        assertThat(Relations.write(relation)).isEqualTo(first);
        assertThat(Relations.parse(first)).isEqualTo(relation);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ON_SUCCES | ON_SUCCESS
                    onsuccess | ON_SUCCESS
                    FOREACHE order | FOREACH order
                    FOR_EACH x | FOREACH x
                    BRANHC(red) | BRANCH(red)
                    IFF(a) | IF(a)
                    失敗是 | 失敗時
                    """)
    void a_misspelt_relation_has_a_suggestion(String written, String meant) {
        assertThat(Relations.parse(written)).isEqualTo(new Relation.Unknown(written));
        assertThat(Relations.suggest(written)).isEqualTo(meant);
    }

    @Test
    void what_is_like_nothing_has_no_suggestion() {
        for (String text : List.of("", "SOMETHING_ELSE", "FOREACHorder", "ON_BRANCH()", "(", "對")) {
            assertThat(Relations.parse(text)).isInstanceOf(Relation.Unknown.class);
        }
        assertThat(Relations.suggest("SOMETHING_ELSE")).isNull();
    }

    @Test
    void documentation_and_unknown_relations_are_never_taken() {
        assertThat(Relations.parse("CONTAINS").executable()).isFalse();
        assertThat(Relations.parse("NOPE").executable()).isFalse();
        assertThat(Relations.parse("ON_CLICK").executable()).isTrue();
    }
}
