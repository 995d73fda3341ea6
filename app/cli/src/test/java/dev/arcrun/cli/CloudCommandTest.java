package dev.arcrun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonReader;
import dev.arcrun.workspace.TextFile;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CloudCommandTest {
    @TempDir Path folder;

    @BeforeEach
    void a_workspace() {
        TextFile.write(folder.resolve("arcrun.yaml"), "name: test\n");
    }

    @AfterEach
    void nothing_is_left() throws IOException {
        Path state = Path.of(Cli.text(object(cloud("status", "--json")), "state"));
        cloud("stop");
        if (!Files.exists(state)) {
            return;
        }
        try (Stream<Path> files = Files.walk(state)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void it_is_started_shown_and_stopped() throws Exception {
        Cli.Result nothing = cloud("status");
        assertThat(nothing.exit()).isEqualTo(1);
        assertThat(nothing.out()).startsWith("The local Cloudflare doesn't run.");

        Cli.Result started = cloud("start", "--json");
        assertThat(started.exit()).as(started.err()).isZero();
        assertThat(started.out().lines()).hasSize(1);
        Json.Obj answer = object(started);
        assertThat(answer.members().keySet())
                .containsExactly("api", "token", "account_id", "workers");
        String token = Cli.text(answer, "token");
        String api = Cli.text(answer, "api");
        assertThat(api).matches("http://127\\.0\\.0\\.1:\\d+/client/v4");
        assertThat(status(api + "/accounts/" + Cli.text(answer, "account_id"), token))
                .isEqualTo(200);
        assertThat(status(Cli.text(answer, "workers") + "/nothing/", token)).isEqualTo(404);
        assertThat(started.err()).doesNotContain(token);

        assertThat(object(cloud("start", "--json"))).isEqualTo(answer);
        Cli.Result again = cloud("start");
        assertThat(again.out())
                .startsWith("The local Cloudflare runs already.")
                .contains("export CLOUDFLARE_API_BASE_URL='" + api + "'")
                .contains("export CLOUDFLARE_API_TOKEN=\"$(cat '")
                .doesNotContain(token);

        Json.Obj state = object(cloud("status", "--json"));
        assertThat(state.get("running")).isEqualTo(Json.of(true));
        assertThat(state.members().keySet())
                .contains("since", "api", "account_id", "workers", "state", "state_bytes")
                .doesNotContain("token");
        Cli.Result shown = cloud("status");
        assertThat(shown.exit()).isZero();
        assertThat(shown.out()).contains("runs since 20", api, "MiB").doesNotContain(token);

        assertThat(cloud("stop").out()).contains("was stopped");
        assertThat(cloud("stop", "--json").out().strip()).isEqualTo("{\"stopped\":false}");
        assertThat(cloud("status").exit()).isEqualTo(1);
    }

    @Test
    void the_variables_it_prints_are_those_of_a_shell() throws Exception {
        cloud("start");
        Json.Obj answer = object(cloud("start", "--json"));
        String script =
                String.join(
                                "\n",
                                cloud("start")
                                        .out()
                                        .lines()
                                        .filter(line -> line.startsWith("  export "))
                                        .toList())
                        + "\nprintf '%s\\n' \"$CLOUDFLARE_API_BASE_URL\" \"$CLOUDFLARE_ACCOUNT_ID\" \"$CLOUDFLARE_API_TOKEN\"";
        Process shell = new ProcessBuilder("sh", "-c", script).start();
        assertThat(shell.inputReader().lines().toList())
                .isEqualTo(
                        List.of(
                                Cli.text(answer, "api"),
                                Cli.text(answer, "account_id"),
                                Cli.text(answer, "token")));
    }

    @Test
    void outside_a_workspace_it_says_where_to_go(@TempDir Path elsewhere) {
        Cli.Result result = Cli.run("cloud", "start", "--workspace", elsewhere.toString());
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).contains("There is no workspace here").contains("--workspace");
    }

    @Test
    void a_parent_that_is_not_there_is_wrong_use() {
        Cli.Result result = cloud("start", "--parent", "999999999");
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).contains("there is no process 999999999");
        assertThat(Cli.run("cloud").exit()).isEqualTo(2);
    }

    private Cli.Result cloud(String command, String... more) {
        return Cli.run(
                Stream.concat(
                                Stream.of("cloud", command, "--workspace", folder.toString()),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    private static Json.Obj object(Cli.Result result) {
        return (Json.Obj) JsonReader.read(result.out());
    }

    private static int status(String address, String token) throws IOException {
        var connection = (HttpURLConnection) URI.create(address).toURL().openConnection();
        connection.setRequestProperty("Authorization", "Bearer " + token);
        return connection.getResponseCode();
    }
}
