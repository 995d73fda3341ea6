package dev.arcrun.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonReader;
import dev.arcrun.engine.value.JsonWriter;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What Arcrun's authentication primitives did in recorded calls, connectors made of the same auth
 * recipes do to their requests.
 */
class RecordedAuthRecipesTest {
    private static final Path RECORDED = Path.of("../../parts-catalog/conformance/parts-io.jsonl");

    @TempDir Path folder;

    private static List<Json.Obj> recorded(String part) throws IOException {
        List<Json.Obj> lines =
                Files.readAllLines(RECORDED).stream()
                        .map(RecordedAuthRecipesTest::longer)
                        .map(line -> (Json.Obj) JsonReader.read(line))
                        .filter(line -> Json.of(part).equals(line.get("part")))
                        .filter(line ->
                                Json.of("authenticate").equals(object(line, "input").get("action")))
                        .toList();
        assertThat(lines).isNotEmpty();
        return lines;
    }

    /** Secrets of fewer than six characters couldn't be kept out of logs, and are refused. */
    private static String longer(String line) {
        return line.replace("S3", "S3-pl4nted")
                .replace("Bearer AT", "Bearer AT-pl4nted")
                .replace("\"AC1\"", "\"AC1-pl4nted\"")
                .replace("\"tok\"", "\"tok-pl4nted\"");
    }

    private static Json.Obj object(Json.Obj around, String name) {
        return (Json.Obj) Objects.requireNonNull(around.get(name), name);
    }

    private static String text(Json.Obj around, String name) {
        return ((Json.Str) Objects.requireNonNull(around.get(name), name)).value();
    }

    /** The recorded call that succeeded, of the auth recipe named so. */
    private static Json.Obj call(String part, String service) throws IOException {
        return recorded(part).stream()
                .filter(line -> service.equals(text(object(line, "input"), "service")))
                .findFirst()
                .orElseThrow();
    }

    private static void secrets(RecipeStage stage, Json.Obj call) {
        object(object(call, "input"), "resolved_secrets")
                .members()
                .forEach((key, value) -> stage.credential(key, ((Json.Str) value).value()));
    }

    @Test
    void a_static_key_goes_where_the_primitive_put_it() throws Exception {
        Json.Obj call = call("auth_static_key", "svc");
        Json.Obj output = object(call, "output");
        try (RecipeStage stage = new RecipeStage(folder)) {
            Json.Obj recipe =
                    object(object(object(call, "host"), "kv"), "auth_recipe:svc")
                            .with("base_url", Json.of(stage.origin()));
            stage.write("svc.json", JsonWriter.compact(recipe))
                    .write(
                            "call.json",
                            "{\"canonical_id\": \"call\", \"auth_service\": \"svc\", \"endpoint\": \""
                                    + stage.origin()
                                    + "/at/{{auth.p}}/{{auth.none}}\", \"headers\": {\"P\": \"{{auth.p}}\"}}");
            secrets(stage, call);

            assertThat(stage.call("svc", "{\"a\": 1}").get("success")).isEqualTo(Json.TRUE);
            RecordedRequest alone = stage.request();
            object(output, "auth_headers")
                    .members()
                    .forEach((name, value) ->
                            assertThat(alone.getHeaders().get(name))
                                    .isEqualTo(((Json.Str) value).value()));
            assertThat(alone.getTarget())
                    .isEqualTo("/?q=" + text(object(output, "auth_query"), "q"));
            assertThat(RecipeStage.body(alone))
                    .isEqualTo(
                            "{\"a\":1,\"b\":\"" + text(object(output, "auth_body"), "b") + "\"}");

            assertThat(stage.call("call", "{}").get("success")).isEqualTo(Json.TRUE);
            RecordedRequest api = stage.request();
            String path = text(object(output, "auth_path"), "p");
            assertThat(api.getTarget()).startsWith("/at/" + path + "/?");
            assertThat(api.getHeaders().get("P")).isEqualTo(path);
        }
    }

    @Test
    void a_service_that_has_no_recipe_fails_in_both() throws Exception {
        assertThat(object(call("auth_static_key", "nosvc"), "output").get("success"))
                .isEqualTo(Json.FALSE);
        try (RecipeStage stage = new RecipeStage(folder)) {
            stage.write(
                    "call.json",
                    "{\"canonical_id\": \"call\", \"auth_service\": \"nosvc\", \"endpoint\": \"https://a.example/\"}");

            assertThat(OwnParts.in(stage.parts()).problems())
                    .singleElement()
                    .asString()
                    .contains("the auth recipe of `nosvc` is missing");
        }
    }

