package dev.arcrun.engine.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IRegexpTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '`',
            textBlock =
                    """
                    abc            ¦ abc       ¦ true
                    abc            ¦ xabcx     ¦ false
                    a|bc|          ¦ bc        ¦ true
                    a|bc|          ¦ ``        ¦ true
                    (a|b)c         ¦ bc        ¦ true
                    a*             ¦ ``        ¦ true
                    a*             ¦ aaa       ¦ true
                    a+             ¦ ``        ¦ false
                    a?b            ¦ b         ¦ true
                    a{2}           ¦ aa        ¦ true
                    a{2}           ¦ aaa       ¦ false
                    a{2,}          ¦ aaaaa     ¦ true
                    a{2,3}         ¦ aaaa      ¦ false
                    a{0}           ¦ ``        ¦ true
                    (ab){0,2}c     ¦ ababc     ¦ true
                    (ab){0,2}c     ¦ abababc   ¦ false
                    .              ¦ 😀        ¦ true
                    ..             ¦ 😀        ¦ false
                    [a-c]+         ¦ abc       ¦ true
                    [^a-c]+        ¦ xyz       ¦ true
                    [^a-c]+        ¦ xaz       ¦ false
                    [-a]           ¦ -         ¦ true
                    [a-]           ¦ -         ¦ true
                    [--]           ¦ -         ¦ true
                    [.*+?(){}|]+   ¦ (.*)      ¦ true
                    [\\[\\]\\-\\^]+ ¦ [^-]      ¦ true
                    [a-z0-9_]{3}   ¦ a_9       ¦ true
                    \\.\\*\\\\     ¦ .*\\      ¦ true
                    \\p{Lu}\\p{Ll}+ ¦ Émile     ¦ true
                    \\p{L}+        ¦ 時間       ¦ true
                    \\P{L}+        ¦ 123       ¦ true
                    \\P{L}+        ¦ 12a       ¦ false
                    [\\p{Nd}x]+    ¦ 1x٣       ¦ true
                    [^\\p{Nd}]     ¦ 1         ¦ false
                    [\\P{L}a]      ¦ a         ¦ true
                    \\p{Sc}        ¦ €         ¦ true
                    \\p{So}        ¦ 😀        ¦ true
                    \\p{Zs}        ¦ `\u00a0`  ¦ true
                    ^a$            ¦ a         ¦ false
                    ^a$            ¦ ^a$       ¦ true
                    [0-9]{3}-[0-9]{4} ¦ 555-1234 ¦ true
                    [😀-😂]         ¦ 😁        ¦ true
                    """)
    void a_text_fits_as_a_whole_or_not(String pattern, String text, boolean fits) {
        assertThat(IRegexp.parse(pattern).matches(text)).isEqualTo(fits);
    }

    @Test
    void a_dot_is_any_character_but_the_ends_of_lines() {
        IRegexp dot = IRegexp.parse(".");
        assertThat(dot.matches("\n")).isFalse();
        assertThat(dot.matches("\r")).isFalse();
        assertThat(dot.matches("\u2028")).isTrue();
        assertThat(dot.matches("\ud800")).isTrue();
        assertThat(IRegexp.parse("[^a]").matches("\n")).isTrue();
        assertThat(IRegexp.parse("\\n\\r\\t").matches("\n\r\t")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '´',
            textBlock =
                    """
                    (a         ¦ 0 ¦ `(` without `)`
                    a)         ¦ 1 ¦ `)` without `(`
                    *a         ¦ 0 ¦ nothing before it to repeat
                    a**        ¦ 2 ¦ nothing before it to repeat
                    a{2        ¦ 3 ¦ needs `{2}`
                    a{,2}      ¦ 2 ¦ needs a number
                    a{3,2}     ¦ 1 ¦ at least 3 and at most 2
                    a{x}       ¦ 2 ¦ needs a number
                    }          ¦ 0 ¦ needs a backslash
                    [          ¦ 0 ¦ `[` without `]`
                    []         ¦ 1 ¦ needs a backslash
                    [a         ¦ 0 ¦ `[` without `]`
                    [z-a]      ¦ 2 ¦ later to an earlier
                    [a-z-9]    ¦ 4 ¦ needs a backslash
                    [[a]       ¦ 1 ¦ needs a backslash
                    \\d        ¦ 0 ¦ `\\d` is not an escape
                    \\         ¦ 0 ¦ a backslash at the end
                    \\p{Xx}    ¦ 0 ¦ needs a Unicode category
                    \\p{LuX    ¦ 0 ¦ needs a Unicode category
                    \\p        ¦ 0 ¦ needs a Unicode category
                    \\p{Cs}    ¦ 0 ¦ needs a Unicode category
                    (?:a)      ¦ 1 ¦ nothing before it to repeat
                    a{10001}   ¦ 8 ¦ more than 10000 states
                    ((a{100}){100}){100} ¦ 20 ¦ more than 10000 states
                    (((){9999}){9999}){9999} ¦ 24 ¦ more than 10000 states
                    a{99999999999999999999} ¦ 23 ¦ more than 10000 states
                    """)
    void what_is_no_pattern_is_refused_with_its_place(String pattern, int offset, String what) {
        assertThatThrownBy(() -> IRegexp.parse(pattern))
                .isInstanceOfSatisfying(
                        IRegexpSyntaxException.class,
                        e -> {
                            assertThat(e.problem()).contains(what).contains(pattern);
                            assertThat(e.offset()).isEqualTo(offset);
                        });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void on_what_both_can_say_it_agrees_with_the_regular_expressions_of_java(long seed) {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < 700; i++) {
            String pattern = pattern(random, 3);
            IRegexp ours = IRegexp.parse(pattern);
            Pattern theirs = Pattern.compile(pattern);
            for (int k = 0; k < 10; k++) {
                String text = text(random);
                assertThat(ours.matches(text))
                        .as("seed %s: %s on %s", seed, pattern, text)
                        .isEqualTo(theirs.matcher(text).matches());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"(a*)*b", "(a+)+b", "(a|a)*b", "(a|aa)+b", "((a*)*)*b", "(.*)(.*)(.*)b"})
    void steps_grow_in_proportion_to_the_text(String pattern) {
        IRegexp expression = IRegexp.parse(pattern);
        long some = expression.steps("a".repeat(1_000));
        long many = expression.steps("a".repeat(10_000));
        assertThat(many).isBetween(some * 9, some * 11);
        assertThat(expression.matches("a".repeat(10_000))).isFalse();
        assertThat(expression.matches("a".repeat(10_000) + "b")).isTrue();
    }

    @Test
    void a_text_that_has_no_way_on_is_given_up_at_once() {
        assertThat(IRegexp.parse("x.*").steps("a".repeat(10_000_000))).isLessThan(10);
    }

    @Test
    void groups_inside_each_other_are_limited() {
        assertThat(IRegexp.parse("(".repeat(100) + "a" + ")".repeat(100)).matches("a")).isTrue();
        assertThatThrownBy(() -> IRegexp.parse("(".repeat(100_000)))
                .isInstanceOf(IRegexpSyntaxException.class)
                .hasMessageContaining("more than 100 groups");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void no_pattern_makes_it_fail_otherwise(long seed) {
        var random = new SplittableRandom(seed);
        String alphabet = "ab\\pPLu{}[]()^-*+?|.,0129n\ud800é";
        for (int i = 0; i < 8_000; i++) {
            var pattern = new StringBuilder();
            for (int n = random.nextInt(12); n > 0; n--) {
                pattern.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            try {
                IRegexp.parse(pattern.toString()).matches(text(random));
            } catch (IRegexpSyntaxException refused) {
                assertThat(refused.offset()).isBetween(0, pattern.length());
            }
        }
    }

    private static String pattern(SplittableRandom random, int depth) {
        var pattern = new StringBuilder();
        for (int n = random.nextInt(1, 4); n > 0; n--) {
            pattern.append(atom(random, depth));
            pattern.append(
                    switch (random.nextInt(8)) {
                        case 0 -> "*";
                        case 1 -> "+";
                        case 2 -> "?";
                        case 3 -> "{" + random.nextInt(3) + "," + random.nextInt(3, 5) + "}";
                        case 4 -> "{" + random.nextInt(3) + (random.nextBoolean() ? "}" : ",}");
                        default -> "";
                    });
        }
        return pattern.toString();
    }

    private static String atom(SplittableRandom random, int depth) {
        if (depth > 0 && random.nextInt(4) == 0) {
            return "(" + pattern(random, depth - 1) + "|" + pattern(random, depth - 1) + ")";
        }
        String[] atoms = {
            "a",
            "b",
            "c",
            ".",
            "[ab]",
            "[^ab]",
            "[a-c]",
            "\\p{L}",
            "\\P{L}",
            "\\p{Nd}",
            "[\\p{Lu}b]",
            "\\.",
            "\\n",
            "é",
            "😀",
            "[😀é]",
            "-",
            ","
        };
        return atoms[random.nextInt(atoms.length)];
    }

    private static String text(SplittableRandom random) {
        String[] characters = {"a", "b", "c", "A", "1", ".", "\n", "é", "😀", "-"};
        var text = new StringBuilder();
        for (int n = random.nextInt(7); n > 0; n--) {
            text.append(characters[random.nextInt(characters.length)]);
        }
        return text.toString();
    }
}
