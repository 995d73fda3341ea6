package dev.arcrun.engine.recipe;

import dev.arcrun.engine.value.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A node of the flow with its settings.
 *
 * @param component the part as written ({@code component:}), or null where the node's own name is
 *     the part
 * @param parameters every key of its config that isn't a setting, with templates unread
 * @param credentials the part's credential key to the name under which the user keeps it
 */
public record Node(
        String name,
        Role role,
        @Nullable String component,
        Json.Obj parameters,
        NodeRun run,
        Map<String, String> credentials) {

    /** Virtual nodes stand for the run's input and output and never fail; the others run a part. */
    public enum Role {
        INPUT,
        OUTPUT,
        PART
    }

    public Node {
        credentials = Collections.unmodifiableMap(new LinkedHashMap<>(credentials));
    }

    /** The component name to look up: as written, else the node's name. */
    public String componentName() {
        return component == null ? name : component;
    }
}
