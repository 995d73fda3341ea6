package dev.arcrun.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.run.RunRecord;
import dev.arcrun.engine.run.RunRecordJson;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonReader;
import dev.arcrun.engine.value.JsonWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arcrun's recipes in a workspace's parts call their services as Arcrun does. */
class ApiRecipeRunTest {
    private static final String TOKEN = "123456:pl4nted-token";

    @TempDir Path folder;

    private RecipeStage stage;

    @BeforeEach
    void open() throws IOException {
        stage = new RecipeStage(folder);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private void telegram() {
        stage.with("https://api.telegram.org", "telegram-send.json", "telegram.auth.json")
                .credential("telegram_bot_token", TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"telegram-send", "telegram_send", "rec_cc26f44e"})
    void a_recipe_runs_an_api_recipe_under_all_its_names(String name) throws Exception {
        telegram();

        RunRecord record =
                stage.run(
                        "{ component: " + name + ", chat_id: 42, text: \"Hi {{input.who}}\" }",
                        "{\"who\": \"Bo\"}");

        String shown = JsonWriter.compact(RunRecordJson.of(record));
        assertThat(record.status()).as(shown).isEqualTo(RunRecord.Status.SUCCEEDED);
        RecordedRequest request = stage.request();
        assertThat(request.getTarget()).isEqualTo("/bot123456%3Apl4nted-token/sendMessage");
        assertThat(RecipeStage.body(request))
                .isEqualTo("{\"chat_id\":\"42\",\"text\":\"Hi Bo\",\"parse_mode\":\"\"}");
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
        assertThat(shown).doesNotContain("pl4nted");
    }

    @Test
    void a_chat_keeps_the_types_of_values_and_gives_the_text_after_the_marker() throws Exception {
        stage.with("https://api.openai.com", "openai_chat.json")
                .credential("openai_api_key", "sk-pl4nted-key")
                .answers(
                        RecipeStage.json(
                                "{\"choices\": [{\"message\": {\"content\": \"hm ANSWER: > Sure! 42 \"}}]}"));

        Json.Obj result =
                stage.call(
                        "openai_chat",
                        """
                        {"model": "m", "question": ["a", {"b": 1}], "topic": {"x": [1]}, "temperature": 0.5, "options": {"language": "中文"}}
                        """);

        assertThat(result.get("success")).as(result.toString()).isEqualTo(Json.TRUE);
        assertThat(result.get("text")).isEqualTo(Json.of("42"));
        RecordedRequest request = stage.request();
        assertThat(JsonReader.read(RecipeStage.body(request)))
                .isEqualTo(
                        JsonReader.read(
                                """
                                {"model": "m", "messages": [
                                  {"role": "system", "content": "Answer about {\\"x\\":[1]} in 中文."},
                                  {"role": "user", "content": ["a", {"b": 1}]}],
                                 "temperature": 0.5, "stream": false}
                                """));
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer sk-pl4nted-key");
        assertThat(request.getHeaders().get("X-Note")).isEqualTo("n-");
    }

    @Test
    void thoughts_are_left_out_of_a_models_text() throws Exception {
        stage.with("https://generativelanguage.googleapis.com", "gemini_think.json")
                .credential("gemini_api_key", "g-pl4nted key")
                .answers(
                        RecipeStage.json(
                                "{\"candidates\": [{\"content\": {\"parts\": [{\"text\": \"hm\", \"thought\": true}, {\"text\": \"Yes.\\n\"}]}}]}"));

        Json.Obj result =
                stage.call("gemini_think", "{\"model\": \"gemini/x\", \"prompt\": \"Hi\"}");

        assertThat(result.get("text")).as(result.toString()).isEqualTo(Json.of("Yes."));
        assertThat(stage.request().getTarget())
                .isEqualTo("/v1beta/models/gemini%2Fx:generateContent?key=g-pl4nted%20key");
    }

    @Test
    void a_model_of_the_platform_needs_the_account() throws Exception {
        stage.with("https://none.test", "workers_llama.json");

        Json.Obj result = stage.call("workers_llama", "{\"messages\": []}");

        assertThat(result.get("error_code")).isEqualTo(Json.of("NEEDS_ACCOUNT"));
    }

    @Test
    void an_auth_recipe_reaches_any_call_of_its_service() throws Exception {
        stage.with("https://api.github.com", "github.auth.json")
                .credential("github_token", "gh-pl4nted");

        stage.call(
                "github",
                "{\"_path\": \"/repos/a/b/issues?state=open\", \"method\": \"GET\", \"x\": 1}");
        stage.call(
                "github",
                "{\"_path\": \"/repos/a/b/issues\", \"title\": \"T\", \"n\": [1], \"_hidden\": 1}");

        RecordedRequest list = stage.request();
        assertThat(list.getMethod() + " " + list.getTarget())
                .isEqualTo("GET /repos/a/b/issues?state=open");
        assertThat(RecipeStage.body(list)).isEmpty();
        assertThat(list.getHeaders().get("Accept")).isEqualTo("application/vnd.github+json");
        RecordedRequest create = stage.request();
        assertThat(create.getMethod() + " " + create.getTarget())
                .isEqualTo("POST /repos/a/b/issues");
        assertThat(RecipeStage.body(create)).isEqualTo("{\"title\":\"T\",\"n\":[1]}");
        assertThat(create.getHeaders().get("Authorization")).isEqualTo("Bearer gh-pl4nted");
        assertThat(create.getHeaders().get("X-Empty")).isEqualTo("v");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"@evil.test/\"",
                "\".evil.test/\"",
                "\"//evil.test/\"",
                "\"/\\\\\\\\evil.test\"",
                "\"/a/../../b\"",
                "\"/a#b\"",
                "\"/a\\r\\nHost: evil.test\"",
                "[\"/a\"]"
            })
    void a_path_leads_nowhere_else(String path) throws Exception {
        stage.with("https://api.github.com", "github.auth.json")
                .credential("github_token", "gh-pl4nted");

        Json.Obj result = stage.call("github", "{\"_path\": " + path + "}");

        assertThat(result.get("success")).as(result.toString()).isEqualTo(Json.FALSE);
        assertThat(stage.requests()).isZero();
    }

