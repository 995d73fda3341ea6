package dev.arcrun.workspace;

import dev.arcrun.engine.run.RunRecord;
import dev.arcrun.engine.run.RunRequest;
import dev.arcrun.engine.sandbox.Limits;
import dev.arcrun.engine.sandbox.PartLoadException;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A workspace with recipes of Arcrun in its parts, and the service that they call. */
final class RecipeStage implements AutoCloseable {
    private static final Path RECIPES =
            Path.of("../../parts-catalog/jvm/src/test/resources/apirecipe");

    private final Path folder;
    private final MockWebServer server = new MockWebServer();
    private final Map<String, String> credentials = new LinkedHashMap<>();
    private volatile MockResponse answer = json("{\"ok\": true}");

    RecipeStage(Path folder) throws IOException {
        this.folder = folder;
        server.setDispatcher(
                new Dispatcher() {
                    @Override
                    public MockResponse dispatch(RecordedRequest request) {
                        return Objects.requireNonNull(request.getTarget()).startsWith("/token")
                                ? json("{\"access_token\": \"AT-pl4nted\", \"expires_in\": 3600}")
                                : answer;
                    }
                });
        server.start();
        TextFile.write(folder.resolve("arcrun.yaml"), "name: test\n");
    }

    static MockResponse json(String body) {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }

    /** The recipes among the samples, with this service in place of the one on the internet. */
    RecipeStage with(String host, String... names) {
        for (String name : names) {
            write(name, TextFile.read(RECIPES.resolve(name)).replace(host, origin()));
        }
        return this;
    }

    RecipeStage write(String name, String json) {
        TextFile.write(folder.resolve("parts").resolve(name), json);
        return this;
    }

    RecipeStage credential(String name, String value) {
        credentials.put(name, value);
        return this;
    }

    RecipeStage answers(MockResponse next) {
        answer = next;
        return this;
    }

    String origin() {
        return "http://localhost:" + server.getPort();
    }

    Path parts() {
        return folder.resolve("parts");
    }

    private Grants grants() {
        Grants.Builder builder = Grants.builder().host("localhost:" + server.getPort());
        credentials.forEach((name, value) ->
                builder.credential(name, value.toCharArray(), List.of("localhost")));
        return builder.build();
    }

    /** What {@code part run} gives. */
    Json.Obj call(String part, String input) throws PartLoadException {
        try (Grants grants = grants();
                RecipeEngine engine = RecipeEngine.open(new Workspace(folder), grants, Map.of())) {
            var trial = new PartTrial(engine);
            return trial.call(part, trial.find(part), JsonReader.read(input), Limits.DEFAULT, null)
                    .result();
        }
    }

    /** A run of a recipe with one node. */
    RunRecord run(String config, String input) throws Exception {
        Path file = folder.resolve("recipes/one.yaml");
        TextFile.write(
                file,
                "name: one\ndescription: One call.\nflow: [\"input >> ON_SUCCESS >> it\"]\nconfig:\n  it: "
                        + config
                        + "\n");
        try (Grants grants = grants();
                RecipeEngine engine = RecipeEngine.open(new Workspace(folder), grants, Map.of())) {
            OpenedRecipe opened = engine.open(file);
            if (!opened.errors().isEmpty()) {
                throw new AssertionError(opened.errors());
            }
            return engine.start(
                            RunRequest.manual(
                                    opened.recipe(),
                                    opened.source(),
                                    (Json.Obj) JsonReader.read(input)),
                            event -> {})
                    .done()
                    .get();
        }
    }

    RecordedRequest request() throws InterruptedException {
        return server.takeRequest();
    }

    int requests() {
        return server.getRequestCount();
    }

    static String body(RecordedRequest request) {
        return request.getBody() == null ? "" : request.getBody().utf8();
    }

    @Override
    public void close() {
        server.close();
    }
}
