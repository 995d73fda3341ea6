package dev.arcrun.engine.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonReader;
import dev.arcrun.engine.value.JsonWriter;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplatesTest {
    private static final CredentialPlaceholder CREDENTIALS = CredentialPlaceholder.of("n0nce");
    private static final Scope SCOPE =
            Scope.membersOf(
                    JsonReader.read(
                            """
                            {"input": {"city": "Taipei", "n": 5, "none": null, "trap": "{{input.city}}",
                                       "list": [1, {"a b": "x"}], "credential": "mine"},
                             "fetch": {"data": {"items": [1], "total": 2}},
                             "credential": {"KEY": "from the caller"},
                             "my node": {"data": 1}, "時間": "now"}
                            """));

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"a": "{{input.n}}"}                            ¦ {"a":5}
                    {"a": "n={{input.n}}"}                          ¦ {"a":"n=5"}
                    {"a": "{{ input.list }}"}                       ¦ {"a":[1,{"a b":"x"}]}
                    {"a": "l={{input.list}}"}                       ¦ {"a":"l=[1,{\\"a b\\":\\"x\\"}]"}
                    {"a": "{{input.list.1[\\"a b\\"]}}"}            ¦ {"a":"x"}
                    {"a": "{{input.list[0]}}"}                      ¦ {"a":1}
                    {"a": "{{input.none}}"}                         ¦ {"a":null}
                    {"a": "-{{input.none}}-"}                       ¦ {"a":"-null-"}
                    {"a": "{{input.missing}}", "b": 1}              ¦ {"b":1}
                    {"a": ["{{input.missing}}", 1]}                 ¦ {"a":[null,1]}
                    {"a": {"b": "{{input.missing}}"}}               ¦ {"a":{}}
                    {"a": "{{input.missing ?? \\"x}}y\\"}}"}        ¦ {"a":"x}}y"}
                    {"a": "{{input.missing ?? {\\"b\\":{}}}}"}      ¦ {"a":{"b":{}}}
                    {"a": "{{input.none??[1, 2]}}"}                 ¦ {"a":[1,2]}
                    {"a": "{{input.trap}}"}                         ¦ {"a":"{{input.city}}"}
                    {"a": "<{{input.trap}}>"}                       ¦ {"a":"<{{input.city}}>"}
                    {"a": "{{{{input.n}}"}                          ¦ {"a":"{{input.n}}"}
                    {"a": "{{{input.n}}}"}                          ¦ {"a":"{5}"}
                    {"a": "{{#if x}} {{ }} {{a..b}} {{a ?? b}}"}    ¦ {"a":"{{#if x}} {{ }} {{a..b}} {{a ?? b}}"}
                    {"{{input.n}}": 1}                              ¦ {"{{input.n}}":1}
                    {"a": "{{my node.data}}"}                       ¦ {"a":1}
                    {"a": "{{時間}}"}                                 ¦ {"a":"now"}
                    {"a": "{{credential.KEY}}"}                     ¦ {"a":"«credential:KEY#n0nce»"}
                    {"a": "Bearer {{ credential.KEY }}"}            ¦ {"a":"Bearer «credential:KEY#n0nce»"}
                    {"a": "{{input.credential}}"}                   ¦ {"a":"mine"}
                    """)
    void values_are_put_in(String parameters, String expected) {
        Resolution resolution =
                Templates.resolve(
                        (Json.Obj) JsonReader.read(parameters),
                        Set.of(),
                        SCOPE,
                        false,
                        CREDENTIALS);
        assertThat(resolution.failure()).isNull();
        assertThat(JsonWriter.compact(resolution.value())).isEqualTo(expected);
    }

    @Test
    void a_missing_embedded_reference_fails_with_the_nearest_name() {
        Resolution resolution = resolve("{\"a\": \"x {{fetch.data.itms}}\"}", false);
        assertThat(resolution.failure())
                .isEqualTo(
                        new Unresolved(
                                "UNRESOLVED_REFERENCE",
                                "fetch.data.itms",
                                "`{{fetch.data.itms}}` names nothing: `fetch.data` has `items`, `total`. Use `{{fetch.data.items}}`?",
                                java.util.List.of("fetch.data.items")));
    }

    @Test
    void a_missing_whole_reference_is_listed_and_with_strict_fails() {
        assertThat(resolve("{\"a\": \"{{input.x}}\"}", false).unresolved())
                .containsExactly("input.x");
        assertThat(resolve("{\"a\": \"{{input.x}}\"}", false).failure()).isNull();
        assertThat(resolve("{\"a\": \"{{input.x}}\"}", true).failure()).isNotNull();
    }

    @Test
    void a_reference_left_out_is_listed_once_in_the_order_of_the_text() {
        Resolution resolution =
                resolve(
                        "{\"a\": [\"{{b.x}}\", \"{{a}}\"], \"c\": {\"d\": \"{{ b[\\\"x\\\"] }}\"}}",
                        false);
        assertThat(resolution.unresolved()).containsExactly("b.x", "a");
        assertThat(JsonWriter.compact(resolution.value()))
                .isEqualTo("{\"a\":[null,null],\"c\":{}}");
    }

    @Test
    void the_first_failure_is_told_and_the_rest_still_resolved() {
        Resolution resolution =
                resolve(
                        "{\"a\": \"{{input.n}}\", \"b\": \"-{{x}}-{{y}}\", \"c\": \"{{z}}!\"}",
                        false);
        assertThat(resolution.failure()).isNotNull();
        assertThat(resolution.failure()).extracting(Unresolved::reference).isEqualTo("x");
        assertThat(JsonWriter.compact(resolution.value())).isEqualTo("{\"a\":5}");
    }

    @Test
    void a_default_counts_where_there_is_no_value_also_with_strict() {
        assertThat(resolve("{\"a\": \"{{x ?? 1}}\"}", true).value())
                .isEqualTo(Json.object("a", Json.of(1)));
        assertThat(resolve("{\"a\": \"<{{x ?? {\\\"b\\\": 1}}}>\"}", true).value())
                .isEqualTo(Json.object("a", Json.of("<{\"b\":1}>")));
    }

    @Test
    void verbatim_parameters_are_taken_as_written_at_any_depth() {
        Resolution resolution =
                Templates.resolve(
                        Json.object(
                                "code",
                                        Json.object(
                                                "a", Json.of("{{input.n}} {{credential.K}} {{{{")),
                                "data", Json.object("code", Json.of("{{input.n}}"))),
                        Set.of("code"),
                        SCOPE,
                        true,
                        CREDENTIALS);
        assertThat(JsonWriter.compact(resolution.value()))
                .isEqualTo(
                        "{\"code\":{\"a\":\"{{input.n}} {{credential.K}} {{{{\"},\"data\":{\"code\":5}}");
    }

    @Test
    void white_space_around_a_whole_reference_does_not_make_it_a_text() {
        assertThat(resolve("{\"a\": \"  {{input.list}}\\n\"}", false).value())
                .isEqualTo(resolve("{\"a\": \"{{input.list}}\"}", false).value());
    }

    @Test
    void members_keep_their_order() {
        assertThat(
                        JsonWriter.compact(
                                resolve("{\"b\": 1, \"a\": \"{{input.n}}\", \"1\": 2}", false)
                                        .value()))
                .isEqualTo("{\"1\":2,\"b\":1,\"a\":5}");
    }

    @Test
    void a_caller_can_not_reach_what_only_the_prototype_has() {
        assertThat(
                        resolve("{\"a\": \"{{input.constructor}}{{input.__proto__ ?? 1}}\"}", false)
                                .failure())
                .isNotNull();
    }

    private static Resolution resolve(String parameters, boolean strict) {
        return Templates.resolve(
                (Json.Obj) JsonReader.read(parameters), Set.of(), SCOPE, strict, CREDENTIALS);
    }
}
