package dev.arcrun.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arcrun.engine.sandbox.Header;
import dev.arcrun.engine.sandbox.HostFailure;
import dev.arcrun.engine.sandbox.HttpAnswer;
import dev.arcrun.engine.sandbox.HttpCall;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class HttpMockTest {
    private static HttpCall call(String method, String url) {
        return new HttpCall(method, url, List.of(), new byte[0]);
    }

    private static String body(HttpAnswer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    @Test
    void the_first_rule_that_fits_answers() throws HostFailure {
        HttpMock mock =
                HttpMock.of(
                        JsonReader.read(
                                """
                                [{"method": "post", "status": 201, "headers": {"X-A": 1}, "body": {"id": 7}},
                                 {"url": "https://a.test/x", "body": "plain"}]
                                """));
        HttpAnswer posted = mock.http(call("POST", "https://a.test/y"));
        assertThat(posted.status()).isEqualTo(201);
        assertThat(posted.headers()).containsExactly(new Header("x-a", "1"));
        assertThat(body(posted)).isEqualTo("{\"id\":7}");
        assertThat(body(mock.http(call("GET", "https://a.test/x")))).isEqualTo("plain");
        assertThatThrownBy(() -> mock.http(call("GET", "https://b.test/")))
                .isInstanceOf(HostFailure.class)
                .hasMessageContaining("b.test");
    }

    @Test
    void a_recorded_host_answers_any_request_and_has_its_values() throws HostFailure {
        HttpMock mock =
                HttpMock.recorded(
                        Json.object(
                                "http_response", Json.object("a", Json.of(1)),
                                "kv", Json.object("k", Json.of("v"))));
        assertThat(body(mock.http(call("GET", "https://any.test/")))).isEqualTo("{\"a\":1}");
        assertThat(mock.kvGet("k")).isEqualTo("v");
        mock.kvPut("k", "w", 0);
        assertThat(mock.kvGet("k")).isEqualTo("w");
        assertThatThrownBy(() -> HttpMock.recorded(null).http(call("GET", "https://any.test/")))
                .isInstanceOf(HostFailure.class);
    }

    @Test
    void a_rule_that_is_no_object_is_refused() {
        assertThatThrownBy(() -> HttpMock.of(Json.of("x"))).isInstanceOf(WorkspaceException.class);
    }
}
