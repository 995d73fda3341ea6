package dev.arcrun.engine.template;

import dev.arcrun.engine.value.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parameters with their references replaced.
 *
 * @param value the parameters; what could not be resolved is left out
 * @param unresolved references that were left out, each once, in order
 * @param failure the first thing that makes the parameters unusable, or null
 */
public record Resolution(Json.Obj value, List<String> unresolved, @Nullable Unresolved failure) {
    public Resolution {
        unresolved = List.copyOf(unresolved);
    }
}
