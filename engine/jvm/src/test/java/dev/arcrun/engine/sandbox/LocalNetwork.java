package dev.arcrun.engine.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A web server on this machine that answers for every name, and what a part may reach of it. */
abstract class LocalNetwork {
    static final String NONCE = "n0nce";

    final MockWebServer server = new MockWebServer();
    Network.Resolver resolver = host -> List.of(InetAddress.getLoopbackAddress());
    final List<AllowedHost> allowed = new ArrayList<>(List.of(new AllowedHost("api.test", true)));
    final List<Credential> vault =
            List.of(
                    new Credential("token", "s3cret/val\"ue".toCharArray(), List.of("api.test")),
                    new Credential("schlüssel", "geheim".toCharArray(), List.of("api.test")),
                    new Credential("lines", "first\nsecond".toCharArray(), List.of("api.test")));

    @BeforeEach
    void start() throws Exception {
        server.start(InetAddress.getLoopbackAddress(), 0);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    HttpAnswer get(String path) throws HostFailure {
        return host().http(call("GET", url("api.test", path)));
    }

    NetworkHost host() {
        return host(Duration.ofSeconds(10));
    }

    NetworkHost host(Duration timeout) {
        Credentials credentials =
                name ->
                        vault.stream()
                                .filter(each -> each.name().equals(name))
                                .findFirst()
                                .orElse(null);
        return new NetworkHost(
                new Network(host -> resolver.lookup(host)),
                new NetworkRights(allowed, credentials, NONCE, 1000, timeout));
    }

    CallFailure failure(HttpCall call) {
        return failure(call, Duration.ofSeconds(10));
    }

    CallFailure failure(HttpCall call, Duration timeout) {
        var thrown = catchThrowableOfType(HostFailure.class, () -> host(timeout).http(call));
        assertThat(thrown).isNotNull();
        return thrown.failure();
    }

    static String text(RecordedRequest sent) {
        return Objects.requireNonNull(sent.getBody()).utf8();
    }

    void redirectTo(int status, String location) {
        server.enqueue(
                new MockResponse.Builder().code(status).addHeader("Location", location).build());
    }

    String url(String host, String path) {
        return "http://" + host + ":" + server.getPort() + path;
    }

    static HttpCall call(String method, String url) {
        return call(method, url, "");
    }

    static HttpCall call(String method, String url, String body, Header... headers) {
        return new HttpCall(method, url, List.of(headers), body.getBytes(StandardCharsets.UTF_8));
    }

    static String held(String name) {
        return "«credential:" + name + "#" + NONCE + "»";
    }
}
