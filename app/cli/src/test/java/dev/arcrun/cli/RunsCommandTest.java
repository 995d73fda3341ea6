package dev.arcrun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonReader;
import dev.arcrun.workspace.TextFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsCommandTest {
    @TempDir Path folder;

    @Test
    void runs_are_listed_shown_and_replayed() {
        TextFile.write(folder.resolve("arcrun.yaml"), "name: test\n");
        Path recipe = folder.resolve("recipes/add.yaml");
        TextFile.write(
                recipe,
                """
                name: add
                flow: ["input >> ON_SUCCESS >> sum"]
                config: { sum: { component: number_ops, operation: add, input: 40, args: { value: 2 } } }
                """);
        assertThat(Cli.run("runs", "--workspace", folder.toString()).out())
                .contains("No runs yet.");
        Json.Obj record =
                (Json.Obj) JsonReader.read(Cli.run("run", recipe.toString(), "--json").out());
        String id = Cli.text(record, "run_id");

        Cli.Result list = Cli.run("runs", "--workspace", folder.toString());
        assertThat(list.exit()).isZero();
        assertThat(list.out()).contains(id).contains("succeeded").contains("add");
        assertThat(Cli.run("runs", "--workspace", folder.toString(), "--json").out())
                .contains("\"run_id\": \"" + id);

        Cli.Result shown = Cli.run("runs", "--workspace", folder.toString(), "show", id);
        assertThat(JsonReader.read(shown.out())).isEqualTo(record);

        Cli.Result replayed = Cli.run("runs", "--workspace", folder.toString(), "replay", id);
        assertThat(replayed.exit()).as(replayed.err()).isZero();
        assertThat(((Json.Obj) JsonReader.read(replayed.out())).get("data"))
                .isEqualTo(record.get("data"));
    }

    @Test
    void a_run_that_does_not_exist_is_said_so() {
        TextFile.write(folder.resolve("arcrun.yaml"), "name: test\n");
        Cli.Result result = Cli.run("runs", "--workspace", folder.toString(), "show", "nothing");
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).contains("There is no run nothing");
    }
}
