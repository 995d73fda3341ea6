package dev.arcrun.engine.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.document.Problem;
import dev.arcrun.engine.document.Problem.Severity;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CredentialsTest {
    private static final Surroundings KNOWN =
            Surroundings.UNKNOWN.withCredentials(Set.of("CHAT_TOKEN", "GITHUB_HOOK"));
    private static final String SEND = "it: { component: telegram_send, chat_id: 1, text: hi%s }";

    private static Checking node(String config) {
        return Checking.of("input >> PIPE >> it", config);
    }

    private static Checking header(String value) {
        return node(
                "it: { component: http_request, url: https://a.test, headers: { Authorization: '"
                        + value
                        + "' } }");
    }

    @Test
    void an_unknown_name_gets_the_nearest() {
        Checking checked = header("Bearer {{credential.CHAT_TOKN}}").in(KNOWN);

        Problem problem = checked.only("CREDENTIAL_UNKNOWN", Severity.WARNING);

        assertThat(checked.at(problem)).isEqualTo("{{credential.CHAT_TOKN}}");
        Checking fixed = checked.fixed(problem.fixes().getFirst());
        assertThat(fixed.document().text()).contains("Bearer {{credential.CHAT_TOKEN}}");
        fixed.isClean();
    }

    @Test
    void the_secret_of_a_hook_and_a_mapping_are_names_too() {
        Checking hook =
                Checking.text(
                                Checking.recipe(
                                        "triggers:\n  - webhook: { public: true, verify: { style: github, secret: GITHUB_HOK } }\n",
                                        "input >> PIPE >> it",
                                        "it: { component: set, values: {} }"))
                        .in(KNOWN);
        Problem problem = hook.only("CREDENTIAL_UNKNOWN", Severity.WARNING);
        assertThat(hook.at(problem)).isEqualTo("GITHUB_HOK");
        hook.fixed(problem.fixes().getFirst()).isClean();

        Checking mapping =
                node(SEND.formatted(", credentials: { telegram_bot_token: CHAT_TOKN }")).in(KNOWN);
        mapping.fixed(mapping.only("CREDENTIAL_UNKNOWN", Severity.WARNING).fixes().getFirst())
                .isClean();
    }

    @Test
    void a_needed_credential_is_missing_until_it_is_mapped() {
        Checking checked = node(SEND.formatted("")).in(KNOWN);

        Problem problem = checked.only("CREDENTIAL_MISSING", Severity.WARNING);

        assertThat(problem.message()).contains("needs the telegram bot token");
        checked.fixed(problem.fixes().getFirst()).isClean();
        node(SEND.formatted(""))
                .in(Surroundings.UNKNOWN.withCredentials(Set.of("telegram_bot_token")))
                .isClean();
        node(SEND.formatted("")).isClean();
    }

    @Test
    void a_mapping_the_part_does_not_ask_for_is_renamed() {
        Checking checked = node(SEND.formatted(", credentials: { telegram_bot_tokn: CHAT_TOKEN }"));

        Problem problem = checked.only("CREDENTIAL_KEY_UNKNOWN", Severity.WARNING);

        checked.fixed(problem.fixes().getFirst()).isClean();
        node("it: { component: set, values: {}, credentials: { a: CHAT_TOKEN } }")
                .only("CREDENTIAL_KEY_UNKNOWN", Severity.WARNING);
    }

    @Test
    void a_reference_must_be_one_name_without_default() {
        header("{{credential}}").only("CREDENTIAL_REFERENCE", Severity.ERROR);
        header("{{credential.A.B}}").only("CREDENTIAL_REFERENCE", Severity.ERROR);
        header("{{credential.CHAT_TOKEN ?? 1}}").only("CREDENTIAL_REFERENCE", Severity.ERROR);
        header("{{credential.CHAT_TOKEN}}").isClean();
    }

    @Test
    void a_part_without_requests_never_gets_the_value() {
        node("it: { component: set, values: { token: '{{credential.CHAT_TOKEN}}' } }")
                .only("CREDENTIAL_WITHOUT_REQUEST", Severity.WARNING);
    }

    @Test
    void a_condition_never_sees_a_credential() {
        node("it: { component: if_control, condition: \"{{credential.CHAT_TOKEN}} == 1\" }")
                .only("CREDENTIAL_IN_CONDITION", Severity.WARNING);
        Checking edge =
                Checking.of(
                        "input >> PIPE >> it\nit >> IF(credential.CHAT_TOKEN == 1) >> output",
                        "it: { component: set, values: {} }");
        assertThat(edge.codes()).contains("CREDENTIAL_IN_CONDITION");
    }
}
