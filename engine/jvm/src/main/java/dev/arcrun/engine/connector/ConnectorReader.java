package dev.arcrun.engine.connector;

import dev.arcrun.engine.part.Contract;
import dev.arcrun.engine.template.Expression;
import dev.arcrun.engine.template.ExpressionException;
import dev.arcrun.engine.template.ReferencePath;
import dev.arcrun.engine.value.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the connector out of a contract: {@code request}, {@code response} and {@code auth}. */
public final class ConnectorReader {
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final String BODY = "body";

    private final List<ConnectorMistake> mistakes = new ArrayList<>();

    private ConnectorReader() {}

    /**
     * @param contract its facets
     * @param json the whole contract
     */
    public static ConnectorReading read(Contract contract, Json.Obj json) {
        return new ConnectorReader().connector(contract, json);
    }

    private ConnectorReading connector(Contract contract, Json.Obj json) {
        var fields = new Fields(json, List.of(), mistakes);
        Request request = request(fields.inner("request"));
        Response response = response(fields.inner("response"));
        Auth auth = json.get("auth") == null ? null : new AuthReader(mistakes).read(fields, "auth");
        if (mistakes.isEmpty()) {
            var connector = new Connector(contract, request, response, auth);
            mistakes.addAll(ConnectorRules.check(connector));
            if (mistakes.isEmpty()) {
                return new ConnectorReading.Read(connector);
            }
        }
        return new ConnectorReading.Refused(mistakes);
    }

    private Request request(Fields fields) {
        if (fields.json("binding") != null) {
            fields.only(Set.of("binding", "model", BODY));
            if (!fields.text("binding").equals("AI")) {
                fields.mistake("binding", "there is the binding AI only.");
            }
            return new Request.Binding(fields.text("model"), fields.json(BODY));
        }
        fields.only(Set.of("method", "url", "headers", "query", BODY, "encoding"));
        String method = fields.text("method").toUpperCase(Locale.ROOT);
        if (!METHODS.contains(method)) {
            fields.mistake(
                    "method",
                    "`"
                            + method
                            + "` is no method; there are GET, HEAD, POST, PUT, PATCH, DELETE and"
                            + " OPTIONS.");
        }
        return new Request.Http(
                method,
                fields.text("url"),
                objectOrTemplate(fields, "headers"),
                objectOrTemplate(fields, "query"),
                fields.json(BODY),
                encoding(fields));
    }

    private static Json objectOrTemplate(Fields fields, String name) {
        Json value = fields.json(name);
        return value instanceof Json.Str ? value : fields.object(name);
    }

    private static Request.Encoding encoding(Fields fields) {
        String name = fields.textOr("encoding", "json");
        for (Request.Encoding encoding : Request.Encoding.values()) {
            if (encoding.name().toLowerCase(Locale.ROOT).equals(name)) {
                return encoding;
            }
        }
        fields.mistake("encoding", "`encoding` is json, form, text or message.");
        return Request.Encoding.JSON;
    }

    private static Response response(Fields fields) {
        fields.only(Set.of("success_when", "data", "text_path", "error_path", "expects"));
        return new Response(
                condition(fields),
                data(fields),
                path(fields, "text_path"),
                path(fields, "error_path"),
                expects(fields));
    }

    private static @Nullable Expression condition(Fields fields) {
        String written = fields.textOrNull("success_when");
        if (written == null) {
            return null;
        }
        try {
            return Expression.parse(written);
        } catch (ExpressionException e) {
            fields.mistake(
                    "success_when", "`" + written + "` can't be read: " + e.getMessage() + ".");
            return null;
        }
    }

    private static Response.Data data(Fields fields) {
        if (fields.json("data") instanceof Json.Obj made) {
            return new Response.Data.Made(made);
        }
        ReferencePath path = path(fields, "data");
        return new Response.Data.At(
                path == null ? Objects.requireNonNull(ReferencePath.parse(BODY)) : path);
    }

    private static @Nullable ReferencePath path(Fields fields, String name) {
        String written = fields.textOrNull(name);
        if (written == null) {
            return null;
        }
        ReferencePath path = ReferencePath.parse(written);
        if (path == null) {
            fields.mistake(name, "`" + written + "` is no path; write it like `body.items.0.id`.");
        }
        return path;
    }

    private static Response.Expects expects(Fields fields) {
        return switch (fields.textOr("expects", "json")) {
            case "json" -> Response.Expects.JSON;
            case "text" -> Response.Expects.TEXT;
            case "empty" -> Response.Expects.EMPTY;
            default -> {
                fields.mistake("expects", "`expects` is json, text or empty.");
                yield Response.Expects.JSON;
            }
        };
    }
}
