package dev.arcrun.catalog.apirecipe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.catalog.contract.ContractProblem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a recipe can't have is told with its field and line; nothing is left out in silence. */
class RecipeMistakesTest {
    private static final String API =
            """
            {
              "canonical_id": "note",
              "endpoint": "https://api.notes.test/v1/{{list}}",
              "method": "POST",
              "headers": { "X-A": "a" },
              "body_template": { "text": "{{text}}" },
              "response_map": { "text_path": "a.b" },
              "credentials_required": [{ "key": "k" }],
              "author": "me"
            }
            """;

    private static final String AUTH =
            """
            {
              "kind": "auth_recipe",
              "service": "notes",
              "primitive": "static_key",
              "base_url": "https://api.notes.test",
              "required_secrets": [{ "key": "k1", "label": "K1", "help_url": "https://notes.test/keys" }],
              "inject": { "header": { "Authorization": "Bearer {{secret.k1}}" }, "query": {} },
              "description": "d"
            }
            """;

    private static void told(String json, int line, String words) {
        List<ContractProblem> problems = Recipes.problems(Recipes.text(json), null);
        assertThat(problems)
                .as(json)
                .anySatisfy(problem -> {
                    assertThat(problem.file()).isEqualTo("r.json");
                    assertThat(problem.toString()).contains(words);
                    assertThat(problem.line()).as(problem.toString()).isEqualTo(line);
                });
    }

