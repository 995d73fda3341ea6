package dev.arcrun.catalog.scenario;

import dev.arcrun.engine.value.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a scenario went.
 *
 * @param mistakes what was otherwise than the scenario says, a sentence each; empty when all holds
 * @param result the part's last result, or null where it never ran
 */
public record Played(List<String> mistakes, Json.@Nullable Obj result) {
    public Played {
        mistakes = List.copyOf(mistakes);
    }
}
