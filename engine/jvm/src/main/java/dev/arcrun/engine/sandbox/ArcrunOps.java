package dev.arcrun.engine.sandbox;

import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonReader;
import dev.arcrun.engine.value.JsonSyntaxException;
import dev.arcrun.engine.value.JsonWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The JSON requests of {@code arcrun.call}, and their answers: {@code {ok: true, …}} or {@code {ok:
 * false, error, error_code}}.
 *
 * <ul>
 *   <li>{@code {op: "http", method?, url, headers?, body? | body_base64?}} → {@code status,
 *       headers, body | body_base64} (base64 where the answer isn't UTF-8)
 *   <li>{@code {op: "kv_get", key}} → {@code found, value}
 *   <li>{@code {op: "kv_put", key, value, ttl?}}: ttl in seconds, 0 for good
 *   <li>{@code {op: "secret", key}} → {@code found, value}
 *   <li>{@code {op: "sign_rs256", data | data_base64, key_base64}} → {@code signature_base64}; the
 *       key is PKCS #8
 * </ul>
 */
final class ArcrunOps {
    private final GuestCall call;
    private final Json.Obj request;

    private ArcrunOps(GuestCall call, Json.Obj request) {
        this.call = call;
        this.request = request;
    }

    static String answer(GuestCall call, String request) {
        Json.Obj answer;
        int before = call.hostCalls().size();
        try {
            answer = new ArcrunOps(call, parse(request)).run();
        } catch (HostFailure e) {
            if (call.hostCalls().size() == before) {
                countRefused(call, e);
            }
            answer =
                    Json.object(
                            "ok", Json.FALSE,
                            "error", Json.of(e.failure().error()),
                            "error_code", Json.of(e.failure().code().name()));
        }
        return JsonWriter.compact(answer);
    }

    /** A request that can't even be read counts too, or a guest could make them without end. */
    private static void countRefused(GuestCall call, HostFailure failure) {
        call.countHostCall();
        call.noteHostFailure(failure.failure());
        call.hostCalls()
                .add(
                        new HostCall(
                                "invalid",
                                null,
                                "",
                                0,
                                0,
                                Duration.ZERO,
                                failure.failure().code()));
    }

    private static Json.Obj parse(String request) throws HostFailure {
        try {
            if (JsonReader.read(request) instanceof Json.Obj object) {
                return object;
            }
        } catch (JsonSyntaxException e) {
            throw invalid("it is not JSON: " + e.getMessage());
        }
        throw invalid("it is not an object");
    }

    private Json.Obj run() throws HostFailure {
        String op = text("op");
        return switch (op) {
            case "http" -> http();
            case "kv_get" -> value(HostRequests.kvGet(call, text("key")));
            case "kv_put" -> {
                HostRequests.kvPut(call, text("key"), text("value"), ttl());
                yield Json.object("ok", Json.TRUE);
            }
            case "secret" -> value(HostRequests.secret(call, text("key")));
            case "sign_rs256" -> sign();
            default ->
                    throw invalid(
                            "`op` is `"
                                    + op
                                    + "`; known are http, kv_get, kv_put, secret, sign_rs256");
        };
    }

    private long timeoutMs() {
        return request.get("timeout_ms") instanceof Json.Num(double number)
                ? (long) Math.max(0, number)
                : 0;
    }

    private Json.Obj http() throws HostFailure {
        Json headers = request.get("headers");
        if (headers != null && !(headers instanceof Json.Obj)) {
            throw invalid("`headers` is not an object");
        }
        String method = optional("method");
        var asked =
                new HttpCall(
                        method == null ? "GET" : method,
                        text("url"),
                        headers instanceof Json.Obj all ? U6uImports.headers(all) : List.of(),
                        bytes("body", "body_base64"),
                        timeoutMs());
        HttpAnswer answer = HostRequests.http(call, asked);
        var told = new LinkedHashMap<String, Json>();
        told.put("ok", Json.TRUE);
        told.put("status", Json.of((double) answer.status()));
        told.put("headers", headers(answer.headers()));
        String body = utf8(answer.body());
        if (body != null) {
            told.put("body", Json.of(body));
        } else {
            told.put("body_base64", base64(answer.body()));
        }
        return new Json.Obj(told);
    }

    /** Several lines of one name are one, as fetch joins them. */
    private static Json headers(List<Header> headers) {
        Map<String, String> joined = new LinkedHashMap<>();
        for (Header header : headers) {
            joined.merge(header.name(), header.value(), (all, more) -> all + ", " + more);
        }
        var members = new LinkedHashMap<String, Json>();
        joined.forEach((name, value) -> members.put(name, Json.of(value)));
        return new Json.Obj(members);
    }

    private Json.Obj sign() throws HostFailure {
        byte[] signature =
                HostRequests.signRs256(call, bytes("data", "data_base64"), bytes("", "key_base64"));
        return Json.object("ok", Json.TRUE, "signature_base64", base64(signature));
    }

    private static Json.Obj value(@Nullable String value) {
        return Json.object(
                "ok", Json.TRUE, "found", Json.of(value != null), "value", Json.of(value));
    }

    private long ttl() throws HostFailure {
        return switch (request.get("ttl")) {
            case null -> 0;
            case Json.Num(double seconds) when seconds >= 0 -> (long) seconds;
            default -> throw invalid("`ttl` is not a number of seconds");
        };
    }

    private byte[] bytes(String textName, String base64Name) throws HostFailure {
        String encoded = optional(base64Name);
        if (encoded == null) {
            String text = optional(textName);
            return text == null ? new byte[0] : GuestCall.utf8(text);
        }
        try {
            return Base64.getDecoder().decode(encoded);
        } catch (IllegalArgumentException e) {
            throw invalid("`" + base64Name + "` is not base64");
        }
    }

    private String text(String name) throws HostFailure {
        String value = optional(name);
        if (value == null) {
            throw invalid("`" + name + "` is missing");
        }
        return value;
    }

    private @Nullable String optional(String name) throws HostFailure {
        return switch (request.get(name)) {
            case null -> null;
            case Json.Null() -> null;
            case Json.Str(String text) -> text;
            default -> throw invalid("`" + name + "` is not a text");
        };
    }

    private static @Nullable String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static Json base64(byte[] bytes) {
        return Json.of(Base64.getEncoder().encodeToString(bytes));
    }

    private static HostFailure invalid(String why) {
        return new HostFailure(
                FailureCode.INVALID_REQUEST,
                "The part's request can't be carried out: " + why,
                null);
    }
}
