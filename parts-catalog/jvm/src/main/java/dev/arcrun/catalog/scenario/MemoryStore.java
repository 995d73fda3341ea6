package dev.arcrun.catalog.scenario;

import dev.arcrun.engine.sandbox.HostFailure;
import dev.arcrun.engine.sandbox.HostServices;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The small store a part has with {@code storage: true}, kept for one scenario. There is none until
 * a step gives one; time doesn't pass in it.
 */
final class MemoryStore {
    /**
     * @param ttlSeconds how long it lives; 0: for good
     */
    record Entry(String value, long ttlSeconds) {}

    private final Map<String, Entry> entries = new HashMap<>();
    private boolean open;

    /** From now on the part has a store. */
    void open() {
        open = true;
    }

    /** The value under a key, or null. */
    @Nullable Entry get(String key) {
        return entries.get(key);
    }

    /**
     * @throws HostFailure when the scenario gives the part no store
     */
    void put(String key, String value, long ttlSeconds) throws HostFailure {
        if (!open) {
            HostServices.NONE.kvPut(key, value, ttlSeconds);
        }
        entries.put(key, new Entry(value, ttlSeconds));
    }

    /** What the store has before the part runs. */
    void fill(String key, String value) {
        open();
        entries.put(key, new Entry(value, 0));
    }
}