    @Test
    void a_user_name_and_a_password_make_the_same_header() throws Exception {
        Json.Obj call = call("auth_static_key", "tw");
        try (RecipeStage stage = new RecipeStage(folder)) {
            stage.write(
                    "tw.json",
                    "{\"kind\": \"auth_recipe\", \"service\": \"tw\", \"primitive\": \"static_key\", \"base_url\": \""
                            + stage.origin()
                            + "\", \"required_secrets\": [{\"key\": \"a\"}, {\"key\": \"b\"}], \"inject\":"
                            + " {\"header\": {\"Authorization\": \"Basic {{secret.a}}:{{secret.b}}\"}}}");
            secrets(stage, call);

            stage.call("tw", "{}");

            String made = Objects.requireNonNull(stage.request().getHeaders().get("Authorization"));
            String before = text(object(object(call, "output"), "auth_headers"), "Authorization");
            assertThat(plain(made).replace("-pl4nted", "")).isEqualTo(plain(before));
        }
    }

    private static String plain(String basic) {
        assertThat(basic).startsWith("Basic ");
        byte[] both = Base64.getDecoder().decode(basic.substring("Basic ".length()));
        return new String(both, StandardCharsets.UTF_8);
    }

    @Test
    void a_service_account_signs_the_same_claims_and_sends_its_token() throws Exception {
        Json.Obj call = call("auth_service_account", "gs");
        Json.Obj expected = claims(text((Json.Obj) signing(call), "crypto_sign_rs256"));
        try (RecipeStage stage = new RecipeStage(folder)) {
            String tokenUrl = stage.origin() + "/token";
            stage.write(
                            "gs.json",
                            "{\"kind\": \"auth_recipe\", \"service\": \"gs\", \"primitive\": \"service_account\", \"base_url\": \""
                                    + stage.origin()
                                    + "\", \"required_secrets\": [{\"key\": \"sa\"}], \"token_exchange\": {\"token_url\": \""
                                    + tokenUrl
                                    + "\", \"scope\": \"s1 s2\"}, \"inject\": {\"header\": {\"Authorization\": \"Bearer"
                                    + " {{runtime.access_token}}\"}}}")
                    .credential("sa", keyFile());

            Json.Obj result = stage.call("gs", "{}");

            assertThat(result.get("success")).as(result.toString()).isEqualTo(Json.TRUE);
            Map<String, String> form = form(RecipeStage.body(stage.request()));
            assertThat(form)
                    .containsEntry("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer");
            Json.Obj claims = claims(Objects.requireNonNull(form.get("assertion")));
            assertThat(claims.get("iss")).isEqualTo(expected.get("iss"));
            assertThat(claims.get("scope")).isEqualTo(expected.get("scope"));
            assertThat(claims.get("aud")).isEqualTo(Json.of(tokenUrl));
            assertThat(seconds(claims)).isEqualTo(seconds(expected));
            assertThat(stage.request().getHeaders().get("Authorization"))
                    .isEqualTo(
                            text(object(object(call, "output"), "auth_headers"), "Authorization"));
        }
    }

    private static Json signing(Json.Obj call) {
        return ((Json.Arr) Objects.requireNonNull(call.get("host_calls")))
                .items().stream()
                        .filter(it -> ((Json.Obj) it).get("crypto_sign_rs256") != null)
                        .findFirst()
                        .orElseThrow();
    }

    private static double seconds(Json.Obj claims) {
        return ((Json.Num) Objects.requireNonNull(claims.get("exp"))).value()
                - ((Json.Num) Objects.requireNonNull(claims.get("iat"))).value();
    }

    private static Json.Obj claims(String jwt) {
        byte[] claims = Base64.getUrlDecoder().decode(jwt.split("\\.")[1]);
        return (Json.Obj) JsonReader.read(new String(claims, StandardCharsets.UTF_8));
    }

    private static Map<String, String> form(String body) {
        return java.util.Arrays.stream(body.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(
                        java.util.stream.Collectors.toMap(
                                pair -> pair[0],
                                pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static String keyFile() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        String key =
                Base64.getMimeEncoder()
                        .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
        return JsonWriter.compact(
                Json.object(
                        "client_email",
                        Json.of("a@b"),
                        "private_key",
                        Json.of(
                                "-----BEGIN PRIVATE KEY-----\n"
                                        + key
                                        + "\n-----END PRIVATE KEY-----\n")));
    }
}
