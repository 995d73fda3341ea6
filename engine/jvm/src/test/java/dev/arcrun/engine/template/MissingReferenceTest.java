package dev.arcrun.engine.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonReader;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MissingReferenceTest {
    private static final Json NAMES =
            JsonReader.read(
                    """
                    {"_now": "x", "input": {"city": "Taipei", "empty": {}, "n": 1, "none": null},
                     "fetch": {"success": true,
                               "data": {"items": [1, 2, 3], "total": 2, "first name": "x", "no": []}},
                     "order list": 1}
                    """);

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '´',
            textBlock =
                    """
                    ftch.data.total      ¦ nothing here is called `ftch`. Use `{{fetch.data.total}}`?
                    orderlist            ¦ nothing here is called `orderlist`. Use `{{order list}}`?
                    weather              ¦ nothing here is called `weather`; there are `input`, `fetch`, `order list`. Give it a default with `??` or refer to something else.
                    fetch.data.itms      ¦ `fetch.data` has `items`, `total`, `first name`, `no`. Use `{{fetch.data.items}}`?
                    fetch.dta.items      ¦ `fetch` has `success`, `data`. Use `{{fetch.data.items}}`?
                    fetch.items.0        ¦ `fetch` has `success`, `data`. Use `{{fetch.data.items.0}}`?
                    fetch.data.firstname ¦ `fetch.data` has `items`, `total`, `first name`, `no`. Use `{{fetch.data["first name"]}}`?
                    fetch.data.items.3   ¦ `fetch.data.items` is a list with the positions 0 to 2. Give it a default with `??` or refer to something else.
                    fetch.data.no.0      ¦ `fetch.data.no` is an empty list. Give it a default with `??` or refer to something else.
                    input.city.name      ¦ `input.city` is a text. Give it a default with `??` or refer to something else.
                    input.n.x            ¦ `input.n` is a number. Give it a default with `??` or refer to something else.
                    input.none.x         ¦ `input.none` is null. Give it a default with `??` or refer to something else.
                    fetch.success.x      ¦ `fetch.success` is true or false. Give it a default with `??` or refer to something else.
                    input.empty.x        ¦ `input.empty` is an empty object. Give it a default with `??` or refer to something else.
                    """)
    void a_missing_reference_is_explained(String path, String explanation) {
        Unresolved failure = failure("{{" + path + "}}", Scope.membersOf(NAMES));
        assertThat(failure.message()).isEqualTo("`{{" + path + "}}` names nothing: " + explanation);
        assertThat(failure.code()).isEqualTo("UNRESOLVED_REFERENCE");
        assertThat(failure.reference()).isEqualTo(path);
    }

    @Test
    void where_nothing_has_a_name_none_is_listed() {
        assertThat(failure("{{x}}", Scope.EMPTY).message())
                .isEqualTo(
                        "`{{x}}` names nothing: nothing here is called `x`. Give it a default with `??` or refer to something else.");
    }

    @Test
    void long_and_many_names_are_cut() {
        String members =
                IntStream.range(0, 1_000)
                        .mapToObj(i -> "\"" + "k".repeat(5_000) + i + "\":1")
                        .collect(Collectors.joining(","));
        Scope scope = Scope.membersOf(JsonReader.read("{\"a\":{" + members + "}}"));
        assertThat(failure("{{a.b}}", scope).message())
                .hasSizeLessThan(1_000)
                .contains("and 994 more");
        assertThat(failure("{{" + "long".repeat(10_000) + "}}", scope).message())
                .hasSizeLessThan(1_000);
    }

    private static Unresolved failure(String text, Scope scope) {
        Resolution resolution =
                Templates.resolve(
                        Json.object("p", Json.of(text)),
                        Set.of(),
                        scope,
                        true,
                        CredentialPlaceholder.of("n"));
        return Objects.requireNonNull(resolution.failure());
    }
}
