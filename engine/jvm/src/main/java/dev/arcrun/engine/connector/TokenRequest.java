package dev.arcrun.engine.connector;

import dev.arcrun.engine.sandbox.Header;
import dev.arcrun.engine.sandbox.HttpAnswer;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonReader;
import dev.arcrun.engine.value.JsonSyntaxException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request to a token endpoint. RFC 6749, sections 4 to 6. */
final class TokenRequest {
    /** Shorter ones couldn't be kept out of what is shown. */
    private static final int SHORTEST = 6;

    private static final int FIRST_SERVER_ERROR = 500;
    private static final int TOO_MANY = 429;
    private static final long LONGEST_S = 10L * 365 * 24 * 3600;

    private TokenRequest() {}

    /**
     * @param authorization value of that header, or null
     */
    static Token send(
            Sending sending, String url, Map<String, Json> form, @Nullable String authorization)
            throws ConnectorFailure {
        List<Header> headers = new ArrayList<>();
        headers.add(new Header("content-type", Request.Encoding.FORM.contentType()));
        headers.add(new Header("accept", "application/json"));
        if (authorization != null) {
            headers.add(new Header("authorization", authorization));
        }
        Instant asked = sending.now();
        HttpAnswer answer = sending.send("POST", url, headers, FormText.of(new Json.Obj(form)));
        return token(answer, asked);
    }

    private static Token token(HttpAnswer answer, Instant asked) throws ConnectorFailure {
        Json.Obj body = body(answer);
        int status = answer.status();
        if (status == TOO_MANY) {
            throw ConnectorFailure.of(
                    "RATE_LIMITED",
                    "The token endpoint got too many requests (status 429).",
                    "Try again later.");
        }
        if (status >= FIRST_SERVER_ERROR) {
            throw ConnectorFailure.of(
                    "SERVICE_ERROR",
                    "The token endpoint failed (status " + status + ").",
                    "Try again later.");
        }
        if (status < 300 && body == null) {
            throw ConnectorFailure.of(
                    "INVALID_RESPONSE",
                    "The token endpoint's answer is no JSON object (status " + status + ").",
                    "Check `token_url` of the connector.");
        }
        Json.Obj read = body == null ? Json.Obj.EMPTY : body;
        if (status >= 300
                || !(read.get("access_token") instanceof Json.Str(String token))
                || token.length() < SHORTEST) {
            throw ConnectorFailure.of(
                    "TOKEN_REJECTED",
                    "The token endpoint gave no token (status " + status + ")" + words(read),
                    "Sign in again, or make a new key, and put it into the credential.");
        }
        String refresh =
                read.get("refresh_token") instanceof Json.Str(String next)
                                && next.length() >= SHORTEST
                        ? next
                        : null;
        return new Token(token, end(read.get("expires_in"), asked), refresh);
    }

    private static Json.@Nullable Obj body(HttpAnswer answer) {
        try {
            return JsonReader.read(Answer.text(answer)) instanceof Json.Obj object ? object : null;
        } catch (JsonSyntaxException e) {
            return null;
        }
    }

    private static @Nullable Instant end(@Nullable Json expiresIn, Instant asked) {
        Json value = expiresIn;
        if (value instanceof Json.Str(String text) && text.matches("\\d{1,9}")) {
            value = Json.of(Integer.parseInt(text));
        }
        return value instanceof Json.Num(double seconds) && seconds >= 0
                ? asked.plusSeconds((long) Math.min(seconds, LONGEST_S))
                : null;
    }

    /** What the endpoint says. RFC 6749, section 5.2. */
    private static String words(Json.Obj body) {
        String code = body.get("error") instanceof Json.Str(String text) ? text : "";
        String more = body.get("error_description") instanceof Json.Str(String text) ? text : "";
        String joint = code.isEmpty() || more.isEmpty() ? "" : ", ";
        String said = code + joint + more;
        return said.isEmpty() ? "." : ": " + Answer.sentence(said);
    }
}
