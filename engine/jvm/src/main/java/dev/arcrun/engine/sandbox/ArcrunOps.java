package dev.arcrun.engine.sandbox;

import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonReader;
import dev.arcrun.engine.value.JsonSyntaxException;
import dev.arcrun.engine.value.JsonWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
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
 *   <li>{@code {op: "time_zone", zone, unix_s}} → {@code offset_s}: seconds east of UTC in an IANA
 *       zone at a time
 *   <li>{@code {op: "time_zone", zone, local}} → {@code offset_s, kind}: of a local time such as
 *       {@code 2024-05-06T07:08:09}, {@code unique}, {@code gap} (clocks skip it; the offset
 *       before) or {@code overlap} (it comes twice; the first one's offset); an unknown zone is
 *       {@code UNKNOWN_TIME_ZONE}
 * </ul>
 */
final class ArcrunOps {
    private static final Pattern LOCAL =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}");

    /** Farther than any year of four digits. */
    private static final double MOST_UNIX_SECONDS = 1e12;

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
            case "time_zone" -> timeZone();
            default ->
                    throw invalid(
                            "`op` is `"
                                    + op
                                    + "`; known are http, kv_get, kv_put, secret, sign_rs256,"
                                    + " time_zone");
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

    private Json.Obj timeZone() throws HostFailure {
        String zone = text("zone");
        String written = optional("local");
        if (written == null) {
            Instant time = unixSecond();
            int offset = HostRequests.zoneOffset(call, zone, () -> ZoneOffsets.at(zone, time));
            return Json.object("ok", Json.TRUE, "offset_s", Json.of(offset));
        }
        LocalDateTime local = local(written);
        var offset = HostRequests.zoneOffset(call, zone, () -> ZoneOffsets.of(zone, local));
        return Json.object(
                "ok", Json.TRUE,
                "offset_s", Json.of(offset.seconds()),
                "kind", Json.of(offset.kind().name().toLowerCase(Locale.ROOT)));
    }

    private Instant unixSecond() throws HostFailure {
        if (request.get("unix_s") instanceof Json.Num(double seconds)
                && seconds == Math.rint(seconds)
                && Math.abs(seconds) < MOST_UNIX_SECONDS) {
            return Instant.ofEpochSecond((long) seconds);
        }
        throw invalid("`unix_s` is not a whole number of seconds, and `local` is missing");
    }

    private static LocalDateTime local(String text) throws HostFailure {
        if (LOCAL.matcher(text).matches()) {
            try {
                return LocalDateTime.parse(text);
            } catch (DateTimeParseException e) {
                throw invalid("`local` is no date and time: " + GuestLog.visible(text));
            }
        }
        throw invalid("`local` is not like 2024-05-06T07:08:09");
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
