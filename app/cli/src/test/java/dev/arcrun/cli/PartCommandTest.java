package dev.arcrun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonReader;
import dev.arcrun.workspace.TextFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartCommandTest {
    private static final Path PARTS = Path.of("../../parts-catalog/parts");

    @TempDir Path folder;

    @Test
    void parts_are_listed_for_people_and_programs() {
        assertThat(Cli.run("parts").out())
                .contains("string_ops")
                .contains("http_request")
                .contains("code");
        Json parts = JsonReader.read(Cli.run("parts", "--json").out());
        assertThat(((Json.Arr) parts).items()).hasSizeGreaterThanOrEqualTo(9);
    }

    @Test
    void a_contract_is_shown_and_an_unknown_part_has_a_suggestion() {
        Json contract = JsonReader.read(Cli.run("part", "show", "filter").out());
        assertThat(((Json.Obj) contract).get("canonical_id")).isEqualTo(Json.of("filter"));
        Cli.Result unknown = Cli.run("part", "show", "filtr");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err()).contains("did you mean `filter`?");
    }

    @Test
    void a_part_is_called_by_id_by_folder_and_by_file() {
        String input = "{\"operation\":\"upper\",\"input\":\"abc\"}";
        for (String reference :
                List.of(
                        "string_ops",
                        PARTS.resolve("string_ops").toString(),
                        PARTS.resolve("string_ops/string_ops.wasm").toString())) {
            Cli.Result result = Cli.run("part", "run", reference, "--input", input);
            assertThat(result.exit()).as(reference + result.err()).isZero();
            assertThat(result.out()).contains("\"ABC\"");
        }
    }

    @Test
    void the_list_says_what_connectors_were_verified_against() {
        String list = Cli.run("parts").out();
        assertThat(list.lines().filter(line -> line.startsWith("telegram_send ")))
                .singleElement()
                .asString()
                .matches(".*\\(verified against Telegram Bot API, \\d{4}-\\d\\d-\\d\\d\\)");
        assertThat(list.lines().filter(line -> line.startsWith("webhook_post ")))
                .singleElement()
                .asString()
                .endsWith("(not verified)");
        assertThat(list.lines().filter(line -> line.startsWith("filter ")))
                .singleElement()
                .asString()
                .doesNotContain("verified");
    }

    @Test
    void a_connector_is_called_with_mocked_answers() {
        Path answers = folder.resolve("answers.json");
        TextFile.write(answers, "{\"status\": 200, \"body\": {\"received\": true}}");
        Cli.Result result =
                Cli.run(
                        "part",
                        "run",
                        "webhook_post",
                        "--mock-http",
                        answers.toString(),
                        "--input",
                        "{\"url\":\"https://hooks.example.com/x\",\"body\":{\"a\":1}}");
        assertThat(result.exit()).as(result.out() + result.err()).isZero();
        assertThat(result.out()).contains("\"received\": true");
    }

    @Test
    void a_connector_without_its_credential_or_host_says_what_is_missing() {
        Cli.Result missing =
                Cli.run(
                        "part",
                        "run",
                        "telegram_send",
                        "--input",
                        "{\"chat_id\":1,\"text\":\"Hi\"}");
        assertThat(missing.exit()).isEqualTo(1);
        assertThat(missing.out()).contains("CREDENTIAL_MISSING").contains("`telegram_bot_token`");
        Cli.Result blocked =
                Cli.run(
                        "part",
                        "run",
                        "webhook_post",
                        "--input",
                        "{\"url\":\"https://hooks.example.com/x\",\"body\":1}");
        assertThat(blocked.exit()).isEqualTo(1);
        assertThat(blocked.out()).contains("HOST_NOT_ALLOWED").contains("hooks.example.com");
    }

    @Test
    void a_failure_exits_with_1_and_a_limit_has_its_code() {
        assertThat(Cli.run("part", "run", "string_ops", "--input", "{\"operation\":\"x\"}").exit())
                .isEqualTo(1);
        Cli.Result limited =
                Cli.run(
                        "part",
                        "run",
                        "code",
                        "--limits",
                        "output=10",
                        "--input",
                        "{\"code\":\"return 'x'.repeat(99)\"}");
        assertThat(limited.out()).contains("OUTPUT_LIMIT");
        Cli.Result unknown = Cli.run("part", "run", "code", "--limits", "speed=10");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err()).contains("nobody knows `speed`");
    }

    @Test
    void requests_are_answered_from_a_file() {
        Path answers = folder.resolve("answers.json");
        TextFile.write(answers, "{\"status\": 404, \"body\": \"gone\"}");
        Cli.Result result =
                Cli.run(
                        "part",
                        "run",
                        "http_request",
                        "--input",
                        "{\"url\":\"https://a.test/\"}",
                        "--mock-http",
                        answers.toString());
        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.out()).contains("HTTP 404").contains("gone");
    }

    @Test
    void lines_are_answered_in_order_also_those_that_are_no_calls() {
        String lines =
                """
                {"part":"set","input":{"values":{"a":1}}}
                not json

                {"part":"nothing","input":{}}
                {"part":"http_request","input":{"url":"https://e.test/a"},"host":{"http_response":{"a":1}}}
                """;
        Cli.Result result = Cli.withStandardInput(lines, "part", "run", "-", "--jsonl");
        List<String> answers = result.out().lines().toList();
        assertThat(answers).hasSize(4);
        assertThat(answers.get(0)).isEqualTo("{\"success\":true,\"data\":{\"a\":1}}");
        assertThat(answers.get(1)).contains("INVALID_CALL");
        assertThat(answers.get(2)).contains("UNKNOWN_PART");
        assertThat(answers.get(3)).contains("\"json\":{\"a\":1}").contains("\"status\":200");
        assertThat(result.exit()).isEqualTo(1);
    }

    @Test
    void files_that_are_no_parts_are_refused_with_a_reason() throws Exception {
        Path file = folder.resolve("x.wasm");
        Files.writeString(file, "no module");
        Cli.Result result = Cli.run("part", "run", file.toString());
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).contains("not a").doesNotContain("at dev.arcrun");
        assertThat(Cli.run("part", "run", "-").exit()).isEqualTo(2);
    }
}
