package dev.arcrun.catalog.apirecipe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.catalog.contract.ContractProblem;
import dev.arcrun.catalog.contract.ContractReader;
import dev.arcrun.catalog.contract.ContractReading;
import dev.arcrun.catalog.contract.PartDescription;
import dev.arcrun.engine.part.Contract;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real-looking recipes become connectors that say the same. */
class RecipeImportTest {
    private static Json member(PartDescription part, String path) {
        Json value = part.json();
        for (String step : path.split("/")) {
            value = Objects.requireNonNull(((Json.Obj) value).get(step), path);
        }
        return value;
    }

    private static void is(PartDescription part, String path, String json) {
        assertThat(member(part, path)).as(path).isEqualTo(JsonReader.read(json));
    }

    private static List<String> keys(PartDescription part) {
        return part.contract().credentials().stream().map(Contract.CredentialNeed::key).toList();
    }

    @Test
    void an_api_recipe_with_its_auth_recipe_is_one_connector() {
        PartDescription part =
                Recipes.made(Recipes.file("telegram-send.json"), Recipes.file("telegram.auth.json"))
                        .part();

        assertThat(part.id()).isEqualTo("telegram_send");
        assertThat(part.aliases()).containsExactly("telegram-send", "rec_cc26f44e");
        assertThat(part.displayName().in("en")).isEqualTo("Telegram message");
        assertThat(part.author()).isEqualTo("system");
        assertThat(part.contract().hosts()).containsExactly("api.telegram.org");
        assertThat(keys(part)).containsExactly("telegram_bot_token");
        is(part, "request/url", "\"https://api.telegram.org/bot{{auth.token}}/sendMessage\"");
        is(
                part,
                "request/body",
                """
                {"chat_id": "{{chat_id ?? \\"\\"}}", "text": "{{text ?? \\"\\"}}", "parse_mode": "{{parse_mode ?? \\"\\"}}"}
                """);
        is(
                part,
                "auth",
                """
                {"kind": "static", "path": {"token": "{{credential.telegram_bot_token}}"}}
                """);
        is(part, "input_schema/properties/chat_id", "{\"type\": \"string\"}");
        assertThat(part.contract().required()).isEmpty();
    }

    @Test
    void values_in_a_body_template_keep_their_type_and_the_answer_is_mapped() {
        PartDescription part = Recipes.made(Recipes.file("openai_chat.json"), null).part();

        is(
                part,
                "request/body",
                """
                {"model": "{{model}}",
                 "messages": [
                   {"role": "system", "content": "Answer about {{topic ?? \\"\\"}} in {{options.language ?? \\"\\"}}."},
                   {"role": "user", "content": "{{question}}"}],
                 "temperature": "{{temperature}}", "stream": false}
                """);
        is(part, "input_schema/properties/temperature", "{}");
        is(part, "input_schema/properties/options", "{}");
        is(part, "input_schema/properties/note", "{\"type\": \"string\"}");
        is(
                part,
                "response/text",
                """
                {"path": "body.choices.0.message.content", "after": "ANSWER:", "strip_prefixes": ["> ", "Sure!"]}
                """);
        assertThat(keys(part)).containsExactly("openai_api_key");
    }

    @Test
    void an_answer_of_arcruns_api_is_read_and_credentials_in_texts_are_asked_for() {
        PartDescription part = Recipes.made(Recipes.file("gemini_think.json"), null).part();

        assertThat(part.id()).isEqualTo("gemini_think");
        assertThat(keys(part)).containsExactly("gemini_api_key");
        is(
                part,
                "response/text",
                "{\"path\": \"body.candidates.0.content.parts\", \"last_part\": true}");
    }

    @Test
    void a_binding_is_a_call_of_a_model() {
        PartDescription part = Recipes.made(Recipes.file("workers_llama.json"), null).part();

        assertThat(part.category()).isEqualTo("ai");
        is(part, "request/model", "\"@cf/meta/llama-3.1-8b-instruct\"");
        is(
                part,
                "request/body",
                "{\"messages\": \"{{messages}}\", \"max_tokens\": \"{{max_tokens}}\"}");
    }

    @Test
    void an_auth_recipe_alone_reaches_any_call_of_its_service() {
        PartDescription part = Recipes.made(Recipes.file("github.auth.json"), null).part();

        assertThat(part.id()).isEqualTo("github");
        assertThat(part.aliases()).isEmpty();
        is(part, "request/method", "\"{{method}}\"");
        is(part, "request/path", "\"{{_path}}\"");
        is(
                part,
                "auth/header",
                """
                {"Authorization": "Bearer {{credential.github_token}}",
                 "Accept": "application/vnd.github+json", "X-Empty": "v"}
                """);
    }

    @Test
    void a_user_name_and_password_become_http_basic() {
        PartDescription part = Recipes.made(Recipes.file("twilio.auth.json"), null).part();

        is(
                part,
                "auth",
                """
                {"kind": "static", "basic": {"user": "{{credential.twilio_account_sid}}",
                 "password": "{{credential.twilio_auth_token}}"}}
                """);
    }

