package dev.arcrun.engine.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.document.Problem;
import dev.arcrun.engine.document.Problem.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretInRecipeTest {
    private static final String RANDOM = "k3Jq8Zt1Wv5Xy7Bn2Md4Lf6Gh9PcRsTuVwXy01";

    private static Checking header(String value) {
        return Checking.of(
                "input >> PIPE >> it",
                "it: { component: http_request, url: https://a.test, headers: { X: \""
                        + value
                        + "\" } }");
    }

    /** Put together here, so that no scanner takes this file for a leak. */
    static List<String> secrets() {
        return List.of(
                "sk-" + RANDOM,
                "sk-ant-" + RANDOM,
                "ghp_" + RANDOM.substring(0, 36),
                "xoxb-" + "1234567890-" + RANDOM.substring(0, 20),
                "AK" + "IAQ3EGR5LT7WX2ZC4V",
                "AIza" + RANDOM.substring(0, 35),
                "sk_live_" + RANDOM.substring(0, 24),
                "12345678:AA" + RANDOM.substring(0, 33),
                "eyJ" + RANDOM + ".eyJ" + RANDOM + "." + RANDOM);
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void is_found_never_repeated_and_replaced(String secret) {
        Checking checked = header("key " + secret + ";");

        Problem problem = checked.only("SECRET_IN_RECIPE", Severity.WARNING);

        assertThat(checked.at(problem)).isEqualTo(secret);
        assertThat(problem.message() + problem.fixes().getFirst().label()).doesNotContain(secret);
        Checking fixed = checked.fixed(problem.fixes().getFirst());
        assertThat(fixed.document().text()).doesNotContain(secret).contains("key {{credential.");
        fixed.isClean();
    }

    @Test
    void a_written_bearer_token_is_one() {
        Checking checked = header("Bearer " + RANDOM);

        assertThat(checked.at(checked.only("SECRET_IN_RECIPE", Severity.WARNING)))
                .isEqualTo(RANDOM);
    }

    @Test
    void a_private_key_is_one() {
        Checking checked =
                header(
                        "-----BEGIN PRIVATE KEY-----\\n"
                                + RANDOM
                                + RANDOM
                                + "\\n-----END PRIVATE KEY-----");

        checked.only("SECRET_IN_RECIPE", Severity.WARNING);
    }

    @Test
    void in_code_it_is_told_without_a_fix() {
        Checking checked =
                Checking.of(
                        "input >> PIPE >> it",
                        "it: { component: code, code: 'return \"sk-" + RANDOM + "\"' }");

        assertThat(checked.only("SECRET_IN_RECIPE", Severity.WARNING).fixes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer {{credential.CHAT_TOKEN}}",
                "Bearer {{input.city}}",
                "sk-xxxxxxxxxxxxxxxxxxxxxxxx",
                "task-1234567890abcdefghijklmnop",
                "a sentence about sk- and ghp_ prefixes",
                "https://a.test/AKIA",
                "Basic research on tokens 2026"
            })
    void what_only_resembles_one_is_fine(String text) {
        header(text).isClean();
    }
}
