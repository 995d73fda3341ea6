package dev.arcrun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonReader;
import dev.arcrun.workspace.TextFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
    private static final String HELLO =
            """
            name: hello
            strict: true
            inputs: { type: object, properties: { name: { type: string } } }
            flow:
              - "input >> ON_SUCCESS >> greet"
              - "greet >> ON_SUCCESS >> shout"
            config:
              greet: { component: set, values: { text: 'Hello, {{input.name ?? "world"}}!' } }
              shout: { component: string_ops, operation: upper, input: "{{greet.data.text}}" }
            """;

    @TempDir Path folder;

    private String hello = "";

    @BeforeEach
    void write() {
        TextFile.write(folder.resolve("arcrun.yaml"), "name: test\n");
        hello = recipe("hello", HELLO);
    }

    private String recipe(String name, String text) {
        Path file = folder.resolve("recipes/" + name + ".yaml");
        TextFile.write(file, text);
        return file.toString();
    }

    private static Json.Obj object(String text) {
        return (Json.Obj) JsonReader.read(text);
    }

    @Test
    void the_result_is_printed_as_json() {
        Cli.Result result = Cli.run("run", hello, "--input", "{\"name\": \"小明\"}");
        assertThat(result.exit()).isZero();
        assertThat(object(result.out()).get("data"))
                .isEqualTo(
                        Json.object(
                                "operation", Json.of("upper"), "result", Json.of("HELLO, 小明!")));
        assertThat(result.err()).isEmpty();
    }

    @Test
    void the_input_comes_from_a_file_or_from_standard_input() {
        Path input = folder.resolve("input.json");
        TextFile.write(input, "\uFEFF{\"name\": \"Ada\"}");
        assertThat(Cli.run("run", hello, "--input", "@" + input).out()).contains("HELLO, ADA!");
        assertThat(Cli.withStandardInput("{\"name\": \"Bo\"}", "run", hello, "--input", "-").out())
                .contains("HELLO, BO!");
    }

    @Test
    void the_whole_record_is_printed_on_demand() {
        Json.Obj record = object(Cli.run("run", hello, "--json").out());
        assertThat(record.get("status")).isEqualTo(Json.of("succeeded"));
        assertThat(record.get("recipe")).isEqualTo(Json.of("hello"));
        assertThat(Cli.list(record, "trace")).hasSize(3);
    }

    @Test
    void events_are_json_lines_that_begin_and_end_with_the_run() {
        List<Json.Obj> lines =
                Cli.run("run", hello, "--events")
                        .out()
                        .lines()
                        .map(RunCommandTest::object)
                        .toList();
        assertThat(lines.getFirst().get("event")).isEqualTo(Json.of("began"));
        assertThat(lines.getLast().get("event")).isEqualTo(Json.of("ended"));
        assertThat(lines).filteredOn(line -> Json.of("shout").equals(line.get("node"))).hasSize(2);
    }

    @Test
    void a_mock_stands_in_for_a_node() {
        Cli.Result result = Cli.run("run", hello, "--mock", "greet={\"text\": \"mocked\"}");
        assertThat(result.out()).contains("MOCKED");
        Cli.Result wrong = Cli.run("run", hello, "--mock", "gret={}");
        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.err()).contains("no node `gret`").contains("did you mean `greet`?");
    }

    @Test
    void a_failed_run_says_why_and_exits_with_1() {
        String failing =
                recipe(
                        "failing",
                        """
                        name: failing
                        flow: ["input >> ON_SUCCESS >> divide"]
                        config:
                          divide: { component: number_ops, operation: divide, input: 1, args: { value: 0 } }
                        """);
        Cli.Result result = Cli.run("run", failing);
        assertThat(result.exit()).isEqualTo(1);
        assertThat(object(result.out()).get("success")).isEqualTo(Json.FALSE);
        assertThat(object(result.out()).get("failed_node")).isEqualTo(Json.of("divide"));
        assertThat(result.err()).startsWith("arcrun: ");
    }

    @Test
    void an_unknown_part_fails_where_it_is_called_and_can_be_mocked_or_handled() {
        String unknown =
                recipe(
                        "unknown",
                        """
                        name: unknown
                        flow: ["input >> ON_SUCCESS >> a"]
                        config: { a: { component: string_op } }
                        """);
        Cli.Result result = Cli.run("run", unknown);
        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.out()).contains("UNKNOWN_PART").contains("string_ops");
        assertThat(Cli.run("run", unknown, "--mock", "a={\"n\": 1}").exit()).isZero();
    }

    @Test
    void an_invalid_recipe_is_not_run() {
        String broken =
                recipe("broken", HELLO.replace("ON_SUCCESS >> shout", "ON_SUCCES >> shout"));
        Cli.Result result = Cli.run("run", broken);
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .contains("broken.yaml:6:")
                .contains("ON_SUCCESS")
                .contains("[UNKNOWN_RELATION]");
    }

    @Test
    void an_input_that_does_not_fit_is_refused_before_the_run() {
        Cli.Result result = Cli.run("run", hello, "--input", "{\"name\": 7}");
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).contains("doesn't fit the recipe `hello`").contains("name");
    }

    @Test
    void placeholders_are_filled_by_variables() {
        String text = HELLO.replace("Hello, ", "__GREETING__, ");
        String recipe = recipe("greeting", text);
        assertThat(Cli.run("run", recipe, "--var", "GREETING=Good day").out())
                .contains("GOOD DAY, WORLD!");
    }

    @Test
    void a_secret_is_never_taken_from_the_command_line() {
        Cli.Result result = Cli.run("run", hello, "--credential", "KEY=s3cr3t-value@a.test");
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).contains("environment variable").doesNotContain("s3cr3t");
        Cli.Result unset =
                Cli.run("run", hello, "--credential", "KEY=env:ARCRUN_TEST_UNSET@a.test");
        assertThat(unset.exit()).isEqualTo(2);
        assertThat(unset.err()).contains("ARCRUN_TEST_UNSET").contains("not set");
    }

    @Test
    void a_host_that_is_not_allowed_is_not_reached() {
        String fetch =
                recipe(
                        "fetch",
                        """
                        name: fetch
                        flow: ["input >> ON_SUCCESS >> get"]
                        config: { get: { component: http_request, url: "http://127.0.0.1:9/x" } }
                        """);
        Cli.Result result = Cli.run("run", fetch);
        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.out()).contains("HOST_NOT_ALLOWED").contains("\"hint\"");
        assertThat(result.err().lines()).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void bad_arguments_say_what_is_wrong_and_exit_with_2() {
        assertThat(Cli.run("run").exit()).isEqualTo(2);
        assertThat(Cli.run("run", "nowhere.yaml").err())
                .contains("There is no recipe file nowhere.yaml");
        assertThat(Cli.run("run", hello, "--input", "{").err())
                .contains("JSON from the command line")
                .contains("line 1");
        assertThat(Cli.run("run", hello, "--mock", "greet").err()).contains("NODE=JSON");
        Cli.Result option = Cli.run("run", hello, "--inptu", "{}");
        assertThat(option.exit()).isEqualTo(2);
        assertThat(option.err()).contains("--inptu").contains("Usage: arcrun run");
    }
}