    @Test
    void an_auth_recipe_of_the_same_name_is_used_and_the_recipes_own_header_counts() {
        PartDescription part =
                Recipes.made(Recipes.file("weather.json"), Recipes.file("weather.auth.json"))
                        .part();

        is(part, "request/method", "\"GET\"");
        is(
                part,
                "request/url",
                "\"https://api.weather.test/v2/{{city ?? \\\"\\\"}}?units={{units ?? \\\"\\\"}}\"");
        is(part, "request/headers", "{\"x-key\": \"{{credential.weather_key}}\"}");
        is(
                part,
                "auth",
                "{\"kind\": \"static\", \"query\": {\"appid\": \"{{credential.weather_appid}}\"}}");
        assertThat(keys(part)).containsExactly("weather_appid", "weather_key");
        assertThat(((Json.Obj) member(part, "request")).get("body")).isNull();
    }

    @Test
    void a_service_account_and_oauth2_get_their_token_endpoints() {
        PartDescription sheets = Recipes.made(Recipes.file("sheets.auth.json"), null).part();
        PartDescription gmail = Recipes.made(Recipes.file("gmail.auth.json"), null).part();

        assertThat(sheets.contract().hosts())
                .containsExactly("sheets.googleapis.com", "oauth2.googleapis.com");
        is(sheets, "auth/kind", "\"service_account\"");
        is(sheets, "auth/header", "{\"Authorization\": \"Bearer {{access_token}}\"}");
        is(gmail, "auth/kind", "\"oauth2\"");
        is(gmail, "auth/refresh_token", "\"{{credential.gmail_refresh_token}}\"");
        is(gmail, "auth/scopes", "[\"https://mail.google.com/\"]");
    }

    @Test
    void an_address_that_is_a_parameter_leaves_the_hosts_to_the_user() {
        PartDescription part = Recipes.made(Recipes.file("anything.json"), null).part();

        assertThat(part.contract().hosts()).isEmpty();
        assertThat(part.contract().required()).containsExactly("url");
        is(part, "request/body", "\"{{_parameters}}\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://{{shop}}.example.com/a ¦ *.example.com",
                "https://a-{{shop}}.Example.com:8443/a ¦ *.example.com:8443",
                "http://127.0.0.1:8080/a ¦ 127.0.0.1:8080",
                "http://[::1]:8080/a ¦ ::1",
                "https://bücher.example/{{x}} ¦ xn--bcher-kva.example"
            })
    void hosts_come_from_the_address(String both) {
        String[] parts = both.split(" ¦ ");
        RecipeFile file =
                Recipes.text("{\"canonical_id\": \"a\", \"endpoint\": \"" + parts[0] + "\"}");

        assertThat(Recipes.made(file, null).part().contract().hosts()).containsExactly(parts[1]);
    }

    @Test
    void an_id_may_be_given_and_the_old_one_still_names_it() {
        var result =
                RecipeImport.of(
                        Recipes.file("telegram-send.json"),
                        Recipes.file("telegram.auth.json"),
                        "tell");

        assertThat(((RecipeImport.Result.Made) result).part().id()).isEqualTo("tell");
        assertThat(((RecipeImport.Result.Made) result).part().aliases()).contains("telegram-send");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "openai_chat.json", "gemini_think.json", "workers_llama.json", "github.auth.json",
                "twilio.auth.json", "sheets.auth.json", "gmail.auth.json", "anything.json"
            })
    void the_yaml_reads_as_the_same_contract(String name) {
        RecipeImport.Result.Made made = Recipes.made(Recipes.file(name), null);
        var again = ContractReader.read(made.yaml(), "contract.yaml");

        assertThat(((ContractReading.Read) again).part().json()).isEqualTo(made.part().json());
    }

    @Test
    void texts_that_yaml_could_take_for_something_else_stay_what_they_are() {
        String body =
                """
                {"a": "true", "b": "12", "c": "null", "d": "- x: #y", "e": "", "f": " \\n\\t ", "g": "\\u0007\\u0085\\u2028",
                 "h": "0x1F", "i": "~", "j": "1e3", "k": [[], {}, null, true, 1e300, -0.5, 9007199254740993],
                 "true": 1, "1": 2, "<<": {"x": 1}, "é😀": "'\\"\\\\", "l": "%s", "m": "a: b\\n  c\\n"}
                """;
        RecipeFile file =
                Recipes.text(
                        "{\"canonical_id\": \"a\", \"endpoint\": \"https://a.example/\", \"body_template\": "
                                + body
                                + "}");

        is(Recipes.made(file, null).part(), "request/body", body);
    }

    @Test
    void a_folder_of_recipes_finds_its_auth_recipes() throws IOException {
        List<ContractProblem> problems = new ArrayList<>();
        var parts = RecipeFolder.read(Recipes.FOLDER).parts(problems);

        assertThat(parts.stream().map(it -> it.id()))
                .contains("telegram", "telegram_send", "openai_chat", "weather", "github");
        assertThat(problems)
                .singleElement()
                .asString()
                .contains("weather.json")
                .contains("another recipe here is `weather` already");
    }
}
