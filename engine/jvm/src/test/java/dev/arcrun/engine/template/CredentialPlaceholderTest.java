package dev.arcrun.engine.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arcrun.engine.template.CredentialPlaceholder.Match;
import dev.arcrun.engine.value.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialPlaceholderTest {
    private final CredentialPlaceholder ours = CredentialPlaceholder.of("abc123");

    @Test
    void its_text_names_the_credential_and_the_run() {
        assertThat(ours.text("API_KEY")).isEqualTo("«credential:API_KEY#abc123»");
    }

    @Test
    void placeholders_are_found_in_a_text_with_their_places() {
        String text = "Bearer " + ours.text("A") + ours.text("時間") + ".";
        assertThat(ours.find(text)).containsExactly(new Match("A", 7, 28), new Match("時間", 28, 50));
        assertThat(text.substring(7, 28)).isEqualTo(ours.text("A"));
    }

    @Test
    void one_of_another_run_is_plain_text() {
        assertThat(ours.find(CredentialPlaceholder.of("other").text("A"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "«credential:A»",
                "«credential:A#»",
                "«credential:A#abc12»",
                "«credential:A#ABC123»",
                "«credential:#abc123»",
                "«credential:a b#abc123»",
                "«credential:A\n#abc123»",
                "#abc123»",
                "«credential:A#abc123",
                "{{credential.A}}"
            })
    void a_text_that_only_looks_like_one_is_none(String text) {
        assertThat(ours.find(text)).isEmpty();
    }

    @Test
    void what_a_caller_puts_around_one_does_not_change_its_name() {
        String text = "«credential:OTHER" + ours.text("MINE") + "#abc»";
        assertThat(ours.find(text)).extracting(Match::name).containsExactly("MINE");
    }

    @Test
    void many_false_starts_and_ends_are_passed_over() {
        String text = "«credential:".repeat(100_000) + "#abc123»".repeat(100_000) + ours.text("A");
        assertThat(ours.find(text)).extracting(Match::name).containsExactly("A");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a#", "»", "a.b"})
    void only_names_can_be_written(String name) {
        assertThatThrownBy(() -> ours.text(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_nonce_is_not_told() {
        assertThat(ours.toString()).doesNotContain("abc123");
    }

    @Test
    void a_reference_in_the_recipes_text_becomes_one_and_never_asks_the_scope() {
        Scope hostile = Scope.of(Map.of("credential", Json.object("A", Json.of("stolen"))));
        Resolution resolution =
                resolve(
                        Json.object(
                                "whole", Json.of("{{credential.A}}"),
                                "part", Json.of("Bearer {{ credential[\"A\"] }}")),
                        hostile);
        assertThat(resolution.value())
                .isEqualTo(
                        Json.object(
                                "whole", Json.of(ours.text("A")),
                                "part", Json.of("Bearer " + ours.text("A"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{credential}}",
                "{{credential.A.b}}",
                "{{credential.A ?? \"x\"}}",
                "{{credential[\"a b\"]}}",
                "x {{credential.A.b}}"
            })
    void a_credential_with_further_steps_or_a_default_is_a_failure(String text) {
        Resolution resolution = resolve(Json.object("p", Json.of(text)), Scope.EMPTY);
        assertThat(resolution.failure())
                .isNotNull()
                .satisfies(failure -> {
                    assertThat(failure.code()).isEqualTo("CREDENTIAL_REFERENCE");
                    assertThat(failure.message())
                            .contains("`" + reference(text) + "`")
                            .contains("write `{{credential.NAME}}`");
                });
        assertThat(resolution.value().members()).isEmpty();
    }

    private static String reference(String text) {
        return text.substring(text.indexOf("{{"));
    }

    @Test
    void a_credential_in_a_value_stays_text() {
        Scope scope = Scope.of(Map.of("input", Json.of("{{credential.A}}")));
        assertThat(resolve(Json.object("p", Json.of("{{input}}")), scope).value())
                .isEqualTo(Json.object("p", Json.of("{{credential.A}}")));
    }

    @Test
    void other_members_called_credential_are_not_meant() {
        Scope scope = Scope.of(Map.of("input", Json.object("credential", Json.array(List.of()))));
        assertThat(resolve(Json.object("p", Json.of("{{input.credential}}")), scope).value())
                .isEqualTo(Json.object("p", Json.array(List.of())));
    }

    private Resolution resolve(Json.Obj parameters, Scope scope) {
        return Templates.resolve(parameters, Set.of(), scope, false, ours);
    }
}
