package dev.arcrun.catalog.scenario;

import dev.arcrun.engine.sandbox.HostServices;
import dev.arcrun.engine.value.Json;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One scenario on its way: what was given, and what came of it. */
final class Play {
    /** Calls the part with an input (JSON, UTF-8). */
    interface Call {
        Json.Obj result(byte[] input, HostServices host);
    }

    final CannedNetwork network = new CannedNetwork();
    final MemoryStore store = new MemoryStore();
    private final Call call;
    private String input = "{}";
    private Json.@Nullable Obj result;

    Play(Call call) {
        this.call = call;
    }

    void given(String json) {
        input = json;
    }

    void run() {
        result =
                call.result(
                        input.getBytes(StandardCharsets.UTF_8), new ScenarioHost(network, store));
    }

    boolean hasRun() {
        return result != null;
    }

    Json.Obj result() {
        if (result == null) {
            throw new IllegalStateException("the part hasn't run yet");
        }
        return result;
    }

    String text(String member) {
        return result().get(member) instanceof Json.Str(String text) ? text : "";
    }
}
