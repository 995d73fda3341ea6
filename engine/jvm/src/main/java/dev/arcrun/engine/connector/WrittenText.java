package dev.arcrun.engine.connector;

import dev.arcrun.engine.template.Segment.Reference;
import dev.arcrun.engine.template.Template;
import dev.arcrun.engine.value.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A text of a contract that is a template, and where it stands.
 *
 * @param path member names and positions from the contract inwards
 */
record WrittenText(List<String> path, String text) {

    List<Reference> references() {
        return Template.parse(text).references();
    }

    /** Every text in a value. */
    static List<WrittenText> in(@Nullable Json value, String... path) {
        List<WrittenText> texts = new ArrayList<>();
        collect(value, List.of(path), texts);
        return texts;
    }

    private static void collect(@Nullable Json value, List<String> path, List<WrittenText> texts) {
        switch (value) {
            case Json.Str(String text) -> texts.add(new WrittenText(path, text));
            case Json.Arr(List<Json> items) -> {
                for (int i = 0; i < items.size(); i++) {
                    collect(items.get(i), inner(path, String.valueOf(i)), texts);
                }
            }
            case Json.Obj object -> {
                for (Map.Entry<String, Json> member : object.members().entrySet()) {
                    collect(member.getValue(), inner(path, member.getKey()), texts);
                }
            }
            case Json.Null _, Json.Bool _, Json.Num _ -> {}
            case null -> {}
        }
    }

    static Json object(Map<String, String> texts) {
        Map<String, Json> members = new java.util.LinkedHashMap<>();
        texts.forEach((name, text) -> members.put(name, Json.of(text)));
        return new Json.Obj(members);
    }

    private static List<String> inner(List<String> path, String step) {
        List<String> inner = new ArrayList<>(path);
        inner.add(step);
        return inner;
    }
}
