package dev.arcrun.engine.connector;

import dev.arcrun.engine.value.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The members of one object of a contract, read with notes on what is wrong about them. */
final class Fields {
    private final Json.Obj object;
    private final List<String> path;
    private final List<ConnectorMistake> mistakes;

    Fields(Json.Obj object, List<String> path, List<ConnectorMistake> mistakes) {
        this.object = object;
        this.path = path;
        this.mistakes = mistakes;
    }

    void only(Set<String> known) {
        for (String name : object.members().keySet()) {
            if (!known.contains(name)) {
                mistake(name, "`" + name + "` isn't known here.");
            }
        }
    }

    List<String> at(String name) {
        List<String> inner = new ArrayList<>(path);
        inner.add(name);
        return inner;
    }

    void mistake(String name, String message) {
        mistakes.add(new ConnectorMistake(at(name), message));
    }

    @Nullable Json json(String name) {
        return object.get(name);
    }

    String text(String name) {
        String text = textOrNull(name);
        if (text == null && object.get(name) == null) {
            mistake(name, "`" + name + "` is missing.");
        }
        return text == null ? "" : text;
    }

    @Nullable String textOrNull(String name) {
        Json value = object.get(name);
        if (value instanceof Json.Str(String text)) {
            return text;
        }
        if (value != null) {
            mistake(name, "`" + name + "` must be a text.");
        }
        return null;
    }

    String textOr(String name, String otherwise) {
        return object.get(name) == null ? otherwise : text(name);
    }

    Json.Obj object(String name) {
        Json value = object.get(name);
        if (value instanceof Json.Obj inner) {
            return inner;
        }
        if (value != null) {
            mistake(name, "`" + name + "` must be an object.");
        }
        return Json.Obj.EMPTY;
    }

    Map<String, String> texts(String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        var inner = new Fields(object(name), at(name), mistakes);
        inner.object.members().keySet().forEach(key -> texts.put(key, inner.text(key)));
        return texts;
    }

    List<String> list(String name) {
        List<String> texts = new ArrayList<>();
        if (object.get(name) instanceof Json.Arr(List<Json> items)) {
            for (Json item : items) {
                if (item instanceof Json.Str(String text)) {
                    texts.add(text);
                } else {
                    mistake(name, "`" + name + "` must be a list of texts.");
                }
            }
        } else if (object.get(name) != null) {
            mistake(name, "`" + name + "` must be a list of texts.");
        }
        return texts;
    }

    Fields inner(String name) {
        return new Fields(object(name), at(name), mistakes);
    }
}
