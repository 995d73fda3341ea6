package dev.arcrun.engine.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {
    /** Each line: a text, and what Node.js 20 writes after reading it, or null where it refuses. */
    @Test
    void texts_are_read_and_refused_as_node_does() {
        var softly = new SoftAssertions();
        for (String line : TestFiles.lines("json-texts.jsonl")) {
            Json.Obj fact = (Json.Obj) JsonReader.read(line);
            String text = text(fact, "text");
            softly.assertThat(rewritten(text)).as(line).isEqualTo(fact.get("compact"));
        }
        softly.assertAll();
    }

    @Test
    void indented_text_is_as_node_writes_it() {
        for (String line : TestFiles.lines("json-pretty.jsonl")) {
            Json.Obj fact = (Json.Obj) JsonReader.read(line);
            Json value = JsonReader.read(text(fact, "text"));
            assertThat(JsonWriter.pretty(value)).isEqualTo(text(fact, "pretty"));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void what_is_written_reads_back_as_the_same_value(long seed) {
        var values = new RandomJson(new SplittableRandom(seed));
        for (int i = 0; i < 2_000; i++) {
            Json value = values.next(4);
            String text = JsonWriter.compact(value);
            assertThat(JsonReader.read(text)).isEqualTo(value);
            assertThat(JsonWriter.compact(JsonReader.read(text))).isEqualTo(text);
            assertThat(JsonReader.read(JsonWriter.pretty(value))).isEqualTo(value);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"a": 1,}          ¦ 1 ¦ 9
                    [1, 2              ¦ 1 ¦ 6
                    1 2                ¦ 1 ¦ 3
                    1e400              ¦ 1 ¦ 1
                    """)
    void a_text_that_is_not_json_is_refused_with_its_place(String text, int line, int column) {
        assertThatThrownBy(() -> JsonReader.read(text))
                .isInstanceOfSatisfying(
                        JsonSyntaxException.class,
                        e ->
                                assertThat(List.of(e.line(), e.column()))
                                        .containsExactly(line, column));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "[{\"a\":"})
    void nesting_beyond_the_limit_is_refused_without_using_up_the_stack(String open)
            throws InterruptedException {
        onASmallStack(() ->
                assertThatThrownBy(() -> JsonReader.read(open.repeat(200_000)))
                        .isInstanceOf(JsonSyntaxException.class)
                        .hasMessageContaining("deep"));
    }

    @Test
    void nesting_up_to_the_limit_is_read_and_written() throws InterruptedException {
        String text = "[".repeat(JsonReader.MAX_DEPTH) + "]".repeat(JsonReader.MAX_DEPTH);
        onASmallStack(() -> assertThat(JsonWriter.compact(JsonReader.read(text))).isEqualTo(text));
    }

    @Test
    void long_texts_names_and_numbers_are_read() {
        String long_ = "x".repeat(10_000_000);
        assertThat(JsonReader.read("\"" + long_ + "\"")).isEqualTo(Json.of(long_));
        assertThat(((Json.Obj) JsonReader.read("{\"" + long_ + "\":1}")).get(long_))
                .isEqualTo(Json.of(1));
        assertThat(JsonReader.read("0." + "3".repeat(1_000_000))).isEqualTo(Json.of(1 / 3.0));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void no_text_makes_the_reader_fail_otherwise(long seed) {
        var random = new SplittableRandom(seed);
        String alphabet = "{}[]\",:\\u0123eE+-. \n\ttrufalsn\u0000\ud800é";
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder();
            for (int n = random.nextInt(12); n > 0; n--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            rewritten(text.toString());
        }
    }

    private static Json rewritten(String text) {
        try {
            return Json.of(JsonWriter.compact(JsonReader.read(text)));
        } catch (JsonSyntaxException refused) {
            return Json.NULL;
        }
    }

    private static String text(Json.Obj fact, String field) {
        return ((Json.Str) Objects.requireNonNull(fact.get(field))).value();
    }

    @Test
    void a_reader_of_our_own_records_may_allow_more_nesting() {
        String text = "[".repeat(5_000) + "]".repeat(5_000);
        assertThat(JsonWriter.compact(JsonReader.read(text, 5_000))).isEqualTo(text);
        assertThatThrownBy(() -> JsonReader.read(text, 4_999))
                .isInstanceOf(JsonSyntaxException.class);
    }

    /** 256 KiB, a quarter of what a platform thread usually has. */
    private static void onASmallStack(Runnable check) throws InterruptedException {
        Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
        var thread = new Thread(null, check, "small stack", 256 * 1024);
        thread.setUncaughtExceptionHandler((_, failure) -> failures.add(failure));
        thread.start();
        thread.join();
        assertThat(failures).isEmpty();
    }
}
