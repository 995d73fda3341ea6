package dev.arcrun.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.template.Expression;
import dev.arcrun.engine.template.ExpressionException;
import dev.arcrun.engine.template.Scope;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonReader;
import dev.arcrun.engine.value.JsonWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The condition of an IF edge and the one of if_control are the same language. */
class ConditionAgreementTest {
    private static final Parts PARTS = new Parts();
    private static final Json VALUES =
            JsonReader.read(
                    """
                    {"n": 3, "t": "Ann", "e": "", "z": 0, "d": "10", "f": 2.5, "u": null, "y": true, "o": false,
                     "id": "12345678901234567890", "l": ["a", "2", {"k": [1]}, 3], "x": {"k": [1], "a b": 5, "7": "s"},
                     "中文": "字", "w": "\\ud83d\\ude00", "v": "\\uff5e"}
                    """);
    private static final List<String> WORDS =
            List.of(
                    "n",
                    "t",
                    "e",
                    "z",
                    "d",
                    "f",
                    "u",
                    "y",
                    "o",
                    "id",
                    "l",
                    "x",
                    "中文",
                    "w",
                    "v",
                    "missing",
                    "l.0",
                    "l[2].k",
                    "x[\"a b\"]",
                    "x.7",
                    "l.2.k[0]",
                    "missing.a",
                    "x.",
                    "3",
                    "10",
                    "-0",
                    "2.50",
                    "1e1",
                    "007",
                    "\"Ann\"",
                    "'10'",
                    "\"\"",
                    "\"\\u0041\\ud83d\\ude00\"",
                    "'it\\'s'",
                    "true",
                    "false",
                    "null",
                    "[1, a, \"2\"]",
                    "[]",
                    "\"[A-Z]\\p{L}+\"",
                    "\"(a|b)*c?\"",
                    "\"x{2,3}|[^a-c\\-]\"",
                    "hi");
    private static final List<String> JOINTS =
            List.of(
                    " == ",
                    "!=",
                    "<",
                    " <=",
                    "> ",
                    " >= ",
                    " contains ",
                    " in ",
                    " matches ",
                    " and ",
                    "&&",
                    " or ",
                    "||",
                    " and not ",
                    " ",
                    ",",
                    "=",
                    "");

    @AfterAll
    static void close() {
        PARTS.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void a_condition_holds_in_the_part_exactly_where_it_holds_in_the_engine(long seed) {
        var random = new SplittableRandom(seed);
        Map<String, Integer> verdicts = new HashMap<>();
        for (int i = 0; i < 1500; i++) {
            String condition = condition(random, 3);
            verdicts.merge(engine(condition), 1, Integer::sum);
            assertThat(part(condition))
                    .as("seed %d: %s", seed, condition)
                    .isEqualTo(engine(condition));
        }
        assertThat(verdicts.values()).hasSize(3).allMatch(count -> count > 150);
    }

    private static String condition(SplittableRandom random, int depth) {
        var text = new StringBuilder();
        int operands = 1 + random.nextInt(4);
        for (int i = 0; i < operands; i++) {
            if (i > 0) {
                text.append(JOINTS.get(random.nextInt(JOINTS.size() * 2) % 13));
            }
            if (random.nextInt(40) == 0) {
                text.append(JOINTS.get(random.nextInt(JOINTS.size())));
            }
            if (random.nextInt(6) == 0) {
                text.append(random.nextBoolean() ? "not " : "!");
            }
            if (depth > 0 && random.nextInt(5) == 0) {
                text.append('(').append(condition(random, depth - 1)).append(')');
            } else {
                text.append(WORDS.get(random.nextInt(WORDS.size())));
            }
        }
        return text.toString();
    }

    private static String engine(String condition) {
        try {
            return Expression.parse(condition).test(VALUES, Scope.EMPTY) ? "true" : "false";
        } catch (ExpressionException e) {
            return "refused";
        }
    }

    private static String part(String condition) {
        Json.Obj result =
                PARTS.run(
                        "if_control",
                        Json.object("condition", Json.of(condition), "input", VALUES));
        if (result.get("data") instanceof Json.Obj data
                && data.get("branch") instanceof Json.Str(String branch)) {
            return branch;
        }
        assertThat(JsonWriter.compact(result))
                .containsAnyOf("INVALID_CONDITION", "INVALID_PATTERN");
        return "refused";
    }
}
