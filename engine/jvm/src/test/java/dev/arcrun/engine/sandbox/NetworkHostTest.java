package dev.arcrun.engine.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkHostTest extends LocalNetwork {
    @Test
    void an_answer_has_status_headers_and_body() throws Exception {
        server.enqueue(
                new MockResponse.Builder().code(404).addHeader("X-A", "b").body("no").build());

        HttpAnswer answer = get("/x?q=1");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.headers()).contains(new Header("x-a", "b"));
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("no");
        assertThat(server.takeRequest().getTarget()).isEqualTo("/x?q=1");
    }

    @Test
    void a_host_that_is_not_allowed_is_not_asked() {
        var failure = failure(call("GET", url("other.test", "/")));

        assertThat(failure.code()).isEqualTo(FailureCode.HOST_NOT_ALLOWED);
        assertThat(failure.error()).contains("other.test");
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void an_allowed_name_that_leads_to_this_machine_is_refused() {
        allowed.add(AllowedHost.of("public.test"));

        var failure = failure(call("GET", url("public.test", "/")));

        assertThat(failure.code()).isEqualTo(FailureCode.HOST_NOT_ALLOWED);
        assertThat(failure.error()).contains("this machine or its network");
        assertThat(server.getRequestCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.1",
                "2130706433",
                "0x7f000001",
                "0177.0.0.1",
                "[::1]",
                "[::ffff:127.0.0.1]",
                "0.0.0.0",
                "169.254.169.254"
            })
    void an_allowed_address_of_this_machine_is_refused_in_every_form(String host) {
        allowed.add(AllowedHost.of("*"));

        var failure = failure(call("GET", url(host, "/")));

        assertThat(failure.code()).isEqualTo(FailureCode.HOST_NOT_ALLOWED);
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void the_address_that_was_checked_is_the_one_connected_to() throws Exception {
        var lookups = new AtomicInteger();
        resolver =
                host ->
                        lookups.getAndIncrement() == 0
                                ? List.of(InetAddress.getByName("192.0.2.1"))
                                : List.of(InetAddress.getLoopbackAddress());
        allowed.add(AllowedHost.of("rebinding.test"));

        var failure = failure(call("GET", url("rebinding.test", "/")));

        assertThat(failure.code()).isEqualTo(FailureCode.HOST_NOT_ALLOWED);
        assertThat(lookups).hasValue(1);
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void of_several_addresses_only_public_ones_are_tried() throws Exception {
        var list =
                new AllowList(
                        List.of(AllowedHost.of("both.test")),
                        List.of(),
                        host ->
                                List.of(
                                        InetAddress.getLoopbackAddress(),
                                        InetAddress.getByName("8.8.8.8")));

        assertThat(list.resolverFor(okhttp3.HttpUrl.get("http://both.test/")).lookup("both.test"))
                .containsExactly(InetAddress.getByName("8.8.8.8"));
    }

    @Test
    void a_redirect_is_followed_to_an_allowed_host() throws Exception {
        redirectTo(302, url("api.test", "/next"));
        server.enqueue(new MockResponse.Builder().body("there").build());

        assertThat(new String(get("/").body(), StandardCharsets.UTF_8)).isEqualTo("there");
    }

    @ParameterizedTest
    @ValueSource(strings = {"other.test", "127.0.0.1", "[::1]"})
    void a_redirect_to_a_host_that_is_not_allowed_is_refused(String host) {
        redirectTo(302, url(host, "/"));

        var failure = failure(call("GET", url("api.test", "/")));

        assertThat(failure.code()).isEqualTo(FailureCode.HOST_NOT_ALLOWED);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void a_redirect_to_a_file_is_refused() {
        redirectTo(302, "file:///etc/passwd");

        assertThat(failure(call("GET", url("api.test", "/"))).code())
                .isEqualTo(FailureCode.INVALID_REQUEST);
    }

    @Test
    void the_sixth_redirect_is_one_too_many() {
        for (int i = 0; i < 6; i++) {
            redirectTo(301, "/again");
        }

        assertThat(failure(call("GET", url("api.test", "/"))).code())
                .isEqualTo(FailureCode.TOO_MANY_REDIRECTS);
        assertThat(server.getRequestCount()).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource({
        "301, POST, GET, 0",
        "302, POST, GET, 0",
        "303, POST, GET, 0",
        "303, PUT, GET, 0",
        "302, PUT, PUT, 4",
        "307, POST, POST, 4",
        "308, POST, POST, 4",
        "303, HEAD, HEAD, 0"
    })
    void methods_change_on_redirects_as_in_fetch(int status, String before, String after, int body)
            throws Exception {
        redirectTo(status, "/next");
        server.enqueue(new MockResponse.Builder().build());

        host().http(call(before, url("api.test", "/"), "body", new Header("Content-Type", "x/y")));

        server.takeRequest();
        RecordedRequest second = server.takeRequest();
        assertThat(second.getMethod()).isEqualTo(after);
        assertThat(second.getBodySize()).isEqualTo(body);
        assertThat(second.getHeaders().get("Content-Type"))
                .isEqualTo(body == 0 && after.equals("GET") ? null : "x/y");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nInjected: yes", "a\nb", "a\u0000b"})
    void line_breaks_in_a_header_are_refused(String value) {
        assertThat(failure(call("GET", url("api.test", "/"), "", new Header("X", value))).code())
                .isEqualTo(FailureCode.INVALID_REQUEST);
        assertThat(server.getRequestCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONNECT", "trace", "G ET", "", "GET\r\nX: y"})
    void methods_that_are_none_are_refused(String method) {
        assertThat(failure(call(method, url("api.test", "/"))).code())
                .isEqualTo(FailureCode.INVALID_REQUEST);
    }

    @Test
    void headers_of_the_connection_are_ours() throws Exception {
        server.enqueue(new MockResponse.Builder().build());

        host().http(
                        call(
                                "GET",
                                url("api.test", "/"),
                                "dropped",
                                new Header("Host", "evil.test"),
                                new Header("Content-Length", "5"),
                                new Header("Transfer-Encoding", "chunked")));

        RecordedRequest sent = server.takeRequest();
        assertThat(sent.getHeaders().get("Host")).isEqualTo("api.test:" + server.getPort());
        assertThat(sent.getHeaders().get("Transfer-Encoding")).isNull();
        assertThat(sent.getBodySize()).isZero();
    }

    @Test
    void an_answer_over_the_limit_is_a_failure() {
        server.enqueue(new MockResponse.Builder().body("x".repeat(2000)).build());

        var failure = failure(call("GET", url("api.test", "/")));

        assertThat(failure.code()).isEqualTo(FailureCode.RESPONSE_TOO_LARGE);
    }

    @Test
    void an_unknown_name_is_a_failure_that_names_it() {
        resolver =
                host -> {
                    throw new java.net.UnknownHostException(host);
                };

        var failure = failure(call("GET", url("api.test", "/")));

        assertThat(failure.code()).isEqualTo(FailureCode.NETWORK_ERROR);
        assertThat(failure.error()).contains("api.test");
    }

    @Test
    void a_server_that_never_answers_is_a_failure_after_the_time() {
        server.enqueue(new MockResponse.Builder().headersDelay(30, TimeUnit.SECONDS).build());

        var failure = failure(call("GET", url("api.test", "/")), Duration.ofMillis(200));

        assertThat(failure.code()).isEqualTo(FailureCode.NETWORK_TIMEOUT);
    }

    @Test
    void waiting_ends_when_the_thread_is_interrupted() {
        server.enqueue(new MockResponse.Builder().headersDelay(30, TimeUnit.SECONDS).build());
        Thread.currentThread().interrupt();

        var failure = failure(call("GET", url("api.test", "/")));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure.code()).isEqualTo(FailureCode.CANCELLED);
    }
}
