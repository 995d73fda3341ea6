package dev.arcrun.catalog.service;

import dev.arcrun.engine.validate.InputSchema;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonReader;
import dev.arcrun.engine.value.JsonSyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in what a request doesn't keep to an operation. */
public final class OperationCheck {
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\+?)([A-Za-z0-9_.-]+)\\}");

    private final Service.Operation operation;
    private final ServiceRequest request;
    private final List<String> mistakes = new ArrayList<>();

    private OperationCheck(Service.Operation operation, ServiceRequest request) {
        this.operation = operation;
        this.request = request;
    }

    /** A sentence for each thing; empty when the request fits. */
    public static List<String> check(Service.Operation operation, ServiceRequest request) {
        var check = new OperationCheck(operation, request);
        check.all();
        return check.mistakes;
    }

    private void all() {
        if (!request.method().equals(operation.method())) {
            mistakes.add("the method is " + request.method() + ", not " + operation.method() + ".");
        }
        int mark = request.url().indexOf('?');
        address(mark < 0 ? request.url() : request.url().substring(0, mark));
        query(mark < 0 ? "" : request.url().substring(mark + 1));
        operation
                .requiredHeaders()
                .forEach((name, pattern) -> {
                    String value = request.headers().get(name);
                    if (value == null) {
                        mistakes.add("the header `" + name + "` is missing.");
                    } else if (!Pattern.compile(pattern).matcher(value).find()) {
                        mistakes.add("the header `" + name + "` doesn't fit `" + pattern + "`.");
                    }
                });
        body();
    }

    private void address(String sent) {
        List<String> names = new ArrayList<>();
        var pattern = new StringBuilder();
        Matcher parameters = PARAMETER.matcher(operation.url());
        int done = 0;
        while (parameters.find()) {
            pattern.append(Pattern.quote(operation.url().substring(done, parameters.start())));
            pattern.append(parameters.group(1).isEmpty() ? "([^/?#]+)" : "([^?#]+)");
            names.add(parameters.group(2));
            done = parameters.end();
        }
        pattern.append(Pattern.quote(operation.url().substring(done)));
        Matcher found = Pattern.compile(pattern.toString()).matcher(sent);
        if (!found.matches()) {
            mistakes.add("the address doesn't have the form `" + operation.url() + "`.");
            return;
        }
        for (int i = 0; i < names.size(); i++) {
            Json.Obj schema = operation.path().get(names.get(i));
            if (schema == null) {
                mistakes.add("the specification doesn't describe `{" + names.get(i) + "}`.");
            } else {
                Json value = Json.of(decoded(found.group(i + 1).replace("+", "%2B")));
                schema("the address's `" + names.get(i) + "`", schema, value);
            }
        }
    }

    private void query(String text) {
        if (operation.query() == null) {
            if (!text.isEmpty()) {
                mistakes.add("there is a query, and the operation has none.");
            }
            return;
        }
        schema("the query", operation.query(), pairs(text));
    }

    private void body() {
        Service.Body wanted = operation.body();
        if (wanted == null) {
            if (!request.body().isEmpty()) {
                mistakes.add("there is a body, and the operation has none.");
            }
            return;
        }
        String sent = request.headers().getOrDefault("content-type", "");
        String kind = sent.split(";", 2)[0].strip();
        if (!kind.equalsIgnoreCase(wanted.contentType())) {
            mistakes.add("the content type is `" + kind + "`, not `" + wanted.contentType() + "`.");
            return;
        }
        if (kind.endsWith("json")) {
            try {
                schema("the body", wanted.schema(), JsonReader.read(request.body()));
            } catch (JsonSyntaxException e) {
                mistakes.add("the body is no JSON: " + e.getMessage() + ".");
            }
        } else if (kind.endsWith("x-www-form-urlencoded")) {
            schema("the form", wanted.schema(), pairs(request.body()));
        } else {
            schema("the body", wanted.schema(), Json.of(request.body()));
        }
    }

    private void schema(String what, Json.Obj schema, Json value) {
        for (String mistake : InputSchema.check(schema, value)) {
            mistakes.add(what + " doesn't fit: " + mistake.replaceFirst("^input[. ]?", "") + ".");
        }
    }

    /** Names and values of a query or form: texts, and lists where a name repeats. */
    public static Json.Obj pairs(String text) {
        Map<String, Json> values = new LinkedHashMap<>();
        for (String pair : text.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
                Json value = Json.of(equals < 0 ? "" : decoded(pair.substring(equals + 1)));
                values.merge(name, value, OperationCheck::both);
            }
        }
        return new Json.Obj(values);
    }

    private static Json both(Json before, Json value) {
        List<Json> items =
                new ArrayList<>(
                        before instanceof Json.Arr(List<Json> list) ? list : List.of(before));
        items.add(value);
        return Json.array(items);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