    @Test
    void a_user_name_and_a_password_let_in_and_stand_in_the_address() throws Exception {
        stage.with("https://api.twilio.com", "twilio.auth.json")
                .credential("twilio_account_sid", "AC1-pl4nted")
                .credential("twilio_auth_token", "tok-pl4nted");

        stage.call("twilio", "{\"_path\": \"/Messages.json\", \"To\": \"+1\"}");

        RecordedRequest request = stage.request();
        assertThat(request.getTarget()).isEqualTo("/2010-04-01/Accounts/AC1-pl4nted/Messages.json");
        assertThat(request.getHeaders().get("Authorization"))
                .isEqualTo("Basic QUMxLXBsNG50ZWQ6dG9rLXBsNG50ZWQ=");
    }

    @Test
    void keys_go_into_query_and_header_and_what_is_missing_is_empty() throws Exception {
        stage.with("https://api.weather.test", "weather.json", "weather.auth.json")
                .credential("weather_appid", "app&id")
                .credential("weather_key", "k3y-of-weather");
        TextFile.write(
                stage.parts().resolve("weather.auth.json"),
                TextFile.read(stage.parts().resolve("weather.auth.json"))
                        .replace("\"service\": \"weather\"", "\"service\": \"meteo\""));
        TextFile.write(
                stage.parts().resolve("weather.json"),
                TextFile.read(stage.parts().resolve("weather.json"))
                        .replace("\"method\":", "\"auth_service\": \" Meteo\", \"method\":"));

        Json.Obj result = stage.call("weather", "{\"city\": \"Taipei/../x\"}");

        assertThat(result.get("success")).as(result.toString()).isEqualTo(Json.TRUE);
        RecordedRequest request = stage.request();
        assertThat(request.getMethod()).isEqualTo("GET");
        assertThat(request.getTarget()).isEqualTo("/v2/Taipei%2F..%2Fx?units=&appid=app%26id");
        assertThat(request.getHeaders().get("x-key")).isEqualTo("k3y-of-weather");
    }

