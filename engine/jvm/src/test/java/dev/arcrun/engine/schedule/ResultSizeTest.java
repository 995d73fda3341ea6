package dev.arcrun.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultSizeTest {
    private static final String[] TEXTS = {
        "",
        "plain",
        "\"\\/",
        "\b\f\n\r\t\u0001\u001f",
        "é漢😀",
        "\ud83d",
        "\ude00x",
        "\u007f\u0080߿ࠀ"
    };

    @Test
    void a_value_is_as_long_as_its_compact_json_in_utf_8() {
        for (long seed = 0; seed < 500; seed++) {
            Json value = value(new SplittableRandom(seed), 4);
            int bytes = JsonWriter.compact(value).getBytes(StandardCharsets.UTF_8).length;
            assertThat(ResultSize.of(value)).as("seed %s", seed).isEqualTo(bytes);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "é", "漢", "\n", "\u0001"})
    void the_limit_counts_bytes_and_not_characters(String character) {
        long each = ResultSize.of(Json.of(character)) - 2;
        int most = (int) ((ResultSize.LIMIT - 2) / each);
        assertThat(ResultSize.isOverLimit(Json.of(character.repeat(most)))).isFalse();
        assertThat(ResultSize.isOverLimit(Json.of(character.repeat(most + 1)))).isTrue();
    }

    private static Json value(SplittableRandom random, int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 6)) {
            case 0 -> Json.NULL;
            case 1 -> Json.of(random.nextBoolean());
            case 2 -> Json.of(random.nextInt(-1000, 1000) / 8.0 * Math.pow(10, random.nextInt(30)));
            case 3 -> Json.of(TEXTS[random.nextInt(TEXTS.length)]);
            case 4 -> {
                List<Json> items = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    items.add(value(random, depth - 1));
                }
                yield Json.array(items);
            }
            default -> {
                Map<String, Json> members = new LinkedHashMap<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    members.put(TEXTS[random.nextInt(TEXTS.length)] + i, value(random, depth - 1));
                }
                yield new Json.Obj(members);
            }
        };
    }
}
