package dev.arcrun.engine.connector;

import dev.arcrun.engine.value.Json;
import java.util.List;
import java.util.Map;

/** An object as a form: nested members as {@code a[b]}, lists as {@code a[0]}. */
final class FormText {
    private final StringBuilder out = new StringBuilder();

    private FormText() {}

    static String of(Json.Obj fields) throws ConnectorFailure {
        var form = new FormText();
        for (Map.Entry<String, Json> field : fields.members().entrySet()) {
            form.add(field.getKey(), field.getValue());
        }
        return form.out.toString();
    }

    private void add(String name, Json value) throws ConnectorFailure {
        switch (value) {
            case Json.Null _ -> {}
            case Json.Obj object -> {
                for (Map.Entry<String, Json> member : object.members().entrySet()) {
                    add(name + "[" + member.getKey() + "]", member.getValue());
                }
            }
            case Json.Arr(List<Json> items) -> {
                for (int i = 0; i < items.size(); i++) {
                    add(name + "[" + i + "]", items.get(i));
                }
            }
            case Json.Str _, Json.Num _, Json.Bool _ ->
                    out.append(out.isEmpty() ? "" : "&")
                            .append(Percent.form(name))
                            .append('=')
                            .append(Percent.form(Filling.asText(value)));
        }
    }
}
