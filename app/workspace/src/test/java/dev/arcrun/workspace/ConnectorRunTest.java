package dev.arcrun.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.connector.CloudflareAccount;
import dev.arcrun.engine.connector.Connector;
import dev.arcrun.engine.run.RunEvent;
import dev.arcrun.engine.run.RunRecord;
import dev.arcrun.engine.run.RunRecordJson;
import dev.arcrun.engine.run.RunRequest;
import dev.arcrun.engine.sandbox.CallResult;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workspace's own connector in a recipe, with tokens that must show nowhere. */
class ConnectorRunTest {
    private static final String ACCESS = "acc3ss-token-of-the-endpoint";
    private static final String REFRESH = "pl4nted-refresh-token";

    @TempDir Path folder;

    private final MockWebServer server = new MockWebServer();
    private final List<RunEvent> events = new CopyOnWriteArrayList<>();

    @BeforeEach
    void start() throws IOException {
        server.setDispatcher(
                new Dispatcher() {
                    @Override
                    public MockResponse dispatch(RecordedRequest request) {
                        boolean token =
                                Objects.requireNonNull(request.getTarget()).equals("/token");
                        Json body =
                                token
                                        ? Json.object("access_token", Json.of(ACCESS))
                                        : Json.object(
                                                "echo",
                                                Json.of(request.getHeaders().get("Authorization")));
                        return new MockResponse.Builder()
                                .addHeader("Content-Type", "application/json")
                                .body(JsonWriter.compact(body))
                                .build();
                    }
                });
        server.start();
        TextFile.write(folder.resolve("arcrun.yaml"), "name: test\n");
        TextFile.write(
                folder.resolve("parts/note.yaml"),
                """
                canonical_id: note
                display_name: { en: Note }
                description: { en: Writes a note. }
                category: api
                version: v1
                author: test
                stability: stable
                runtime: connector
                constraints: { no_network_syscall: false }
                network: { hosts: [localhost] }
                credentials_required: [{ key: refresh, label: Refresh token }]
                request: { method: POST, url: "http://localhost:PORT/notes", body: { text: "{{text}}", call: "{{_call_id}}" } }
                auth:
                  kind: oauth2
                  grant: notes
                  authorize_url: https://notes.test/authorize
                  token_url: http://localhost:PORT/token
                  client_id: me
                  refresh_token: "{{credential.refresh}}"
                input_schema: { type: object, required: [text], properties: { text: { type: string } } }
                output_schema: { type: object }
                config_example: { text: Hi }
                """
                        .replace("PORT", String.valueOf(server.getPort())));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Grants.Builder grants() {
        return Grants.builder().credential("TEAM", REFRESH.toCharArray(), List.of("localhost"));
    }

    private RunRecord run(Grants.Builder granted) throws Exception {
        Path file = folder.resolve("recipes/note.yaml");
        TextFile.write(
                file,
                """
                name: note
                description: Notes.
                flow:
                  - "input >> ON_SUCCESS >> write"
                config:
                  write: { component: note, text: "{{input.text}}", credentials: { refresh: TEAM } }
                """);
        try (Grants grants = granted.build();
                RecipeEngine engine = RecipeEngine.open(new Workspace(folder), grants, Map.of())) {
            OpenedRecipe opened = engine.open(file);
            assertThat(opened.errors()).isEmpty();
            return engine.start(
                            RunRequest.manual(
                                    opened.recipe(),
                                    opened.source(),
                                    Json.object("text", Json.of("Hi"))),
                            events::add)
                    .done()
                    .get();
        }
    }

    @Test
    void a_recipe_calls_the_connector_and_its_tokens_show_nowhere() throws Exception {
        RunRecord record = run(grants().host("localhost:" + server.getPort()));

        assertThat(record.status()).as(text(record)).isEqualTo(RunRecord.Status.SUCCEEDED);
        assertThat(body(server.takeRequest()))
                .isEqualTo("grant_type=refresh_token&refresh_token=" + REFRESH + "&client_id=me");
        RecordedRequest call = server.takeRequest();
        assertThat(call.getHeaders().get("Authorization")).isEqualTo("Bearer " + ACCESS);
        assertThat(body(call)).startsWith("{\"text\":\"Hi\",\"call\":\"").contains(":write\"");
        assertThat(text(record)).contains("«credential:notes_access_token»");
        assertShowsNowhere(record);
    }

    @Test
    void a_host_that_was_not_allowed_is_not_called() throws Exception {
        RunRecord record = run(grants());

        assertThat(server.getRequestCount()).isZero();
        assertThat(text(record)).contains("HOST_NOT_ALLOWED");
    }

    @Test
    void a_credential_that_is_not_there_is_named() throws Exception {
        RunRecord record = run(Grants.builder().host("localhost:" + server.getPort()));

        assertThat(server.getRequestCount()).isZero();
        assertThat(text(record)).contains("CREDENTIAL_MISSING").contains("`TEAM`");
    }

    @Test
    void a_connector_is_called_alone_and_its_calls_are_told_without_secrets() {
        try (Grants grants =
                        Grants.builder()
                                .host("localhost:" + server.getPort())
                                .credential("refresh", REFRESH.toCharArray(), List.of("localhost"))
                                .build();
                RecipeEngine engine = RecipeEngine.open(new Workspace(folder), grants, Map.of())) {
            Connector note = engine.library().connector("note").orElseThrow();
            CallResult result =
                    engine.call(
                            note, Json.object("text", Json.of("Hi")), Duration.ofSeconds(10), null);

            assertThat(result.result().get("success")).isEqualTo(Json.TRUE);
            assertThat(result.stats().hostCalls()).hasSize(2);
            assertThat(JsonWriter.compact(CallJson.of(result)))
                    .doesNotContain(ACCESS)
                    .doesNotContain(REFRESH);
        }
    }

    @Test
    void a_connectors_file_with_a_mistake_is_told_with_its_line() {
        Path file = folder.resolve("parts/note.yaml");
        TextFile.write(file, TextFile.read(file).replace("{{text}}", "{{txt}}"));

        OwnParts own = OwnParts.in(folder.resolve("parts"));

        assertThat(own.parts()).isEmpty();
        assertThat(own.problems().getFirst().toString())
                .contains("note.yaml:12:")
                .contains("did you mean `text`?");
    }

    @Test
    void a_file_is_named_as_its_connector() {
        Path file = folder.resolve("parts/note.yaml");
        TextFile.write(folder.resolve("parts/other.yaml"), TextFile.read(file));

        assertThat(OwnParts.in(folder.resolve("parts")).problems())
                .singleElement()
                .asString()
                .contains("the file of `note` is named note.yaml.");
    }

    @Test
    void the_account_comes_from_the_environment_if_it_is_complete() {
        Map<String, String> set =
                Map.of("CLOUDFLARE_ACCOUNT_ID", "0123", "CLOUDFLARE_API_TOKEN", "t0ken-of-api");
        CloudflareAccount account = Objects.requireNonNull(EnvironmentAccount.read(set::get));

        assertThat(account.id()).isEqualTo("0123");
        assertThat(new String(account.token())).isEqualTo("t0ken-of-api");
        assertThat(account.toString()).doesNotContain("t0ken");
        assertThat(EnvironmentAccount.read(Map.of("CLOUDFLARE_ACCOUNT_ID", "0123")::get)).isNull();
        assertThat(EnvironmentAccount.read(Map.<String, String>of()::get)).isNull();
    }

    private void assertShowsNowhere(RunRecord record) throws IOException {
        String shown = text(record) + events;
        assertThat(shown).doesNotContain(ACCESS).doesNotContain(REFRESH);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertThat(content.contains(ACCESS)).as(file.toString()).isFalse();
                assertThat(content.contains(REFRESH)).as(file.toString()).isFalse();
            }
        }
    }

    private static String body(RecordedRequest request) {
        return Objects.requireNonNull(request.getBody()).utf8();
    }

    private static String text(RunRecord record) {
        return JsonWriter.compact(RunRecordJson.of(record));
    }
}
