package dev.arcrun.catalog.service;

import dev.arcrun.catalog.contract.ContractProblem;
import dev.arcrun.catalog.contract.ContractYaml;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads a {@code services/<service>.yaml}. */
public final class ServiceReader {
    private final ContractYaml yaml;
    private final List<ContractProblem> problems = new ArrayList<>();

    private ServiceReader(ContractYaml yaml) {
        this.yaml = yaml;
    }

    /** What came of it. */
    public sealed interface Reading {
        record Read(Service service) implements Reading {}

        /**
         * @param problems at least one
         */
        record Refused(List<ContractProblem> problems) implements Reading {
            public Refused {
                problems = List.copyOf(problems);
            }
        }
    }

    /**
     * @param fileName for the problems
     */
    public static Reading read(String text, String fileName) {
        ContractYaml yaml = ContractYaml.read(text, fileName);
        if (!yaml.problems().isEmpty()) {
            return new Reading.Refused(yaml.problems());
        }
        var reader = new ServiceReader(yaml);
        Service service = reader.service(reader.object(yaml.value(), List.of()));
        return reader.problems.isEmpty()
                ? new Reading.Read(service)
                : new Reading.Refused(reader.problems);
    }

    private Service service(Json.Obj json) {
        only(json, List.of(), "service", "sources", "operations");
        List<Service.Source> sources = new ArrayList<>();
        if (json.get("sources") instanceof Json.Arr(List<Json> items)) {
            for (int i = 0; i < items.size(); i++) {
                List<String> at = List.of("sources", String.valueOf(i));
                Json.Obj source = object(items.get(i), at);
                only(source, at, "url", "read", "version");
                sources.add(
                        new Service.Source(
                                text(source, "url", at),
                                text(source, "read", at),
                                source.get("version") instanceof Json.Str(String it) ? it : ""));
            }
        }
        if (sources.isEmpty()) {
            problem(
                    List.of("sources"),
                    "say where the service describes its calls, and when it was read.");
        }
        Map<String, Service.Operation> operations = new LinkedHashMap<>();
        object(json.get("operations"), List.of("operations"))
                .members()
                .forEach((name, it) -> {
                    List<String> at = List.of("operations", name);
                    operations.put(name, operation(name, object(it, at), at));
                });
        return new Service(text(json, "service", List.of()), sources, operations);
    }

    private Service.Operation operation(String name, Json.Obj json, List<String> at) {
        only(json, at, "source", "method", "url", "path", "query", "headers", "body", "answers");
        Map<String, Json.Obj> path = new LinkedHashMap<>();
        optional(json, "path", at)
                .members()
                .forEach((key, schema) -> path.put(key, object(schema, with(at, "path", key))));
        Map<String, Service.Answer> answers = new LinkedHashMap<>();
        object(json.get("answers"), with(at, "answers"))
                .members()
                .forEach((key, it) -> answers.put(key, answer(key, it, with(at, "answers", key))));
        return new Service.Operation(
                name,
                text(json, "source", at),
                text(json, "method", at),
                text(json, "url", at),
                path,
                json.get("query") == null ? null : object(json.get("query"), with(at, "query")),
                headers(optional(json, "headers", at), with(at, "headers")),
                json.get("body") == null ? null : body(json, with(at, "body")),
                answers);
    }

    private Map<String, String> headers(Json.Obj json, List<String> at) {
        only(json, at, "required");
        Map<String, String> required = new LinkedHashMap<>();
        optional(json, "required", at)
                .members()
                .forEach((name, it) -> {
                    String pattern = it instanceof Json.Str(String text) ? text : "";
                    try {
                        required.put(name, Pattern.compile(pattern).pattern());
                    } catch (PatternSyntaxException e) {
                        problem(with(at, "required", name), "`" + pattern + "` is no pattern.");
                    }
                });
        return required;
    }

    private Service.Body body(Json.Obj operation, List<String> at) {
        Json.Obj json = object(operation.get("body"), at);
        only(json, at, "content_type", "schema");
        return new Service.Body(
                text(json, "content_type", at), object(json.get("schema"), with(at, "schema")));
    }

    private Service.Answer answer(String name, Json it, List<String> at) {
        Json.Obj json = object(it, at);
        only(json, at, "headers", "body");
        int status = 0;
        if (name.matches("[1-5]\\d\\d(?:[^0-9].*)?")) {
            status = Integer.parseInt(name.substring(0, 3));
        } else {
            problem(at, "the name of an answer starts with its status, such as `404`.");
        }
        Map<String, String> headers = new LinkedHashMap<>();
        optional(json, "headers", at)
                .members()
                .forEach((key, value) ->
                        headers.put(
                                key,
                                value instanceof Json.Str(String text)
                                        ? text
                                        : JsonWriter.compact(value)));
        return new Service.Answer(status, headers, json.get("body"));
    }

    private void only(Json.Obj json, List<String> at, String... known) {
        for (String name : json.members().keySet()) {
            if (!Set.of(known).contains(name)) {
                problem(with(at, name), "`" + name + "` isn't known here.");
            }
        }
    }

    private Json.Obj optional(Json.Obj json, String name, List<String> at) {
        return json.get(name) == null ? Json.Obj.EMPTY : object(json.get(name), with(at, name));
    }

    private Json.Obj object(@Nullable Json json, List<String> at) {
        if (json instanceof Json.Obj object) {
            return object;
        }
        problem(at, "there must be an object here.");
        return Json.Obj.EMPTY;
    }

    private String text(Json.Obj json, String name, List<String> at) {
        if (json.get(name) instanceof Json.Str(String text)) {
            return text;
        }
        problem(at, "`" + name + "` is missing or no text.");
        return "";
    }

    private void problem(List<String> at, String message) {
        problems.add(yaml.problem(at, message));
    }

    private static List<String> with(List<String> at, String... more) {
        List<String> path = new ArrayList<>(at);
        path.addAll(List.of(more));
        return path;
    }
}
