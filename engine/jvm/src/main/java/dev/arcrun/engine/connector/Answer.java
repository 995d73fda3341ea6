package dev.arcrun.engine.connector;

import dev.arcrun.engine.sandbox.Header;
import dev.arcrun.engine.sandbox.HttpAnswer;
import dev.arcrun.engine.template.Expression;
import dev.arcrun.engine.template.ExpressionException;
import dev.arcrun.engine.template.ReferencePath;
import dev.arcrun.engine.template.Scope;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonReader;
import dev.arcrun.engine.value.JsonSyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A service's answer, read as the connector says. */
final class Answer {
    private static final Set<Integer> WITHOUT_BODY = Set.of(204, 205, 304);
    private static final int FIRST_NO_SUCCESS = 300;
    private static final int LONGEST_WORDS = 500;

    private final Response response;
    private final int status;
    private final String text;
    private final @Nullable Json json;
    private final Map<String, Json> headers = new LinkedHashMap<>();
    private final boolean empty;
    private final Json body;

    /**
     * @param head whether it answers a HEAD request, so that it has no body
     */
    Answer(Response response, HttpAnswer answer, boolean head) {
        this.response = response;
        this.status = answer.status();
        this.text = text(answer);
        this.json = parsed(text);
        this.empty = head || (text.isBlank() && WITHOUT_BODY.contains(status));
        for (Header header : answer.headers()) {
            Json before = headers.get(header.name());
            headers.put(
                    header.name(),
                    Json.of(
                            before instanceof Json.Str(String first)
                                    ? first + ", " + header.value()
                                    : header.value()));
        }
        this.body = body();
    }

    private Json body() {
        if (response.expects() == Response.Expects.TEXT && status < FIRST_NO_SUCCESS) {
            return Json.of(text);
        }
        return json != null ? json : text.isBlank() ? Json.NULL : Json.of(text);
    }

    /** The text of an answer, without a byte order mark. */
    static String text(HttpAnswer answer) {
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static @Nullable Json parsed(String text) {
        try {
            return JsonReader.read(text);
        } catch (JsonSyntaxException e) {
            return null;
        }
    }

    int status() {
        return status;
    }

    String text() {
        return text;
    }

    Json whole() {
        return body;
    }

    /** Whether it should be JSON and isn't. */
    boolean isUnreadable() {
        return response.expects() == Response.Expects.JSON
                && status < FIRST_NO_SUCCESS
                && json == null
                && !empty;
    }

    boolean succeeded() {
        Expression condition = response.successWhen();
        if (condition == null) {
            return status < FIRST_NO_SUCCESS;
        }
        try {
            return condition.test(Json.Obj.EMPTY, scope());
        } catch (ExpressionException e) {
            return false;
        }
    }

    private Scope scope() {
        return Scope.of(
                Map.of("status", Json.of(status), "headers", new Json.Obj(headers), "body", body));
    }

    Json.Obj result() throws ConnectorFailure {
        Json data =
                switch (response.data()) {
                    case Response.Data.At(ReferencePath path) -> path.in(scope());
                    case Response.Data.Made(Json.Obj object) ->
                            new Filling(scope(), key -> null).object(object);
                };
        Json.Obj result =
                Json.object(
                        "success",
                        Json.TRUE,
                        "status",
                        Json.of(status),
                        "data",
                        data == null ? Json.NULL : data);
        String found = textAt(response.textPath());
        return found == null ? result : result.with("text", Json.of(found));
    }

    /** The service's own words on what was wrong, or null. */
    @Nullable String words() {
        String words = textAt(response.errorPath());
        return words == null || words.isBlank() ? null : words;
    }

    private @Nullable String textAt(@Nullable ReferencePath path) {
        Json value = path == null ? null : path.in(scope());
        boolean single =
                value instanceof Json.Str
                        || value instanceof Json.Num
                        || value instanceof Json.Bool;
        return value != null && single ? Filling.asText(value) : null;
    }

    /** A header's value, or null. */
    @Nullable String header(String name) {
        return headers.get(name) instanceof Json.Str(String value) ? value : null;
    }

    /** Words from outside as the end of a sentence. */
    static String sentence(String words) {
        String line = words.strip().replaceAll("\\s+", " ");
        String clipped =
                line.length() <= LONGEST_WORDS ? line : line.substring(0, LONGEST_WORDS) + "…";
        return clipped.matches(".*[.!?…。！？]") ? clipped : clipped + ".";
    }
}
