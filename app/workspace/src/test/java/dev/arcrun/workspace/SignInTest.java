package dev.arcrun.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arcrun.catalog.contract.PartDescription;
import dev.arcrun.engine.connector.AgreementException;
import dev.arcrun.engine.connector.Connector;
import dev.arcrun.engine.connector.ConnectorReader;
import dev.arcrun.engine.connector.ConnectorReading;
import dev.arcrun.engine.connector.TokensInMemory;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String TOKEN =
            "{\"access_token\": \"access-1234\", \"expires_in\": 3600, \"refresh_token\": \"refresh-1234\"}";

    private final MockWebServer service = new MockWebServer();
    private final TokensInMemory tokens = new TokensInMemory();
    private final AtomicReference<URI> address = new AtomicReference<>();

    @BeforeEach
    void start() throws IOException {
        service.start();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private Connector connector() {
        String host = service.getHostName() + ":" + service.getPort();
        String base = "http://" + host;
        String contract =
                """
                {"canonical_id": "calendar", "runtime": "connector", "network": {"hosts": ["HOST"]},
                 "constraints": {"no_network_syscall": false},
                 "credentials_required": [{"key": "client_id", "label": "ID"}, {"key": "client_secret", "label": "Secret"}],
                 "input_schema": {"type": "object", "properties": {}}, "output_schema": {},
                 "request": {"method": "GET", "url": "BASE/events"},
                 "auth": {"kind": "oauth2", "grant": "calendar", "authorize_url": "BASE/agree?app=1",
                          "token_url": "BASE/token", "scopes": ["read", "write"],
                          "authorize_params": {"access_type": "offline"},
                          "client_id": "{{credential.client_id}}", "client_secret": "{{credential.client_secret}}"}}
                """
                        .replace("HOST", host)
                        .replace("BASE", base);
        Json.Obj json = (Json.Obj) JsonReader.read(contract);
        return connectorOf(json);
    }

    private static Connector connectorOf(Json.Obj json) {
        return switch (ConnectorReader.read(PartDescription.of(json).contract(), json)) {
            case ConnectorReading.Read(Connector connector) -> connector;
            case ConnectorReading.Refused(var mistakes) ->
                    throw new AssertionError(mistakes.toString());
        };
    }

    private Grants grants() {
        List<String> hosts = List.of(service.getHostName() + ":" + service.getPort());
        return Grants.builder()
                .host(hosts.getFirst())
                .credential("client_id", "my-client-id".toCharArray(), hosts)
                .credential("client_secret", "planted-s3cret".toCharArray(), hosts)
                .build();
    }

    private SignIn signIn() {
        return new SignIn(connector(), grants(), tokens, Locale.ENGLISH);
    }

    private HttpUrl asked() {
        return Objects.requireNonNull(HttpUrl.get(address.get().toString()));
    }

    private static HttpResponse<String> browse(URI uri) {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Comes back from the service as a browser does. */
    private HttpResponse<String> comeBack(String query) {
        return browse(URI.create(asked().queryParameter("redirect_uri") + "?" + query));
    }

    private String state() {
        return Objects.requireNonNull(asked().queryParameter("state"));
    }

    @Test
    void the_user_agrees_in_the_browser_and_the_tokens_are_kept() throws Exception {
        service.enqueue(new MockResponse.Builder().code(200).body(TOKEN).build());

        SignIn.Agreed agreed =
                signIn().await(
                                uri -> {
                                    address.set(uri);
                                    assertThat(comeBack("code=c0de-123456&state=" + state()).body())
                                            .contains("You are signed in");
                                },
                                PATIENCE);

        assertThat(agreed).isEqualTo(new SignIn.Agreed("calendar", List.of("read", "write")));
        assertThat(Objects.requireNonNull(tokens.get("calendar")).refreshToken())
                .isEqualTo("refresh-1234");
    }

    @Test
    void the_address_names_client_scopes_state_and_the_challenge_of_the_secret_verifier()
            throws Exception {
        service.enqueue(new MockResponse.Builder().code(200).body(TOKEN).build());

        signIn().await(
                        uri -> {
                            address.set(uri);
                            comeBack("code=c0de-123456&state=" + state());
                        },
                        PATIENCE);

        HttpUrl url = asked();
        assertThat(url.queryParameter("app")).isEqualTo("1");
        assertThat(url.queryParameter("client_id")).isEqualTo("my-client-id");
        assertThat(url.queryParameter("scope")).isEqualTo("read write");
        assertThat(url.queryParameter("access_type")).isEqualTo("offline");
        assertThat(url.queryParameter("code_challenge_method")).isEqualTo("S256");
        assertThat(url.queryParameter("redirect_uri")).startsWith("http://127.0.0.1:");
        assertThat(url.toString()).doesNotContain("planted");
        RecordedRequest request = service.takeRequest();
        HttpUrl form =
                Objects.requireNonNull(
                        HttpUrl.parse(
                                "http://x/?" + Objects.requireNonNull(request.getBody()).utf8()));
        assertThat(form.queryParameter("grant_type")).isEqualTo("authorization_code");
        assertThat(form.queryParameter("code")).isEqualTo("c0de-123456");
        assertThat(form.queryParameter("client_secret")).isEqualTo("planted-s3cret");
        assertThat(form.queryParameter("redirect_uri"))
                .isEqualTo(url.queryParameter("redirect_uri"));
        byte[] hash =
                MessageDigest.getInstance("SHA-256")
                        .digest(
                                Objects.requireNonNull(form.queryParameter("code_verifier"))
                                        .getBytes(StandardCharsets.US_ASCII));
        assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(hash))
                .isEqualTo(url.queryParameter("code_challenge"));
    }

    @Test
    void a_browser_that_brings_another_state_is_turned_away_and_the_right_one_still_waited_for()
            throws Exception {
        service.enqueue(new MockResponse.Builder().code(200).body(TOKEN).build());

        signIn().await(
                        uri -> {
                            address.set(uri);
                            for (String wrong :
                                    List.of(
                                            "code=evil-12345&state=guessed",
                                            "code=evil-12345",
                                            "")) {
                                HttpResponse<String> answer = comeBack(wrong);
                                assertThat(answer.statusCode()).isEqualTo(400);
                                assertThat(answer.body()).contains("not started here");
                            }
                            comeBack("code=c0de-123456&state=" + state());
                        },
                        PATIENCE);

        assertThat(Objects.requireNonNull(service.takeRequest().getBody()).utf8())
                .contains("c0de-123456")
                .doesNotContain("evil");
    }

    @Test
    void another_path_of_the_address_gives_nothing() throws Exception {
        service.enqueue(new MockResponse.Builder().code(200).body(TOKEN).build());
        signIn().await(
                        uri -> {
                            address.set(uri);
                            URI redirect =
                                    URI.create(
                                            Objects.requireNonNull(
                                                    asked().queryParameter("redirect_uri")));
                            assertThat(browse(redirect.resolve("/favicon.ico")).statusCode())
                                    .isEqualTo(404);
                            comeBack("code=c0de-123456&state=" + state());
                        },
                        PATIENCE);
    }

    @Test
    void a_user_who_refuses_is_told_so() {
        assertThatThrownBy(() ->
                        signIn().await(
                                        uri -> {
                                            address.set(uri);
                                            assertThat(
                                                            comeBack(
                                                                            "error=access_denied&state="
                                                                                    + state())
                                                                    .body())
                                                    .contains("Access was not given");
                                        },
                                        PATIENCE))
                .isInstanceOf(AgreementException.class)
                .hasMessage("Access was refused in the browser.");
        assertThat(tokens.get("calendar")).isNull();
    }

    @Test
    void a_service_that_gives_no_token_is_quoted_without_secrets() {
        service.enqueue(
                new MockResponse.Builder()
                        .code(400)
                        .body(
                                "{\"error\": \"invalid_grant\", \"error_description\": \"Code expired\"}")
                        .build());
        assertThatThrownBy(() ->
                        signIn().await(
                                        uri -> {
                                            address.set(uri);
                                            comeBack("code=c0de-123456&state=" + state());
                                        },
                                        PATIENCE))
                .isInstanceOf(AgreementException.class)
                .hasMessageContaining("invalid_grant")
                .hasMessageContaining("Code expired")
                .hasMessageNotContaining("planted")
                .hasMessageNotContaining("c0de");
    }

    @Test
    void nobody_in_the_browser_ends_it_in_time() {
        assertThatThrownBy(() -> signIn().await(address::set, Duration.ofMillis(20)))
                .isInstanceOf(AgreementException.class)
                .hasMessageContaining("Nobody signed in");
    }

    @Test
    void a_missing_client_id_is_named_before_the_browser_opens() {
        var without = new SignIn(connector(), Grants.NONE, tokens, Locale.ENGLISH);
        assertThatThrownBy(() -> without.await(address::set, PATIENCE))
                .isInstanceOf(AgreementException.class)
                .hasMessageContaining("client_id");
        assertThat(address.get()).isNull();
    }
}
