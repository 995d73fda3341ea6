package dev.arcrun.engine.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonReader;
import dev.arcrun.engine.value.RandomJson;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComparingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '`',
            textBlock =
                    """
                    1              ¦ 2               ¦ <
                    10             ¦ 9               ¦ >
                    "10"           ¦ "9"             ¦ >
                    "10"           ¦ 9               ¦ >
                    1              ¦ "1.0"           ¦ =
                    "1"            ¦ "1.00"          ¦ =
                    "-0"           ¦ 0               ¦ =
                    "1e2"          ¦ 100             ¦ =
                    "1e2"          ¦ "100"           ¦ >
                    "0e1"          ¦ "0e2"           ¦ <
                    "007"          ¦ "7"             ¦ <
                    "007"          ¦ 7               ¦ ≠
                    " 1"           ¦ 1               ¦ ≠
                    "1 "           ¦ 1               ¦ ≠
                    "+1"           ¦ 1               ¦ ≠
                    ".5"           ¦ 0.5             ¦ ≠
                    "1."           ¦ 1               ¦ ≠
                    "0x1"          ¦ 1               ¦ ≠
                    "Infinity"     ¦ 1               ¦ ≠
                    "1e999"        ¦ 1               ¦ ≠
                    ""             ¦ 0               ¦ ≠
                    "１"           ¦ 1               ¦ ≠
                    "123456789012345"  ¦ "123456789012345.0" ¦ <
                    "12345678901234"   ¦ "12345678901234.0"  ¦ =
                    "1234567890123456789" ¦ "1234567890123456788" ¦ >
                    "a"            ¦ "b"             ¦ <
                    "a"            ¦ "A"             ¦ >
                    "a"            ¦ "ab"            ¦ <
                    ""             ¦ "a"             ¦ <
                    "é"            ¦ "z"             ¦ >
                    "10"           ¦ "9a"            ¦ <
                    "😀"           ¦ "～"            ¦ <
                    true           ¦ true            ¦ =
                    true           ¦ false           ¦ ≠
                    true           ¦ 1               ¦ ≠
                    true           ¦ "true"          ¦ ≠
                    null           ¦ null            ¦ =
                    null           ¦ 0               ¦ ≠
                    null           ¦ ""              ¦ ≠
                    []             ¦ []              ¦ =
                    [1]            ¦ ["1"]           ¦ ≠
                    [1,2]          ¦ [2,1]           ¦ ≠
                    {"a":1,"b":[2]} ¦ {"b":[2],"a":1} ¦ =
                    {"a":1}        ¦ {"a":2}         ¦ ≠
                    [1]            ¦ 1               ¦ ≠
                    """)
    void two_values_compare(String left, String right, String relation) {
        Json a = JsonReader.read(left);
        Json b = JsonReader.read(right);
        assertThat(relation(a, b)).isEqualTo(relation);
        assertThat(relation(b, a))
                .isEqualTo(
                        switch (relation) {
                            case "<" -> ">";
                            case ">" -> "<";
                            default -> relation;
                        });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void of_less_equal_and_greater_at_most_one_holds(long seed) {
        var values = new RandomJson(new SplittableRandom(seed));
        for (int i = 0; i < 10_000; i++) {
            Json a = values.next(1);
            Json b = values.next(1);
            int holding =
                    (Comparing.less(a, b) ? 1 : 0)
                            + (Comparing.less(b, a) ? 1 : 0)
                            + (Comparing.equal(a, b) ? 1 : 0);
            assertThat(holding).as("seed %s: %s, %s", seed, a, b).isLessThan(2);
            assertThat(Comparing.equal(a, a)).isTrue();
        }
    }

    private static String relation(Json a, Json b) {
        if (Comparing.equal(a, b)) {
            return "=";
        }
        return Comparing.less(a, b) ? "<" : Comparing.less(b, a) ? ">" : "≠";
    }
}
