package dev.arcrun.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.sandbox.HostServices;
import dev.arcrun.engine.value.EcmaNumber;
import dev.arcrun.engine.value.Json;
import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts read decimals to the nearest double and write doubles as ECMAScript does. */
class NumberTextTest {
    private static final Parts PARTS = new Parts();

    @AfterAll
    static void close() {
        PARTS.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 20261122})
    void a_number_is_the_nearest_double_and_written_shortest(long seed) {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < 400; i++) {
            double number = Double.longBitsToDouble(random.nextLong());
            if (!Double.isFinite(number) || Math.abs(number) > 1e307) {
                continue;
            }
            check(EcmaNumber.toString(number), number, seed);
            String exact = new BigDecimal(number).toString();
            if (exact.length() < 900) {
                check(exact, number, seed);
            }
            double above = Math.nextUp(number);
            BigDecimal middle =
                    new BigDecimal(number).add(new BigDecimal(above)).divide(BigDecimal.TWO);
            if (middle.toString().length() < 900) {
                check(middle.toString(), middle.doubleValue(), seed);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4.9e-324",
                "2.2250738585072011e-308",
                "5.684341886080802e-14",
                "9007199254740993",
                "1e23",
                "0.000001",
                "1e-7",
                "-0.0"
            })
    void known_hard_cases_are_right(String text) {
        check(text, Double.parseDouble(text), 0);
    }

    private static void check(String text, double number, long seed) {
        String input = "{\"operation\":\"format\",\"input\":" + text + "}";
        Json data = PARTS.call("number_ops", input, HostServices.NONE).result().get("data");
        assertThat(data)
                .as("seed %d: %s", seed, text)
                .isEqualTo(
                        Json.object(
                                "operation", Json.of("format"),
                                "result", Json.of(EcmaNumber.toString(number + 0.0))));
    }
}
