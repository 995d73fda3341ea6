package dev.arcrun.engine.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any JSON value goes into JavaScript and comes back to the character. */
class QuickJsRoundTripTest {
    private static final int VALUES = 40;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20261122})
    void what_goes_in_comes_out(long seed) {
        var random = new SplittableRandom(seed);
        Json values =
                Json.array(IntStream.range(0, VALUES).mapToObj(n -> value(random, 4)).toList());

        Json back = QuickJs.data("return input.map(each => each)", values);

        assertThat(back).as("seed %d", seed).isEqualTo(values);
        assertThat(JsonWriter.compact(back)).isEqualTo(JsonWriter.compact(values));
    }

    private static Json value(SplittableRandom random, int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 6)) {
            case 0 -> Json.NULL;
            case 1 -> Json.of(random.nextBoolean());
            case 2 -> Json.of(number(random));
            case 3 -> Json.of(text(random));
            case 4 -> list(random, depth - 1);
            default -> object(random, depth - 1);
        };
    }

    private static double number(SplittableRandom random) {
        double any = Double.longBitsToDouble(random.nextLong());
        return switch (random.nextInt(3)) {
            case 0 -> random.nextInt(-1000, 1000);
            case 1 -> random.nextInt(-100_000, 100_000) / 1000.0;
            default -> Double.isFinite(any) ? any : 0.5;
        };
    }

    /** Any code units, unpaired surrogates, quotes and controls among them. */
    private static String text(SplittableRandom random) {
        var text = new StringBuilder();
        for (int n = random.nextInt(8); n > 0; n--) {
            text.append(
                    (char) (random.nextBoolean() ? random.nextInt(128) : random.nextInt(65536)));
        }
        return text.toString();
    }

    private static Json list(SplittableRandom random, int depth) {
        List<Json> items = new ArrayList<>();
        for (int n = random.nextInt(5); n > 0; n--) {
            items.add(value(random, depth));
        }
        return Json.array(items);
    }

    private static Json object(SplittableRandom random, int depth) {
        var members = new LinkedHashMap<String, Json>();
        for (int n = random.nextInt(5); n > 0; n--) {
            String name =
                    switch (random.nextInt(4)) {
                        case 0 -> Integer.toString(random.nextInt(50));
                        case 1 -> "__proto__";
                        case 2 -> "toJSON";
                        default -> Integer.toString(random.nextInt(), 36) + "é😀\u0000\"";
                    };
            members.put(name, value(random, depth));
        }
        return new Json.Obj(members);
    }
}
