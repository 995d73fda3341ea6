package dev.arcrun.engine.document.yaml;

import dev.arcrun.engine.value.Json;
import java.util.List;

/**
 * A change of a document's data. Paths go from the root down: member names (String) and list
 * positions (Integer).
 */
public sealed interface TreeEdit {
    List<Object> path();

    /**
     * Sets a value, making the mappings on the way; a list position may be one past the end.
     *
     * @param order keys in the order in which they usually stand: a new member of the mapping goes
     *     behind those that come before it, else to the end
     */
    record Set(List<Object> path, Json value, List<String> order) implements TreeEdit {
        public Set {
            path = List.copyOf(path);
            order = List.copyOf(order);
        }

        public Set(List<Object> path, Json value) {
            this(path, value, List.of());
        }
    }

    /** Removes a value; nothing happens when it isn't there. */
    record Remove(List<Object> path) implements TreeEdit {
        public Remove {
            path = List.copyOf(path);
        }
    }

    /**
     * Puts an item into the list at {@code path}, so that it stands at {@code index} afterwards.
     */
    record Insert(List<Object> path, int index, Json value) implements TreeEdit {
        public Insert {
            path = List.copyOf(path);
        }
    }

    /** Moves an item of the list at {@code path}, so that it stands at {@code to} afterwards. */
    record Move(List<Object> path, int from, int to) implements TreeEdit {
        public Move {
            path = List.copyOf(path);
        }
    }

    /** Renames the last member of {@code path}; it keeps its place. */
    record RenameKey(List<Object> path, String key) implements TreeEdit {
        public RenameKey {
            path = List.copyOf(path);
        }
    }
}
