package dev.arcrun.workspace;

import dev.arcrun.engine.sandbox.Credential;
import dev.arcrun.engine.sandbox.Credentials;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The credentials of one call, each copied once. Close it to wipe the copies. */
final class CallCredentials implements Credentials, AutoCloseable {
    private final GrantedNetwork network;
    private final Set<String> named;
    private final Map<String, Credential> copies = new HashMap<>();

    /**
     * @param named the names the call was given; others aren't found
     */
    CallCredentials(GrantedNetwork network, Set<String> named) {
        this.network = network;
        this.named = Set.copyOf(named);
    }

    @Override
    public synchronized @Nullable Credential find(String name) {
        Credential known = copies.get(name);
        if (known == null && named.contains(name)) {
            known = network.credential(name);
            if (known != null) {
                copies.put(name, known);
            }
        }
        return known;
    }

    @Override
    public synchronized void close() {
        copies.values().forEach(it -> Arrays.fill(it.value(), '\0'));
        copies.clear();
    }
}
