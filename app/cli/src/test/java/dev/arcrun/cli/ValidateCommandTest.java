package dev.arcrun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonReader;
import dev.arcrun.workspace.TextFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateCommandTest {
    @TempDir Path folder;

    private String recipe(String text) {
        Path file = folder.resolve("r.yaml");
        TextFile.write(file, text);
        return file.toString();
    }

    @Test
    void a_clean_recipe_exits_with_0() {
        Cli.Result result =
                Cli.run(
                        "validate",
                        recipe(
                                """
                                name: r
                                flow: ["input >> ON_SUCCESS >> a"]
                                config: { a: { component: set, values: { x: 1 } } }
                                """));
        assertThat(result.exit()).as(result.out()).isZero();
        assertThat(result.out()).contains("no problems");
    }

    @Test
    void every_problem_has_its_place_code_and_fix() {
        String file =
                recipe(
                        """
                        name: r
                        flow:
                          - "input >> ON_SUCCES >> a"
                          - "a >> ON_SUCCESS >> b"
                        config:
                          a: { component: sett, values: { x: 1 } }
                          b: { component: set, values: { y: "{{aa.data.x}}" } }
                        """);
        Cli.Result result = Cli.run("validate", file);
        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.out())
                .contains("r.yaml:3:")
                .contains("[UNKNOWN_RELATION]")
                .contains("r.yaml:6:")
                .contains("[UNKNOWN_PART]")
                .contains("r.yaml:7:")
                .contains("fix: ");
        Json.Obj json = (Json.Obj) JsonReader.read(Cli.run("validate", file, "--json").out());
        assertThat(json.get("valid")).isEqualTo(Json.FALSE);
        assertThat(Cli.list(json, "problems")).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void a_file_that_is_no_yaml_still_gets_its_problems() {
        Cli.Result result = Cli.run("validate", recipe("name: [r\nflow: {{{\n"));
        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.out()).contains("[YAML_SYNTAX]");
    }

    @Test
    void a_missing_file_is_wrong_use() {
        assertThat(Cli.run("validate", folder.resolve("none.yaml").toString()).exit()).isEqualTo(2);
    }
}
