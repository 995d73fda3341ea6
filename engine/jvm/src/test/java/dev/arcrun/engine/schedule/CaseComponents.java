package dev.arcrun.engine.schedule;

import dev.arcrun.engine.part.Component;
import dev.arcrun.engine.part.Components;
import dev.arcrun.engine.part.Contract;
import dev.arcrun.engine.value.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Components of a case: what it says nothing of is a part that takes any parameters. */
record CaseComponents(Json.Obj described) implements Components {
    private static final Set<String> KEYS =
            Set.of("runtime", "contract", "unknown", "failure_in_data", "properties");

    @Override
    public Component resolve(String name) {
        if (name.startsWith("https://") || name.startsWith("http://")) {
            return new Component.Url(name);
        }
        Json.Obj facets = described.get(name) instanceof Json.Obj object ? object : Json.Obj.EMPTY;
        CaseFile.onlyKnown(facets, KEYS);
        if (facets.get("unknown") instanceof Json.Arr(var nearest)) {
            return new Component.Unknown(
                    name, nearest.stream().map(each -> ((Json.Str) each).value()).toList());
        }
        if (name.equals("trigger_workflow")) {
            return new Component.Workflow();
        }
        boolean bare = Json.of("none").equals(facets.get("contract"));
        return new Component.Part(name, bare ? null : contract(name, facets));
    }

    private static Contract contract(String id, Json.Obj facets) {
        Json.Obj properties =
                facets.get("properties") instanceof Json.Obj object ? object : Json.Obj.EMPTY;
        return new Contract(
                id,
                Json.of("trigger").equals(facets.get("runtime"))
                        ? Contract.Runtime.TRIGGER
                        : Contract.Runtime.WASM,
                Json.object("type", Json.of("object"), "properties", properties),
                Json.Obj.EMPTY,
                Set.of(),
                marked(properties, "from_scope", Json.TRUE),
                Set.copyOf(marked(properties, "template", Json.FALSE)),
                List.of(),
                Json.TRUE.equals(facets.get("failure_in_data")),
                false,
                false,
                List.of());
    }

    private static List<String> marked(Json.Obj properties, String mark, Json value) {
        List<String> names = new ArrayList<>();
        properties
                .members()
                .forEach((name, schema) -> {
                    if (value.equals(((Json.Obj) schema).get(mark))) {
                        names.add(name);
                    }
                });
        return names;
    }
}
