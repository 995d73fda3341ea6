package dev.arcrun.catalog.contract;

import dev.arcrun.engine.value.Json;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What an input schema says about its properties besides their types. RECIPE.md, section 4. */
record InputProperties(Json.Obj schema) {

    /** Parameters without which the part can't run. */
    Set<String> required() {
        return new LinkedHashSet<>(new Members(schema).texts("required"));
    }

    /** Properties filled from the scope when no parameter sets them. */
    List<String> fromScope() {
        return marked("from_scope", true);
    }

    /** Properties taken as written. */
    Set<String> verbatim() {
        return new LinkedHashSet<>(marked("template", false));
    }

    private List<String> marked(String mark, boolean value) {
        return new Members(schema)
                .object("properties").members().entrySet().stream()
                        .filter(property ->
                                property.getValue() instanceof Json.Obj object
                                        && Json.of(value).equals(object.get(mark)))
                        .map(property -> property.getKey())
                        .toList();
    }
}
