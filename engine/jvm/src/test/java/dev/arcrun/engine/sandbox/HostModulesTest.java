package dev.arcrun.engine.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.sandbox.SandboxSettings.Compilation;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What parts get from {@code u6u} and {@code arcrun}. */
class HostModulesTest {
    private static final String HTTP = "iiiiiiiiii:i";
    private static final Sandbox SANDBOX =
            new Sandbox(new SandboxSettings(2, null, Compilation.NEVER));

    private final FakeHost host = new FakeHost();

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void a_published_part_gets_the_body_of_an_answer() {
        var part =
                Guests.u6u("http_request", HTTP, "http://a.test/", "POST", "{\"X\":\"y\"}", "sent");

        CallResult called = call(part);

        assertThat(text(called)).isEqualTo("{\"told\":true}");
        HttpCall asked = host.requests.getFirst();
        assertThat(asked.url()).isEqualTo("http://a.test/");
        assertThat(asked.method()).isEqualTo("POST");
        assertThat(asked.headers()).containsExactly(new Header("X", "y"));
        assertThat(asked.body()).asString(StandardCharsets.UTF_8).isEqualTo("sent");
        HostCall recorded = called.stats().hostCalls().getFirst();
        assertThat(recorded.op()).isEqualTo("http");
        assertThat(recorded.status()).isEqualTo(200);
        assertThat(recorded.bytes()).isEqualTo(13);
    }

    @Test
    void a_published_part_never_gets_more_than_it_has_room_for() {
        host.body = new byte[65_537];

        CallResult called = call(Guests.u6u("http_request", HTTP, "http://a.test/", "GET", "", ""));

        assertThat(called.failure()).isEqualTo(FailureCode.RESPONSE_TOO_LARGE);
        assertThat(text(called)).contains("65537 bytes");
    }

    @Test
    void an_answer_that_just_fits_is_given() {
        host.body = ("{\"a\":\"" + "x".repeat(65_536 - 8) + "\"}").getBytes(StandardCharsets.UTF_8);

        CallResult called = call(Guests.u6u("http_request", HTTP, "http://a.test/", "GET", "", ""));

        assertThat(called.failure()).isNull();
        assertThat(called.stats().outputBytes()).isEqualTo(65_536);
    }

    @Test
    void a_part_without_network_fails_with_the_host_it_asked_for() {
        var part = Guests.u6u("http_request", HTTP, "http://a.test/x", "GET", "", "");

        CallResult called = call(part, HostServices.NONE);

        assertThat(called.failure()).isEqualTo(FailureCode.HOST_NOT_ALLOWED);
        assertThat(text(called)).contains("a.test");
    }

