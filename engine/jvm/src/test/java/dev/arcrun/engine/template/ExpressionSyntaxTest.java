package dev.arcrun.engine.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arcrun.engine.value.Json;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionSyntaxTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '´',
            textBlock =
                    """
                    ´´                  ¦ 0  ¦ there is no expression
                    ´  ´                ¦ 0  ¦ there is no expression
                    a = 1               ¦ 2  ¦ compare with `==`
                    a & b               ¦ 2  ¦ write `and`
                    a | b               ¦ 2  ¦ write `or`
                    {{a}} == 1          ¦ 0  ¦ without braces
                    a == hello world    ¦ 11 ¦ `world` can't stand here
                    a b                 ¦ 2  ¦ `b` can't stand here
                    (a                  ¦ 2  ¦ `)` is missing before the end
                    a)                  ¦ 1  ¦ `)` can't stand here
                    [1 2]               ¦ 3  ¦ `,` is missing before `2`
                    [1,                 ¦ 3  ¦ the end can't stand here
                    a and               ¦ 5  ¦ the end can't stand here
                    or a                ¦ 0  ¦ `or` can't stand here
                    a or or b           ¦ 5  ¦ `or` can't stand here
                    a == b == c         ¦ 7  ¦ two comparisons in a row
                    a < b < c           ¦ 6  ¦ two comparisons in a row
                    "abc                ¦ 0  ¦ has no closing "
                    a == 'abc"          ¦ 5  ¦ has no closing '
                    a.b@c               ¦ 3  ¦ `@` means nothing here
                    a == 😀             ¦ 5  ¦ `😀` means nothing here
                    a == 1e999          ¦ 5  ¦ the number is too large
                    a matches "("       ¦ 2  ¦ is no I-Regexp
                    a matches "\\d"     ¦ 2  ¦ `\\d` is not an escape
                    == 1                ¦ 0  ¦ `==` can't stand here
                    a.                  ¦ 1  ¦ `.` means nothing here
                    a [0]               ¦ 2  ¦ `[` can't stand here
                    """)
    void what_is_no_expression_is_said_with_its_place(String text, int offset, String problem) {
        assertThatThrownBy(() -> Expression.parse(text))
                .isInstanceOfSatisfying(
                        ExpressionException.class,
                        e -> {
                            assertThat(e.problem()).contains(problem);
                            assertThat(e.offset()).isEqualTo(offset);
                        });
    }

    @Test
    void references_tell_what_is_used_and_where() {
        Expression expression = Expression.parse("a.b > c.0 and not d or e == f and g == h[\"i\"]");
        assertThat(expression.references())
                .extracting(ReferencePath::toString)
                .containsExactly("a.b", "c.0", "d", "e", "g", "h.i");
        assertThat(expression.occurrences())
                .contains(
                        new Expression.Occurrence(
                                new ReferencePath("c", List.of("0")), 6, 9, false),
                        new Expression.Occurrence(new ReferencePath("f", List.of()), 28, 29, true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '`',
            textBlock =
                    """
                    old                        ¦ new
                    old.x>1 and  old["old"]    ¦ new.x>1 and  new["old"]
                    old.x == old               ¦ new.x == old
                    a == old.x                 ¦ a == new.x
                    a in [old, old.y]          ¦ a in [old, new.y]
                    older == "old" or x.old    ¦ older == "old" or x.old
                    old = 1                    ¦ old = 1
                    """)
    void renaming_touches_only_the_name_of_references(String text, String renamed) {
        assertThat(Expression.renameRoot(text, "old", "new")).isEqualTo(renamed);
    }

    @Test
    void a_name_with_spaces_is_written_as_its_id() {
        assertThat(Expression.renameRoot("old.x > 1", "old", "My Node")).isEqualTo("my-node.x > 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"in", "and", "true", "not"})
    void a_name_that_is_a_word_of_the_language_can_begin_a_path(String name) {
        Scope scope = Scope.of(Map.of(name, Json.object("x", Json.of(5))));
        assertThat(Expression.parse(name + ".x == 5").test(Json.NULL, scope)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[", "not (", "a == [", "((a) or (", "[(["})
    void nesting_is_limited_and_never_uses_up_the_stack(String open) {
        assertThatThrownBy(() -> Expression.parse(open.repeat(100_000)))
                .isInstanceOf(ExpressionException.class);
    }

    @Test
    void long_expressions_are_no_nesting() {
        String chain = "a == 1 or ".repeat(50_000) + "b";
        assertThat(Expression.parse(chain).test(Json.object("b", Json.of(1)), Scope.EMPTY))
                .isTrue();
        assertThat(Expression.parse("not ".repeat(100_001) + "b").test(Json.NULL, Scope.EMPTY))
                .isTrue();
        assertThat(
                        Expression.parse("a == \"" + "x".repeat(10_000_000) + "\"")
                                .test(Json.NULL, Scope.EMPTY))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void any_text_is_an_expression_or_is_refused_with_a_place_in_it(long seed) {
        var random = new SplittableRandom(seed);
        List<String> words =
                List.of(
                        "a",
                        "b.c",
                        "1",
                        "-2.5",
                        "\"x\"",
                        "'y'",
                        "and",
                        "or",
                        "not",
                        "==",
                        "<",
                        "in",
                        "contains",
                        "matches",
                        "(",
                        ")",
                        "[",
                        "]",
                        ",",
                        " ",
                        "!",
                        "true",
                        "null",
                        ".",
                        "=",
                        "\ud800",
                        "[0]",
                        "\\",
                        "\"");
        Json source = Json.object("a", Json.of("1"), "b", Json.array(Json.of(1)));
        for (int i = 0; i < 4_000; i++) {
            var text = new StringBuilder();
            for (int n = random.nextInt(10); n > 0; n--) {
                text.append(words.get(random.nextInt(words.size())));
                text.append(random.nextBoolean() ? " " : "");
            }
            try {
                Expression expression = Expression.parse(text.toString());
                assertThat(expression).hasToString(text.toString());
                expression.test(source, Scope.EMPTY);
            } catch (ExpressionException refused) {
                assertThat(refused.offset()).isBetween(0, text.length());
            }
            assertThat(Expression.renameRoot(text.toString(), "none", "z"))
                    .isEqualTo(text.toString());
        }
    }
}
