package dev.arcrun.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {
    private static final String SHOWN = "«credential:KEY»";

    private static Redactor of(String secret) {
        return new Redactor(Map.of("KEY", secret.toCharArray()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3cr3t-t0ken", "pä\"ss wörd", "鑰匙+很長/的=", "a\nb\tc\\d\"e", "🔑🔑🔑🔑"})
    void a_secret_is_hidden_in_every_form(String secret) {
        Redactor redactor = of(secret);
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        assertThat(redactor.redact("Bearer " + secret + "!")).isEqualTo("Bearer " + SHOWN + "!");
        assertThat(redactor.redact(URLEncoder.encode(secret, StandardCharsets.UTF_8)))
                .isEqualTo(SHOWN);
        assertThat(redactor.redact(JsonWriter.quote(secret))).isEqualTo('"' + SHOWN + '"');
        assertThat(redactor.redact(Base64.getEncoder().encodeToString(bytes))).contains(SHOWN);
        assertThat(redactor.redact(Base64.getUrlEncoder().encodeToString(bytes))).contains(SHOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a%2Fb~(c*d)%3C%26%3E%C3%A9%22x%20y'z!%23", // encodeURIComponent
                "a/b~(c*d)%3C&%3E%C3%A9%22x%20y'z!#", // encodeURI
                "a%2Fb%7E%28c*d%29%3C%26%3E%C3%A9%22x+y%27z%21%23", // a form
                "a/b~(c*d)%3C&%3E%c3%a9%22x%20y%27z!%23", // a query as it is parsed
                "a\\/b~(c*d)<&>é\\\"x y'z!#", // PHP
                "a/b~(c*d)\\u003c\\u0026\\u003eé\\\"x y'z!#", // Go
                "a/b~(c*d)<&>\\u00E9\\u0022x y\\u0027z!#", // .NET
            })
    void a_secret_is_hidden_whatever_an_encoder_leaves_as_it_is(String form) {
        Redactor redactor = of("a/b~(c*d)<&>é\"x y'z!#");
        assertThat(redactor.redact("<" + form + ">")).isEqualTo("<" + SHOWN + ">");
    }

    @Test
    void a_secret_is_hidden_inside_a_longer_base64_text_at_any_offset() {
        Redactor redactor = of("correct horse battery");
        for (String before : new String[] {"", "u", "us", "user:", "someone:"}) {
            String encoded =
                    Base64.getEncoder()
                            .encodeToString(
                                    (before + "correct horse battery:tail")
                                            .getBytes(StandardCharsets.UTF_8));
            assertThat(redactor.redact(encoded)).as(before).contains(SHOWN);
        }
    }

    @Test
    void member_names_and_nested_texts_are_redacted_and_numbers_that_are_a_secret_too() {
        Redactor redactor = new Redactor(Map.of("PIN", "123456".toCharArray()));
        Json value =
                Json.object(
                        "123456",
                        Json.array(Json.of("x 123456 y"), Json.of(123456.0), Json.of(7.0)));
        assertThat(JsonWriter.compact(redactor.redact(value)))
                .isEqualTo(
                        "{\"«credential:PIN»\":[\"x «credential:PIN» y\",\"«credential:PIN»\",7]}");
    }

    @Test
    void where_one_secret_contains_another_the_longer_one_is_named() {
        var redactor =
                new Redactor(
                        Map.of("SHORT", "abcdef".toCharArray(), "LONG", "abcdefgh".toCharArray()));
        assertThat(redactor.redact("abcdefgh abcdef"))
                .isEqualTo("«credential:LONG» «credential:SHORT»");
    }

    @Test
    void a_value_under_six_characters_is_no_credential() {
        assertThatThrownBy(() -> of("12345"))
                .hasMessageContaining("fewer than 6")
                .hasMessageNotContaining("12345");
    }

    @Test
    void a_redactor_never_shows_its_values() {
        assertThat(of("s3cr3t-t0ken").toString()).isEqualTo("Redactor of [KEY]");
    }

    @Test
    void texts_without_secrets_stay_as_they_are() {
        var random = new Random(7);
        Redactor redactor = of("zzzzzz-never");
        for (int i = 0; i < 500; i++) {
            byte[] bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            assertThat(redactor.redact(text)).isSameAs(text);
        }
    }

    @Test
    void a_secret_that_comes_later_is_hidden_from_then_on() {
        Redactor redactor = of("first-secret");
        assertThat(redactor.redact("later-secret")).isEqualTo("later-secret");

        redactor.add("LATER", "later-secret".toCharArray());
        redactor.add("AGAIN", "later-secret".toCharArray());

        assertThat(redactor.redact("a later-secret and first-secret"))
                .isEqualTo("a «credential:LATER» and " + SHOWN);
    }
}