    @Test
    void an_answer_that_is_no_json_is_its_text_and_a_refusal_is_a_failure() throws Exception {
        telegram();
        stage.answers(new MockResponse.Builder().body("plain").build());
        assertThat(stage.call("telegram_send", "{}").get("data")).isEqualTo(Json.of("plain"));

        stage.answers(
                new MockResponse.Builder().code(400).body("{\"description\": \"no\"}").build());
        Json.Obj refused = stage.call("telegram_send", "{}");
        assertThat(refused.get("success")).isEqualTo(Json.FALSE);
        assertThat(refused.get("status")).isEqualTo(Json.of(400));
        assertThat(refused.get("data")).isEqualTo(JsonReader.read("{\"description\": \"no\"}"));
    }

    @Test
    void a_header_with_a_line_break_is_never_sent() throws Exception {
        stage.with("https://api.openai.com", "openai_chat.json")
                .credential("openai_api_key", "sk-pl4nted-key");

        Json.Obj result = stage.call("openai_chat", "{\"note\": \"a\\r\\nX: b\"}");

        assertThat(result.get("error_code")).isEqualTo(Json.of("INVALID_HEADER"));
        assertThat(stage.requests()).isZero();
    }

    @Test
    void a_recipes_file_is_called_without_being_a_part() throws Exception {
        telegram();
        Path file = folder.resolve("elsewhere/telegram-send.json");
        TextFile.write(file, TextFile.read(stage.parts().resolve("telegram-send.json")));
        TextFile.write(
                folder.resolve("elsewhere/auth.json"),
                TextFile.read(stage.parts().resolve("telegram.auth.json")));

        assertThat(stage.call(file.toString(), "{\"chat_id\": 1}").get("success"))
                .isEqualTo(Json.TRUE);
        assertThat(stage.request().getTarget()).startsWith("/bot123456");
    }

    @Test
    void what_is_wrong_with_the_recipes_of_a_folder_is_told() {
        telegram();
        stage.write("broken.json", "{\"canonical_id\": ")
                .write("other.json", "{\"name\": \"x\"}")
                .write(
                        "lost.json",
                        "{\"canonical_id\": \"lost\", \"endpoint\": \"https://a.example/\",\n\"auth_service\": \"nobody\"}");

        OwnParts own = OwnParts.in(stage.parts());

        assertThat(own.parts().stream().map(it -> it.id()))
                .containsExactly("telegram", "telegram_send");
        assertThat(own.problems().stream().map(Object::toString))
                .hasSize(3)
                .anyMatch(it -> it.contains("broken.json:1:") && it.contains("isn't JSON"))
                .anyMatch(it -> it.contains("lost.json:2:") && it.contains("auth_service"))
                .anyMatch(it -> it.contains("other.json:1:1") && it.contains("no API recipe"));
    }

    @Test
    void a_part_comes_before_a_recipe_of_its_name() {
        telegram();
        RecipeParts.Imported imported =
                RecipeParts.importInto(
                        new Workspace(folder),
                        stage.parts().resolve("telegram-send.json"),
                        null,
                        null);

        OwnParts own = OwnParts.in(stage.parts());

        assertThat(imported.contract())
                .isEqualTo(stage.parts().resolve("telegram_send/contract.yaml"));
        assertThat(own.parts().stream().filter(it -> it.id().equals("telegram_send")))
                .singleElement()
                .satisfies(it ->
                        assertThat(Objects.requireNonNull(it.folder()))
                                .isEqualTo(stage.parts().resolve("telegram_send")));
        assertThat(own.problems())
                .singleElement()
                .asString()
                .contains("a recipe and a part are both `telegram_send`");
    }
}
