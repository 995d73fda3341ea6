package dev.arcrun.engine.validate;

import dev.arcrun.engine.template.Segment.Reference;
import dev.arcrun.engine.template.Template;
import dev.arcrun.engine.validate.Flow.Stop;
import dev.arcrun.engine.value.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A text among a node's parameters.
 *
 * @param path where it stands, from the node's config down
 * @param verbatim whether the part takes it as written
 * @param template what it refers to; null where it refers to nothing
 */
record Text(
        Stop stop, List<Object> path, String value, boolean verbatim, @Nullable Template template) {
    private static final int DEEPEST = 200;

    /** The references in it, in order. */
    List<Reference> references() {
        return template == null ? List.of() : template.references();
    }

    /** The name of the parameter in which it stands. */
    String parameter() {
        return (String) path.getFirst();
    }

    /** Every text of a node's parameters, at any depth that can be written. */
    static void collect(Stop stop, Set<String> verbatim, List<Text> into) {
        for (Map.Entry<String, Json> it : stop.node.parameters().members().entrySet()) {
            List<Object> path = new ArrayList<>(4);
            path.add(it.getKey());
            walk(stop, it.getValue(), path, verbatim.contains(it.getKey()), into);
        }
    }

    private static void walk(
            Stop stop, Json value, List<Object> path, boolean verbatim, List<Text> into) {
        if (path.size() > DEEPEST) {
            return;
        }
        switch (value) {
            case Json.Str(String text) ->
                    into.add(new Text(stop, List.copyOf(path), text, verbatim, templateOf(text)));
            case Json.Arr(var items) -> {
                for (int i = 0; i < items.size(); i++) {
                    path.add(i);
                    walk(stop, items.get(i), path, verbatim, into);
                    path.removeLast();
                }
            }
            case Json.Obj(var members) ->
                    members.forEach((key, member) -> {
                        path.add(key);
                        walk(stop, member, path, verbatim, into);
                        path.removeLast();
                    });
            case Json.Null _, Json.Bool _, Json.Num _ -> {}
        }
    }

    private static @Nullable Template templateOf(String text) {
        if (!text.contains("{{")) {
            return null;
        }
        Template template = Template.parse(text);
        return template.references().isEmpty() ? null : template;
    }
}
