package dev.arcrun.catalog.contract;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.path.NodePath;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a JSON Schema says against a value, in words for the value's author. Of several complaints
 * about one place, as alternatives in a schema give, the one that says most is kept.
 */
final class SchemaErrors {
    private final Json value;
    private final SchemaWords words;

    private SchemaErrors(Json value, SchemaWords words) {
        this.value = value;
        this.words = words;
    }

    /** What doesn't fit, each place once; of missing members each. */
    static List<SchemaMistake> of(Schema schema, Json value, SchemaWords words) {
        var errors = new SchemaErrors(value, words);
        Map<String, List<Error>> places = new LinkedHashMap<>();
        for (Error error : schema.validate(JsonWriter.compact(value), InputFormat.JSON)) {
            String member = error.getProperty() == null ? "" : "\0" + error.getProperty();
            places.computeIfAbsent(error.getInstanceLocation() + member, _ -> new ArrayList<>())
                    .add(error);
        }
        Set<List<String>> explained = new LinkedHashSet<>();
        places.values().forEach(place -> addAround(path(place.getFirst()), explained));
        places.values().stream()
                .map(List::getFirst)
                .filter(error -> error.getProperty() != null)
                .forEach(error -> explained.add(path(error)));
        List<SchemaMistake> mistakes = new ArrayList<>();
        for (List<Error> place : places.values()) {
            boolean vague =
                    place.stream().allMatch(errors::alternative)
                            && explained.contains(path(place.getFirst()));
            if (!vague) {
                mistakes.add(errors.mistake(place));
            }
        }
        return mistakes.stream().distinct().toList();
    }

    private static void addAround(List<String> path, Set<List<String>> places) {
        for (int size = 0; size < path.size(); size++) {
            places.add(path.subList(0, size));
        }
    }

    private SchemaMistake mistake(List<Error> place) {
        List<String> path = path(place.getFirst());
        Json found = at(path);
        for (Error error : place) {
            if (!alternative(error)) {
                return words.mistake(error, path, found);
            }
        }
        Set<String> types = new LinkedHashSet<>();
        place.stream()
                .filter(error -> error.getKeyword().equals("type"))
                .forEach(error -> types.addAll(words.types(error)));
        return types.isEmpty()
                ? words.mistake(place.getFirst(), path, found)
                : new SchemaMistake(path, SchemaWords.wrongType(List.copyOf(types), found));
    }

    /** Whether it may only say that another alternative of the schema is meant. */
    private boolean alternative(Error error) {
        Json found = at(path(error));
        boolean container = found instanceof Json.Obj || found instanceof Json.Arr;
        return error.getKeyword().equals("type")
                || (container && error.getKeyword().equals("enum"));
    }

    private static List<String> path(Error error) {
        NodePath location = error.getInstanceLocation();
        List<String> steps = new ArrayList<>();
        for (int i = 0; i < location.getNameCount(); i++) {
            steps.add(String.valueOf(location.getElement(i)));
        }
        return steps;
    }

    private @Nullable Json at(List<String> path) {
        Json here = value;
        for (String step : path) {
            here =
                    switch (here) {
                        case Json.Obj object -> object.get(step);
                        case Json.Arr(List<Json> items) ->
                                Integer.parseInt(step) < items.size()
                                        ? items.get(Integer.parseInt(step))
                                        : null;
                        case null, default -> null;
                    };
        }
        return here;
    }
}
