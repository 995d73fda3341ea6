package dev.arcrun.engine.sandbox;

import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonReader;
import dev.arcrun.engine.value.JsonSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The host module of published Arcrun parts. Answers are written at {@code out} and their length at
 * {@code outLen}. PART.md, Binary interface.
 */
final class U6uImports {
    private static final String MODULE = "u6u";
    private static final int OK = 0;
    private static final int ERROR = 1;
    private static final int NOT_FOUND = 2;

    /** Published guests reserve so much and don't say so. */
    private static final int ROOM = 65_536;

    private U6uImports() {}

    @FunctionalInterface
    private interface Question {
        byte @Nullable [] answer() throws HostFailure;
    }

    static List<HostImport> all() {
        return List.of(
                given("http_request", U6uImports::http, "iiiiiiiiii:i"),
                given("kv_get", U6uImports::kvGet, "iiii:i"),
                given("kv_put", U6uImports::kvPut, "iiiii:i", "iiiil:i"),
                given("secret_get", U6uImports::secret, "iiii:i"),
                given("crypto_sign_rs256", U6uImports::sign, "iiiiii:i"),
                given("crypto_decrypt", U6uImports::decrypt, "iiiiii:i"));
    }

    private static HostImport given(String name, HostImport.Body body, String... types) {
        return new HostImport(
                MODULE, name, List.of(types).stream().map(HostImport::type).toList(), body);
    }

    /** (url, length, method, length, headers as JSON, length, body, length, out, outLen). */
    private static int http(GuestCall call, CheckedMemory memory, long[] args) {
        String url = memory.readText(args[0], args[1]);
        String method = memory.readText(args[2], args[3]);
        String headers = memory.readText(args[4], args[5]);
        byte[] body = memory.read(args[6], args[7]);
        return answer(
                call,
                memory,
                args[8],
                args[9],
                () -> {
                    var request = new HttpCall(method, url, headers(headers), body);
                    return HostRequests.http(call, request).body();
                });
    }

    private static int kvGet(GuestCall call, CheckedMemory memory, long[] args) {
        String key = memory.readText(args[0], args[1]);
        return answer(call, memory, args[2], args[3], () -> bytes(HostRequests.kvGet(call, key)));
    }

    private static int kvPut(GuestCall call, CheckedMemory memory, long[] args) {
        String key = memory.readText(args[0], args[1]);
        String value = memory.readText(args[2], args[3]);
        try {
            HostRequests.kvPut(call, key, value, args[4]);
            return OK;
        } catch (HostFailure e) {
            return ERROR;
        }
    }

    private static int secret(GuestCall call, CheckedMemory memory, long[] args) {
        String key = memory.readText(args[0], args[1]);
        return answer(call, memory, args[2], args[3], () -> bytes(HostRequests.secret(call, key)));
    }

    private static int sign(GuestCall call, CheckedMemory memory, long[] args) {
        byte[] data = memory.read(args[0], args[1]);
        byte[] key = memory.read(args[2], args[3]);
        return answer(
                call, memory, args[4], args[5], () -> HostRequests.signRs256(call, data, key));
    }

    /** Links and never works, as in Arcrun 1.4. */
    private static int decrypt(GuestCall call, CheckedMemory memory, long[] args) {
        memory.require(args[0], args[1]);
        memory.require(args[2], args[3]);
        memory.require(args[5], 4);
        return ERROR;
    }

    private static int answer(
            GuestCall call, CheckedMemory memory, long out, long outLength, Question question) {
        memory.require(out, 0);
        memory.require(outLength, 4);
        byte[] answer;
        try {
            answer = question.answer();
        } catch (HostFailure e) {
            return ERROR;
        }
        if (answer == null) {
            return NOT_FOUND;
        }
        if (answer.length > ROOM) {
            call.noteHostFailure(tooLarge(answer.length));
            return ERROR;
        }
        memory.write(out, answer);
        memory.putU32(outLength, answer.length);
        return OK;
    }

    private static CallFailure tooLarge(int length) {
        return new CallFailure(
                FailureCode.RESPONSE_TOO_LARGE,
                "The answer has " + length + " bytes; this part can take " + ROOM + ".",
                "Ask for less, for example a page at a time, or use `http_request`.");
    }

    private static List<Header> headers(String json) throws HostFailure {
        if (json.isBlank()) {
            return List.of();
        }
        try {
            if (JsonReader.read(json) instanceof Json.Obj members) {
                return headers(members);
            }
        } catch (JsonSyntaxException e) {
            throw badHeaders(e.getMessage());
        }
        throw badHeaders("not an object");
    }

    static List<Header> headers(Json.Obj members) throws HostFailure {
        var headers = new ArrayList<Header>();
        for (Map.Entry<String, Json> member : members.members().entrySet()) {
            if (!(member.getValue() instanceof Json.Str value)) {
                throw badHeaders("`" + member.getKey() + "` is not a text");
            }
            headers.add(new Header(member.getKey(), value.value()));
        }
        return headers;
    }

    private static HostFailure badHeaders(@Nullable String why) {
        return new HostFailure(
                FailureCode.INVALID_REQUEST,
                "The headers of the request are not a JSON object of texts: " + why + ".",
                null);
    }

    private static byte @Nullable [] bytes(@Nullable String text) {
        return text == null ? null : GuestCall.utf8(text);
    }
}
