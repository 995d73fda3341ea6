package dev.arcrun.engine.connector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.part.Contract;
import dev.arcrun.engine.sandbox.Credential;
import dev.arcrun.engine.sandbox.Credentials;
import dev.arcrun.engine.sandbox.HostServices;
import dev.arcrun.engine.sandbox.HttpAnswer;
import dev.arcrun.engine.sandbox.HttpCall;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConnectorHostTest {
    private final List<HttpCall> calls = new ArrayList<>();
    private final List<String> obtained = new ArrayList<>();
    private Credentials found = Credentials.NONE;

    private HostServices network(Credentials credentials) {
        found = credentials;
        return new HostServices() {
            @Override
            public HttpAnswer http(HttpCall call) {
                calls.add(call);
                String body = "{\"access_token\":\"made-token\",\"expires_in\":3600}";
                return new HttpAnswer(200, List.of(), body.getBytes(StandardCharsets.UTF_8));
            }
        };
    }

    private ConnectorHost host() {
        return new ConnectorHost(
                this::network,
                name -> new Credential(name, ("value-of-" + name).toCharArray(), List.of("*")),
                Map.of(),
                "n0nce",
                (name, value) -> obtained.add(name + "=" + new String(value)),
                null);
    }

    private static Connector connector(String text) {
        Json.Obj excerpt = (Json.Obj) JsonReader.read(text);
        var contract =
                new Contract(
                        "x",
                        Contract.Runtime.CONNECTOR,
                        Json.Obj.EMPTY,
                        Json.Obj.EMPTY,
                        Set.of(),
                        List.of(),
                        Set.of(),
                        List.of(
                                new Contract.CredentialNeed("a", "A", null, false),
                                new Contract.CredentialNeed("b", "B", null, false)),
                        false,
                        false,
                        true,
                        List.of("api.test"));
        return ((ConnectorReading.Read) ConnectorReader.read(contract, excerpt)).connector();
    }

    private static final String OAUTH2 =
            """
            {"request": {"method": "GET", "url": "https://api.test/{{credential.a}}"},
             "auth": {"kind": "oauth2", "grant": "g", "authorize_url": "https://x.test/",
                      "token_url": "https://api.test/token", "client_id": "id",
                      "client_secret": "{{credential.a}}", "client_auth": "basic",
                      "refresh_token": "{{credential.b}}"}}
            """;

    private Json.Obj call(ConnectorHost host) {
        return new Connectors(new TokensInMemory(), InstantSource.system())
                .call(connector(OAUTH2), Json.Obj.EMPTY, "c", Duration.ofSeconds(5), host);
    }

    @Test
    void requests_carry_placeholders_and_no_values() {
        try (ConnectorHost host = host()) {
            assertThat(call(host).get("success")).isEqualTo(Json.TRUE);
        }
        assertThat(calls).hasSize(2);
        for (HttpCall call : calls) {
            String all =
                    call.url()
                            + call.headers().stream().map(it -> it.value()).toList()
                            + new String(call.body(), StandardCharsets.UTF_8);
            assertThat(all).doesNotContain("value-of-").doesNotContain("made-token");
        }
        assertThat(calls.get(1).url()).isEqualTo("https://api.test/«credential:a#n0nce»");
        assertThat(calls.get(1).headers().getFirst().value())
                .isEqualTo("Bearer «credential:g_access_token#n0nce»");
    }

    @Test
    void tokens_are_told_before_anything_is_sent_with_them() {
        try (ConnectorHost host = host()) {
            call(host);
        }
        assertThat(obtained).containsExactly("g_access_token=made-token");
    }

    @Test
    void what_was_obtained_is_wiped_with_the_call() {
        char[] value;
        try (ConnectorHost host = host()) {
            call(host);
            value = Objects.requireNonNull(found.find("g_access_token")).value();
            assertThat(new String(value)).isEqualTo("made-token");
        }
        assertThat(value).containsOnly('\0');
    }

    @Test
    void an_account_that_signs_reads_a_copy_and_leaves_the_vaults_value_as_it_is() {
        char[] secret = "value-of-a".toCharArray();
        var vault = new Credential("a", secret, List.of("*"));
        try (var host =
                new ConnectorHost(
                        this::network, name -> vault, Map.of(), "n", (name, value) -> {}, null)) {
            new Connectors(new TokensInMemory(), InstantSource.system())
                    .call(
                            connector(
                                    """
                                    {"request": {"method": "POST", "url": "https://api.test/"},
                                     "auth": {"kind": "hmac", "secret": "{{credential.a}}",
                                              "message": "m", "header": {"X": "{{signature}}"}}}
                                    """),
                            Json.Obj.EMPTY,
                            "c",
                            Duration.ofSeconds(5),
                            host);
        }
        assertThat(new String(secret)).isEqualTo("value-of-a");
        assertThat(calls.getFirst().headers().getFirst().value()).doesNotContain("value-of-a");
    }
}
