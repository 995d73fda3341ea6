package dev.arcrun.catalog.scenario;

import dev.arcrun.engine.sandbox.HostFailure;
import dev.arcrun.engine.sandbox.HostServices;
import dev.arcrun.engine.sandbox.HttpAnswer;
import dev.arcrun.engine.sandbox.HttpCall;
import org.jspecify.annotations.Nullable;

/** What a part meets outside in a scenario. */
record ScenarioHost(CannedNetwork network, MemoryStore store) implements HostServices {
    @Override
    public HttpAnswer http(HttpCall call) throws HostFailure {
        return network.http(call);
    }

    @Override
    public @Nullable String kvGet(String key) {
        MemoryStore.Entry entry = store.get(key);
        return entry == null ? null : entry.value();
    }

    @Override
    public void kvPut(String key, String value, long ttlSeconds) throws HostFailure {
        store.put(key, value, ttlSeconds);
    }
}