    @Test
    void a_network_error_explains_the_failure_of_a_part_that_only_saw_error_1() {
        var broken =
                new FakeHost() {
                    @Override
                    public HttpAnswer http(HttpCall call) {
                        throw new UnsupportedOperationException();
                    }
                };
        HostServices failing =
                new HostServices() {
                    @Override
                    public HttpAnswer http(HttpCall call) throws HostFailure {
                        throw new HostFailure(FailureCode.NETWORK_ERROR, "The line is cut.", null);
                    }
                };
        var part = Guests.u6u("http_request", HTTP, "http://a.test/x", "GET", "", "");

        CallResult called = call(part, failing);

        assertThat(called.failure()).isNull();
        assertThat(called.result().get("error")).isEqualTo(Json.of("told 1"));
        assertThat(called.result().get("error_code")).isEqualTo(Json.of("NETWORK_ERROR"));
        assertThat(called.result().get("hint")).isEqualTo(Json.of("The line is cut."));
        assertThat(broken.requests).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "{\"a\":1}", "{", "null"})
    void headers_that_are_no_object_of_texts_are_error_1(String headers) {
        var part = Guests.u6u("http_request", HTTP, "http://a.test/x", "GET", headers, "");

        assertThat(text(call(part))).contains("told 1");
        assertThat(host.requests).isEmpty();
    }

    @Test
    void a_stored_value_is_given_and_a_missing_one_is_2() {
        host.store.put("k", "{\"v\":1}");

        assertThat(text(call(Guests.u6u("kv_get", "iiii:i", "k")))).isEqualTo("{\"v\":1}");
        assertThat(text(call(Guests.u6u("kv_get", "iiii:i", "other")))).contains("told 2");
    }

    @Test
    void a_secret_that_is_not_the_parts_is_2() {
        assertThat(text(call(Guests.u6u("secret_get", "iiii:i", "known"))))
                .isEqualTo("{\"secret\":1}");
        assertThat(text(call(Guests.u6u("secret_get", "iiii:i", "other")))).contains("told 2");
    }

    @Test
    void storing_without_a_store_is_an_error() {
        var part =
                new WasmModuleBuilder()
                        .importing("u6u", "kv_put", "iiiii:i")
                        .memory(1)
                        .start(code -> {
                            code.i32(0).i32(1).i32(0).i32(1).i32(60).call(0);
                            code.i32(1).op(0x47).when(WasmCode::unreachable);
                        });

        assertThat(call(part, HostServices.NONE).failure()).isEqualTo(FailureCode.INVALID_OUTPUT);
    }

    @Test
    void decrypting_links_and_is_always_an_error() {
        var part = Guests.u6u("crypto_decrypt", "iiiiii:i", "secret", "iv");

        assertThat(text(call(part))).contains("told 1");
    }

    @Test
    void one_call_more_than_allowed_ends_the_part() {
        var part =
                new WasmModuleBuilder()
                        .importing("u6u", "kv_get", "iiii:i")
                        .memory(4)
                        .start(code ->
                                code.loop(c ->
                                        c.i32(0)
                                                .i32(1)
                                                .i32(65_536)
                                                .i32(16)
                                                .call(0)
                                                .drop()
                                                .jump(0)));

        CallResult called = call(part);

        assertThat(called.failure()).isEqualTo(FailureCode.HOST_CALL_LIMIT);
        assertThat(called.stats().hostCalls()).hasSize(64);
    }

    @Test
    void our_parts_get_status_headers_and_body() {
        assertThat(ask("{\"op\":\"http\",\"url\":\"http://a.test/\"}"))
                .isEqualTo(
                        "{\"ok\":true,\"status\":200,\"headers\":{\"content-type\":\"x/y\"},"
                                + "\"body\":\"{\\\"told\\\":true}\"}");
        assertThat(host.requests.getFirst().method()).isEqualTo("GET");
    }

    @Test
    void an_answer_that_is_no_text_comes_in_base64() {
        host.body = new byte[] {(byte) 0xff, 0, 1};

        assertThat(ask("{\"op\":\"http\",\"url\":\"http://a.test/\"}"))
                .contains("\"body_base64\":\"/wAB\"");
    }

    @Test
    void a_large_answer_arrives_whole() {
        host.body = "x".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);

        assertThat(ask("{\"op\":\"http\",\"url\":\"http://a.test/\"}"))
                .hasSizeGreaterThan(1_000_000);
    }

    @Test
    void a_body_in_base64_is_sent_as_bytes() {
        ask(
                "{\"op\":\"http\",\"method\":\"PUT\",\"url\":\"http://a.test/\",\"body_base64\":\"/wAB\"}");

        assertThat(host.requests.getFirst().body()).containsExactly(0xff, 0, 1);
    }

    @Test
    void values_are_stored_with_their_time_to_live_and_read_back() {
        assertThat(ask("{\"op\":\"kv_put\",\"key\":\"k\",\"value\":\"v\",\"ttl\":60}"))
                .isEqualTo("{\"ok\":true}");
        assertThat(ask("{\"op\":\"kv_get\",\"key\":\"k\"}"))
                .isEqualTo("{\"ok\":true,\"found\":true,\"value\":\"v/60\"}");
        assertThat(ask("{\"op\":\"kv_get\",\"key\":\"x\"}"))
                .isEqualTo("{\"ok\":true,\"found\":false,\"value\":null}");
    }

    @Test
    void a_signature_can_be_verified() throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        var keys = generator.generateKeyPair();
        String key = Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded());

        String told =
                ask(
                        "{\"op\":\"sign_rs256\",\"data\":\"header.claims\",\"key_base64\":\""
                                + key
                                + "\"}");

        var verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(keys.getPublic());
        verifier.update("header.claims".getBytes(StandardCharsets.UTF_8));
        String signature = told.replaceAll(".*\"signature_base64\":\"([^\"]*)\".*", "$1");
        assertThat(verifier.verify(Base64.getDecoder().decode(signature))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json",
                "[]",
                "{}",
                "{\"op\":\"format\"}",
                "{\"op\":\"http\"}",
                "{\"op\":\"http\",\"url\":1}",
                "{\"op\":\"http\",\"url\":\"http://a/\",\"headers\":[]}",
                "{\"op\":\"http\",\"url\":\"http://a/\",\"headers\":{\"x\":1}}",
                "{\"op\":\"http\",\"url\":\"http://a/\",\"body_base64\":\"*\"}",
                "{\"op\":\"kv_put\",\"key\":\"k\",\"value\":\"v\",\"ttl\":\"1\"}",
                "{\"op\":\"sign_rs256\",\"data\":\"x\",\"key_base64\":\"AAAA\"}"
            })
    void a_request_that_makes_no_sense_is_told_so(String request) {
        assertThat(ask(request))
                .startsWith("{\"ok\":false,\"error\":\"")
                .endsWith("\"error_code\":\"INVALID_REQUEST\"}");
        assertThat(host.requests).isEmpty();
    }

    @Test
    void a_request_that_makes_no_sense_counts_too() {
        var part =
                new WasmModuleBuilder()
                        .importing("arcrun", "call", "ii:i")
                        .memory(1)
                        .start(code -> code.loop(c -> c.i32(0).i32(0).call(0).drop().jump(0)));

        assertThat(call(part).failure()).isEqualTo(FailureCode.HOST_CALL_LIMIT);
    }

    @Test
    void answers_that_are_never_dropped_count_as_memory() {
        host.body = new byte[700_000];
        String request = "{\"op\":\"http\",\"url\":\"http://a.test/\"}";
        var part =
                new WasmModuleBuilder()
                        .importing("arcrun", "call", "ii:i")
                        .memory(1)
                        .data(0, request)
                        .start(code ->
                                code.loop(c ->
                                        c.i32(0).i32(request.length()).call(0).drop().jump(0)));

        CallResult called =
                SANDBOX.call(Guests.load(part), new byte[0], Limits.DEFAULT.withMemoryMiB(4), host);

        assertThat(called.failure()).isEqualTo(FailureCode.MEMORY_LIMIT);
    }

    @Test
    void a_handle_that_is_none_is_minus_1() {
        var part =
                new WasmModuleBuilder()
                        .importing("arcrun", "size", "i:i")
                        .importing("arcrun", "read", "iii:i")
                        .importing("arcrun", "drop", "i:i")
                        .memory(1)
                        .start(code -> {
                            code.i32(7).call(0).i32(-1).op(0x47);
                            code.i32(-7).i32(0).i32(9).call(1).i32(-1).op(0x47).op(0x72);
                            code.i32(0).call(2).i32(-1).op(0x47).op(0x72);
                            code.when(WasmCode::unreachable);
                        });

        assertThat(call(part).failure()).isEqualTo(FailureCode.INVALID_OUTPUT);
    }

    private String ask(String request) {
        return text(call(Guests.asking(request)));
    }

    private CallResult call(WasmModuleBuilder part) {
        return call(part, host);
    }

    private static CallResult call(WasmModuleBuilder part, HostServices host) {
        return SANDBOX.call(Guests.load(part), new byte[0], Limits.DEFAULT, host);
    }

    private static String text(CallResult called) {
        return JsonWriter.compact(called.result());
    }
}
