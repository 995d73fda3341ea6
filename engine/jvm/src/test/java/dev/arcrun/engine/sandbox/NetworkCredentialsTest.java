package dev.arcrun.engine.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkCredentialsTest extends LocalNetwork {
    @Test
    void a_credential_comes_in_url_header_and_body_just_before_sending() throws Exception {
        server.enqueue(new MockResponse.Builder().build());

        host().http(
                        call(
                                "POST",
                                url("api.test", "/bot" + held("token") + "/x?k=" + held("token")),
                                "{\"k\":\"" + held("token") + "\"}",
                                new Header("Content-Type", "application/json"),
                                new Header("Authorization", "Bearer " + held("token"))));

        RecordedRequest sent = server.takeRequest();
        assertThat(sent.getTarget()).isEqualTo("/bots3cret%2Fval%22ue/x?k=s3cret%2Fval%22ue");
        assertThat(sent.getHeaders().get("Authorization")).isEqualTo("Bearer s3cret/val\"ue");
        assertThat(text(sent)).isEqualTo("{\"k\":\"s3cret/val\\\"ue\"}");
    }

    @Test
    void bytes_around_a_placeholder_stay_as_they_are() throws Exception {
        server.enqueue(new MockResponse.Builder().build());
        var body = new java.io.ByteArrayOutputStream();
        body.write(0xff);
        body.writeBytes(held("schlüssel").getBytes(StandardCharsets.UTF_8));
        body.write(0xfe);

        host().http(new HttpCall("POST", url("api.test", "/"), List.of(), body.toByteArray()));

        byte[] sent = Objects.requireNonNull(server.takeRequest().getBody()).toByteArray();
        assertThat(sent).startsWith(0xff, 'g').endsWith('m', 0xfe).hasSize(2 + 6);
    }

    @Test
    void the_escapes_of_a_json_writer_do_not_hide_a_placeholder() throws Exception {
        server.enqueue(new MockResponse.Builder().build());
        String escaped = "{\"k\":\"\\u00abcredential:token#" + NONCE + "\\u00bb\"}";

        host().http(
                        call(
                                "POST",
                                url("api.test", "/"),
                                escaped,
                                new Header("Content-Type", "application/json")));

        assertThat(text(server.takeRequest())).isEqualTo("{\"k\":\"s3cret/val\\\"ue\"}");
    }

    @Test
    void a_percent_encoded_placeholder_gets_a_percent_encoded_value() throws Exception {
        server.enqueue(new MockResponse.Builder().build());
        String encoded = "%C2%ABcredential%3Atoken%23" + NONCE + "%C2%BB";

        host().http(call("POST", url("api.test", "/?k=" + encoded), "k=" + encoded));

        RecordedRequest sent = server.takeRequest();
        assertThat(sent.getTarget()).isEqualTo("/?k=s3cret%2Fval%22ue");
        assertThat(text(sent)).isEqualTo("k=s3cret%2Fval%22ue");
    }

    @Test
    void a_credential_comes_inside_basic_authentication() throws Exception {
        server.enqueue(new MockResponse.Builder().build());
        String basic = base64("user:" + held("token"));

        host().http(
                        call(
                                "GET",
                                url("api.test", "/"),
                                "",
                                new Header("authorization", "Basic " + basic)));

        assertThat(server.takeRequest().getHeaders().get("Authorization"))
                .isEqualTo("Basic " + base64("user:s3cret/val\"ue"));
    }

    @Test
    void a_credential_goes_to_its_own_hosts_only() {
        allowed.add(new AllowedHost("other.test", true));

        var failure =
                failure(call("GET", url("other.test", "/"), "", new Header("k", held("token"))));

        assertThat(failure.code()).isEqualTo(FailureCode.CREDENTIAL_HOST);
        assertThat(failure.error()).contains("token", "other.test").doesNotContain("s3cret");
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void a_credential_that_is_missing_is_named() {
        var failure =
                failure(call("GET", url("api.test", "/"), "", new Header("k", held("nobody"))));

        assertThat(failure.code()).isEqualTo(FailureCode.CREDENTIAL_MISSING);
        assertThat(failure.error()).contains("nobody");
    }

    @Test
    void a_placeholder_of_another_run_is_plain_text() throws Exception {
        server.enqueue(new MockResponse.Builder().build());

        host().http(call("POST", url("api.test", "/"), "«credential:token#other»"));

        assertThat(text(server.takeRequest())).isEqualTo("«credential:token#other»");
    }

    @Test
    void a_credential_can_not_decide_where_a_request_goes() {
        var failure = failure(call("GET", "http://" + held("token") + ".test/"));

        assertThat(failure.code()).isEqualTo(FailureCode.INVALID_REQUEST);
        assertThat(failure.error()).doesNotContain("s3cret");
    }

    @Test
    void a_credential_with_a_line_break_can_not_be_a_header() {
        var failure =
                failure(call("GET", url("api.test", "/"), "", new Header("k", held("lines"))));

        assertThat(failure.code()).isEqualTo(FailureCode.INVALID_REQUEST);
        assertThat(failure.error()).doesNotContain("first");
    }

    @Test
    void credentials_stay_behind_on_a_redirect_to_another_host() throws Exception {
        allowed.add(new AllowedHost("other.test", true));
        redirectTo(302, url("other.test", "/"));
        server.enqueue(new MockResponse.Builder().build());

        host().http(
                        call(
                                "GET",
                                url("api.test", "/"),
                                "",
                                new Header("X-Key", held("token")),
                                new Header("Authorization", "plain"),
                                new Header("Cookie", "a=b"),
                                new Header("X-Other", "stays")));

        assertThat(server.takeRequest().getHeaders().get("X-Key")).isEqualTo("s3cret/val\"ue");
        var second = server.takeRequest().getHeaders();
        assertThat(second.get("X-Key")).isNull();
        assertThat(second.get("Authorization")).isNull();
        assertThat(second.get("Cookie")).isNull();
        assertThat(second.get("X-Other")).isEqualTo("stays");
    }

    @Test
    void a_body_with_a_credential_is_not_sent_on_to_another_host() {
        allowed.add(new AllowedHost("other.test", true));
        redirectTo(307, url("other.test", "/"));

        var failure = failure(call("POST", url("api.test", "/"), held("token")));

        assertThat(failure.code()).isEqualTo(FailureCode.CREDENTIAL_HOST);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3cret%2Fval%22ue", "s3cret/val%22ue", "S3CRET/VAL%22UE&x=%zz"})
    void a_url_with_a_credential_is_not_gone_on_with_at_another_host(String written) {
        allowed.add(new AllowedHost("other.test", true));
        redirectTo(302, url("other.test", "/?k=" + written));

        var failure = failure(call("GET", url("api.test", "/?k=" + held("token"))));

        assertThat(failure.code()).isEqualTo(FailureCode.CREDENTIAL_HOST);
        assertThat(failure.toString()).doesNotContainIgnoringCase("s3cret");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void a_placeholder_that_is_not_whole_is_not_sent() {
        String whole = held("token");
        for (String text :
                List.of(
                        held("k".repeat(401)),
                        whole.substring(1),
                        whole.substring(0, whole.length() - 1))) {
            for (HttpCall call :
                    List.of(
                            call("GET", url("api.test", "/?k=" + text)),
                            call("GET", url("api.test", "/"), "", new Header("X", text)),
                            call("POST", url("api.test", "/"), text))) {
                assertThat(failure(call).code()).isEqualTo(FailureCode.INVALID_REQUEST);
            }
        }
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void a_url_with_a_credential_is_gone_on_with_where_it_belongs() throws Exception {
        redirectTo(302, "/next?k=s3cret%2Fval%22ue");
        server.enqueue(new MockResponse.Builder().body("there").build());

        var answer = host().http(call("GET", url("api.test", "/?k=" + held("token"))));

        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("there");
    }

    private static String base64(String text) {
        return java.util.Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