    @Test
    void the_recipes_that_are_changed_below_are_right() {
        assertThat(Recipes.problems(Recipes.text(API), null)).isEmpty();
        assertThat(Recipes.problems(Recipes.text(AUTH), null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            textBlock =
                    """
                    "note"                          ¦ "電報"                            ¦ 2 ¦ canonical_id: `電報` can't be a part's id
                    "note"                          ¦ ["note"]                          ¦ 2 ¦ canonical_id: it must be a text
                    https://api.notes.test/v1/      ¦ ftp://api.notes.test/             ¦ 3 ¦ endpoint: it is no http or https URL
                    https://api.notes.test/v1/      ¦ https://me:pw@api.notes.test/     ¦ 3 ¦ endpoint: it is no http or https URL, or it has a user name
                    https://api.notes.test/v1/      ¦ https://{{host}}/v1/              ¦ 3 ¦ endpoint: its host may have a parameter only below
                    https://api.notes.test/v1/      ¦ https://x.{{tld}}/v1/             ¦ 3 ¦ endpoint: its host may have a parameter only below
                    https://api.notes.test/v1/      ¦ https://{{credential.k}}.notes.test/ ¦ 3 ¦ endpoint: its host may have a parameter only below
                    https://api.notes.test/v1/      ¦ {{credential.k}}                  ¦ 3 ¦ endpoint: an address can't start with a secret
                    v1/{{list}}                     ¦ v1/{{list                         ¦ 3 ¦ endpoint: `{{` isn't closed
                    v1/{{list}}                     ¦ v1/{{a b}}                        ¦ 3 ¦ endpoint: `{{a b}}` can't be read
                    v1/{{list}}                     ¦ v1/{{secret.k}}                   ¦ 3 ¦ endpoint: `{{secret.k}}` stands in an auth recipe
                    v1/{{list}}                     ¦ v1/{{__proto__}}                  ¦ 3 ¦ endpoint: a parameter can't be named `__proto__`
                    "POST"                          ¦ "FETCH"                           ¦ 4 ¦ method: it is GET
                    "POST"                          ¦ "GET"                             ¦ 6 ¦ body_template: a GET request sends no body
                    "X-A": "a"                      ¦ "X-A": "a\\r\\nHost: evil"        ¦ 5 ¦ headers.X-A: a header is one line
                    "X-A": "a"                      ¦ "X A": "a"                        ¦ 5 ¦ headers: a header can't have such a name
                    "X-A": "a"                      ¦ "X-A": {"a": 1}                   ¦ 5 ¦ headers.X-A: it must be a text
                    { "X-A": "a" }                  ¦ ["X-A"]                           ¦ 5 ¦ headers: it must be an object
                    "text": "{{text}}"              ¦ "text": ["{{te"]                  ¦ 6 ¦ body_template.text.0: `{{` isn't closed
                    "text": "{{text}}"              ¦ "__proto__": {"x": 1}             ¦ 6 ¦ a member can't be named `__proto__`
                    "text_path": "a.b"              ¦ "text_path": 5                    ¦ 7 ¦ response_map.text_path: it must be a text
                    "text_path": "a.b"              ¦ "textpath": "a"                   ¦ 7 ¦ response_map.textpath: nobody knows this field
                    "text_path": "a.b"              ¦ "strip_prefixes": [1]             ¦ 7 ¦ response_map.strip_prefixes: it must be a list of texts
                    "text_path": "a.b"              ¦ "thinking_model": "yes"           ¦ 7 ¦ response_map.thinking_model: it must be true or false
                    { "key": "k" }                  ¦ { "key": "a b" }                  ¦ 8 ¦ credentials_required.0.key: a key is letters
                    { "key": "k" }                  ¦ 5                                 ¦ 8 ¦ credentials_required.0: it must be an object
                    "author": "me"                  ¦ "auth_service": "notes"           ¦ 9 ¦ auth_service: the auth recipe of `notes` is missing
                    "author": "me"                  ¦ "auth": "oauth"                   ¦ 9 ¦ auth: there is `binding` only
                    "author": "me"                  ¦ "binding_name": "DB"              ¦ 9 ¦ binding_name: there is the binding AI only
                    "author": "me"                  ¦ "auth": "binding"                 ¦ 3 ¦ endpoint: with a binding it is the name of a model
                    "author": "me"                  ¦ "retries": 3                      ¦ 9 ¦ retries: nobody knows this field
                    """)
    void a_mistake_in_an_api_recipe_is_told(String right, String wrong, int line, String words) {
        told(API.replace(right, wrong), line, words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            textBlock =
                    """
                    "notes"                         ¦ "9 lives"                         ¦ 3 ¦ service: `9_lives` can't be a part's id
                    "notes"                         ¦ ""                                ¦ 3 ¦ service: it is missing
                    "static_key"                    ¦ "mtls"                            ¦ 4 ¦ primitive: there are static_key
                    https://api.notes.test          ¦ api.notes.test                    ¦ 5 ¦ base_url: it is no http or https URL
                    https://api.notes.test          ¦ https://api.notes.test?x=1        ¦ 5 ¦ base_url: it has no query
                    https://api.notes.test          ¦ {{base}}                          ¦ 5 ¦ base_url: it must be an address with its host
                    https://api.notes.test          ¦ https://api.notes.test/{{secret.x}} ¦ 5 ¦ base_url: `{{secret.x}}` is no secret
                    https://api.notes.test          ¦ https://{{secret.k1}}.notes.test  ¦ 5 ¦ base_url: its host may have a parameter
                    "k1", "label"                   ¦ "k 1", "label"                    ¦ 6 ¦ required_secrets.0.key: a key is letters
                    https://notes.test/keys         ¦ javascript:alert(1)               ¦ 6 ¦ required_secrets.0.help_url: it must be an http
                    { "key": "k1",                  ¦ { "key": "k1" }, { "key": "k1",   ¦ 6 ¦ required_secrets.1.key: `k1` is there twice
                    "header": {                     ¦ "cookie": {}, "header": {         ¦ 7 ¦ inject.cookie: nobody knows this field
                    Bearer {{secret.k1}}            ¦ Bearer {{secret.k1                ¦ 7 ¦ inject.header.Authorization: `{{` isn't closed
                    "Authorization":                ¦ "Author ization":                 ¦ 7 ¦ inject.header: a header can't have such a name
                    Bearer {{secret.k1}}            ¦ Bearer {{k1}}                     ¦ 7 ¦ inject.header.Authorization: `{{k1}}` isn't known
                    Bearer {{secret.k1}}            ¦ Bearer\\r\\nX: {{secret.k1}}      ¦ 7 ¦ inject.header.Authorization: it has a line break
                    Bearer {{secret.k1}}            ¦ Bearer {{runtime.access_token}}   ¦ 7 ¦ `{{runtime.access_token}}` isn't known
                    "static_key"                    ¦ "service_account"                 ¦ 1 ¦ token_exchange.scopes: a service account needs
                    "static_key"                    ¦ "oauth2"                          ¦ 6 ¦ required_secrets: for oauth2 there is a secret
                    """)
    void a_mistake_in_an_auth_recipe_is_told(String right, String wrong, int line, String words) {
        told(AUTH.replace(right, wrong), line, words);
    }

    @Test
    void the_wrong_auth_recipe_is_told() {
        RecipeFile api =
                Recipes.text(API.replace("\"author\": \"me\"", "\"auth_service\": \"github\""));

        assertThat(Recipes.problems(api, Recipes.text(AUTH)))
                .anySatisfy(it -> assertThat(it.message()).contains("is that of `notes`"));
        assertThat(Recipes.problems(api, Recipes.text(API)))
                .anySatisfy(it -> assertThat(it.message()).contains("this is no auth recipe"));
        assertThat(Recipes.problems(Recipes.text(AUTH), Recipes.text(AUTH)))
                .anySatisfy(it -> assertThat(it.message()).contains("an auth recipe itself"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "5",
                "null",
                "{",
                "{\"canonical_id\"}",
                "{\"name\": \"package\"}",
                "{\"canonical_id\": null}",
                "{\"recipe\": {\"canonical_id\": \"a\"}}",
                "{\"__proto__\": {\"canonical_id\": \"a\"}}"
            })
    void what_is_no_recipe_is_refused(String text) {
        boolean refused =
                RecipeFile.read(text, "r.json") instanceof RecipeFile.Reading.Refused
                        || !Recipes.problems(Recipes.text(text), null).isEmpty();

        assertThat(refused).isTrue();
    }

    @Test
    void what_is_nested_too_deeply_is_refused() {
        String deep =
                "{\"canonical_id\": \"a\", \"body\": " + "[".repeat(5000) + "]".repeat(5000) + "}";

        assertThat(RecipeFile.read(deep, "r.json")).isInstanceOf(RecipeFile.Reading.Refused.class);
    }

    @Test
    void files_too_large_or_not_text_are_refused(@TempDir Path folder) throws Exception {
        Path large = folder.resolve("large.json");
        Files.writeString(large, "{\"canonical_id\": \"" + "a".repeat(1_000_000) + "\"}");
        Path bytes = folder.resolve("bytes.json");
        Files.write(bytes, new byte[] {'{', (byte) 0xff, '}'});

        assertThat(RecipeFile.read(large).toString()).contains("longer than 1,000,000 bytes");
        assertThat(RecipeFile.read(bytes).toString()).contains("isn't UTF-8");
        assertThat(RecipeFile.read(folder.resolve("none.json")).toString())
                .contains("no such file");
    }

    @Test
    void many_braces_take_no_longer_than_their_length() {
        String braces = "{{a}}{{".repeat(50_000);
        String json =
                "{\"canonical_id\": \"a\", \"endpoint\": \"https://a.example/" + braces + "\"}";

        assertThat(json.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(1_000_000);
        assertThat(Recipes.problems(Recipes.text(json), null))
                .anySatisfy(it -> assertThat(it.path()).isEqualTo("endpoint"));
    }

    @Test
    void half_a_character_is_written_so_that_it_can_be_read_again() {
        String json =
                "{\"canonical_id\": \"a\", \"endpoint\": \"https://a.example/\", \"body\": {\"t\": \"\\ud83d\"}}";
        RecipeImport.Result.Made made = Recipes.made(Recipes.text(json), null);

        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(made.yaml())).isTrue();
        assertThat(String.valueOf(made.part().json().get("request"))).contains("\ud83d");
    }
}
