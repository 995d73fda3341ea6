package dev.arcrun.engine.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.template.Segment.Literal;
import dev.arcrun.engine.template.Segment.Reference;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.RandomJson;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplatePropertiesTest {
    private static final List<String> PIECES =
            List.of(
                    "{",
                    "}",
                    "{{",
                    "}}",
                    "{{{{",
                    "a",
                    "b c",
                    ".",
                    "[",
                    "]",
                    "\"",
                    "\\",
                    "0",
                    "??",
                    " ",
                    "\n",
                    "1",
                    "null",
                    "時",
                    "\ud83d",
                    "{{a}}",
                    "{{a.b ?? [1]}}",
                    "{{a[\"x y\"]}}",
                    "credential",
                    "{{credential.K}}",
                    "\"x\"",
                    "{}",
                    ",");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void any_text_parses_and_its_written_form_parses_to_the_same(long seed) {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < 6_000; i++) {
            String text = text(random, 10);
            Template parsed = Template.parse(text);
            assertThat(withoutPlaces(Template.parse(parsed.toString())))
                    .as("seed %s: %s", seed, text)
                    .isEqualTo(withoutPlaces(parsed));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_reference_stands_between_its_places(long seed) {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < 6_000; i++) {
            String text = text(random, 10);
            for (Reference reference : Template.parse(text).references()) {
                String written = text.substring(reference.start(), reference.end());
                Reference alone = Template.parse(written).references().getFirst();
                assertThat(alone.path()).as("seed %s: %s", seed, text).isEqualTo(reference.path());
                assertThat(written).startsWith("{{").endsWith("}}");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_text_without_double_braces_resolves_to_itself(long seed) {
        var values = new RandomJson(new SplittableRandom(seed));
        for (int i = 0; i < 2_000; i++) {
            Json.Obj parameters = values.object(3);
            if (!parameters.toString().contains("{{")) {
                assertThat(resolve(parameters, Scope.EMPTY).value()).isEqualTo(parameters);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_value_that_was_put_in_is_never_read_again(long seed) {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < 10_000; i++) {
            Json hostile = Json.of(text(random, 8));
            Scope scope = Scope.of(Map.of("x", hostile, "a", Json.of("read again")));
            Json.Obj resolved =
                    resolve(
                                    Json.object(
                                            "whole", Json.of("{{x}}"), "part", Json.of("<{{x}}>")),
                                    scope)
                            .value();
            assertThat(resolved.get("whole")).isEqualTo(hostile);
            assertThat(resolved.get("part"))
                    .isEqualTo(Json.of("<" + ((Json.Str) hostile).value() + ">"));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void renaming_there_and_back_gives_the_same_bytes(long seed) {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < 10_000; i++) {
            String text = text(random, 10);
            String there = Template.renameRoot(text, "a", "fresh name");
            assertThat(Template.renameRoot(there, "fresh name", "a"))
                    .as("seed %s: %s", seed, text)
                    .isEqualTo(text);
        }
    }

    /** Each would take hours if it were read again from every brace. */
    @Test
    void reading_takes_time_in_proportion_to_the_text() {
        for (String piece :
                List.of(
                        "{{",
                        "{{ ",
                        "{{a??[",
                        "{{a??\"",
                        "{{a??[\"{{a??[\",",
                        "{{a[\"",
                        "{{a.",
                        "{{a ",
                        "{{a?? \\\"",
                        "}}",
                        "{{a??{\"{{a??\":",
                        "{{{",
                        "{{a}}")) {
            String text = piece.repeat(1_000_000 / piece.length());
            assertThat(Template.parse(text).segments()).isNotEmpty();
            assertThat(Template.unread(text)).isNotNull();
        }
        String spaces = "{{" + " ".repeat(5_000_000);
        assertThat(Template.parse(spaces).segments()).containsExactly(new Literal(spaces));
    }

    private static String text(SplittableRandom random, int pieces) {
        var text = new StringBuilder();
        for (int n = random.nextInt(pieces); n > 0; n--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private static List<Object> withoutPlaces(Template template) {
        return template.segments().stream()
                .map(segment ->
                        switch (segment) {
                            case Literal literal -> (Object) literal;
                            case Reference it ->
                                    List.of(it.path(), String.valueOf(it.defaultValue()));
                        })
                .toList();
    }

    private static Resolution resolve(Json.Obj parameters, Scope scope) {
        return Templates.resolve(
                parameters, Set.of(), scope, false, CredentialPlaceholder.of("nonce"));
    }
}
