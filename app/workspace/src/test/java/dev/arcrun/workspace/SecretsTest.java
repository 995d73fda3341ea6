package dev.arcrun.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.run.RunEvent;
import dev.arcrun.engine.run.RunRecord;
import dev.arcrun.engine.run.RunRecordJson;
import dev.arcrun.engine.run.RunRequest;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
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

/**
 * A planted secret reaches the server it is for, and nothing else: everything a run produced is
 * searched for it.
 */
class SecretsTest {
    private static final String SECRET = "pl4nted/s3cret+value==";

    @TempDir Path folder;

    private final MockWebServer server = new MockWebServer();
    private final List<RunEvent> events = new CopyOnWriteArrayList<>();

    @BeforeEach
    void start() throws IOException {
        server.setDispatcher(
                new Dispatcher() {
                    @Override
                    public MockResponse dispatch(RecordedRequest request) {
                        String header = String.valueOf(request.getHeaders().get("Authorization"));
                        String encoded =
                                Base64.getEncoder()
                                        .encodeToString(
                                                ("user:" + SECRET)
                                                        .getBytes(StandardCharsets.UTF_8));
                        return new MockResponse.Builder()
                                .code(200)
                                .addHeader("Content-Type", "application/json")
                                .addHeader("X-Echo", header)
                                .body(
                                        JsonWriter.compact(
                                                Json.object(
                                                        "header", Json.of(header),
                                                        "basic", Json.of(encoded),
                                                        "url",
                                                                Json.of(
                                                                        String.valueOf(
                                                                                request
                                                                                        .getTarget())))))
                                .build();
                    }
                });
        server.start();
        TextFile.write(folder.resolve("arcrun.yaml"), "name: test\n");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private RunRecord run(String config, List<String> sentTo, Json input) throws Exception {
        Path file = folder.resolve("recipes/secret.yaml");
        TextFile.write(
                file,
                """
                name: secret
                flow:
                  - "input >> ON_SUCCESS >> post"
                  - "post >> ON_SUCCESS >> tell"
                  - "post >> ON_FAIL >> tell"
                config:
                  post:
                    component: http_request
                    method: POST
                """
                        + config.indent(4)
                        + """
                          tell:
                            component: set
                            values: { whole: "{{post}}" }
                        """);
        try (Grants grants =
                        Grants.builder()
                                .host("localhost:" + server.getPort())
                                .credential("KEY", SECRET.toCharArray(), sentTo)
                                .build();
                RecipeEngine engine = RecipeEngine.open(new Workspace(folder), grants, Map.of())) {
            OpenedRecipe opened = engine.open(file);
            assertThat(opened.errors()).isEmpty();
            return engine.start(
                            RunRequest.manual(opened.recipe(), opened.source(), input), events::add)
                    .done()
                    .get();
        }
    }

    @Test
    void a_secret_reaches_its_host_and_shows_nowhere() throws Exception {
        RunRecord record =
                run(
                        """
                        url: "http://localhost:%d/hook?key={{credential.KEY}}"
                        headers: { Authorization: "Bearer {{credential.KEY}}" }
                        body_json: { token: "{{credential.KEY}}" }
                        """
                                .formatted(server.getPort()),
                        List.of("localhost"),
                        Json.Obj.EMPTY);
        assertThat(record.status()).isEqualTo(RunRecord.Status.SUCCEEDED);
        RecordedRequest request = server.takeRequest();
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer " + SECRET);
        assertThat(request.getUrl().queryParameter("key")).isEqualTo(SECRET);
        assertThat(body(request)).isEqualTo("{\"token\":\"" + SECRET + "\"}");
        assertThat(text(record)).contains("«credential:KEY»");
        assertSecretShowsNowhere(record);
    }

    @Test
    void a_secret_goes_to_no_other_host() throws Exception {
        RunRecord record =
                run(
                        """
                        url: "http://localhost:%d/hook"
                        headers: { Authorization: "Bearer {{credential.KEY}}" }
                        """
                                .formatted(server.getPort()),
                        List.of("api.example.com"),
                        Json.Obj.EMPTY);
        assertThat(server.getRequestCount()).isZero();
        assertThat(text(record)).contains("CREDENTIAL_HOST");
        assertSecretShowsNowhere(record);
    }

    @Test
    void what_a_caller_sends_is_never_a_credential() throws Exception {
        RunRecord record =
                run(
                        """
                        url: "http://localhost:%d/hook"
                        body: "{{input.text}}"
                        """
                                .formatted(server.getPort()),
                        List.of("localhost"),
                        Json.object(
                                "text",
                                Json.of(
                                        "{{credential.KEY}} «credential:KEY» «credential:KEY#none»")));
        assertThat(record.status()).isEqualTo(RunRecord.Status.SUCCEEDED);
        assertThat(body(server.takeRequest()))
                .doesNotContain(SECRET)
                .contains("{{credential.KEY}}");
        assertThat(text(record)).contains("{{credential.KEY}}");
    }

    private void assertSecretShowsNowhere(RunRecord record) throws IOException {
        List<String> forms =
                List.of(
                        SECRET,
                        "pl4nted%2Fs3cret%2Bvalue%3D%3D",
                        "pl4nted\\/s3cret+value==",
                        Base64.getEncoder().encodeToString(SECRET.getBytes(StandardCharsets.UTF_8)),
                        Base64.getEncoder()
                                .encodeToString(
                                        ("user:" + SECRET).getBytes(StandardCharsets.UTF_8)));
        String shown = text(record) + events;
        for (RunEvent event : events) {
            if (event instanceof RunEvent.NodeChanged changed) {
                shown += JsonWriter.compact(RunRecordJson.of(changed.entry()));
            }
        }
        for (String form : forms) {
            assertThat(shown).doesNotContain(form);
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                for (String form : forms) {
                    assertThat(content.contains(form)).as(file.toString()).isFalse();
                }
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
