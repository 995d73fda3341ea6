package dev.arcrun.catalog.scenario;

import dev.arcrun.catalog.service.ServiceRequest;
import dev.arcrun.engine.sandbox.Header;
import dev.arcrun.engine.sandbox.HostServices;
import dev.arcrun.engine.sandbox.HttpCall;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One scenario on its way: what was given, and what came of it. */
final class Play {
    /** Belong to the connection. */
    private static final Set<String> OF_CONNECTION =
            Set.of("accept-encoding", "connection", "content-length", "host", "user-agent");

    /** Calls the part with an input (JSON, UTF-8). */
    interface Call {
        Json.Obj result(byte[] input, HostServices host);
    }

    final CannedNetwork network = new CannedNetwork();
    final MemoryStore store = new MemoryStore();
    private final Call call;
    private final @Nullable ServiceStage service;
    private String input = "{}";
    private Json.@Nullable Obj result;

    /** Of a part that is a program. */
    Play(Call call) {
        this.call = call;
        this.service = null;
    }

    /** Of a connector. */
    Play(ServiceStage service) {
        this.call = (input, host) -> service.run(JsonReader.read(text(input)));
        this.service = service;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
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

    /** The service of a connector. */
    ServiceStage service() {
        if (service == null) {
            throw new IllegalStateException("only a connector has a service");
        }
        return service;
    }

    /** The last request, without what belongs to the connection; null where there was none. */
    @Nullable HttpCall lastCall() {
        if (service == null) {
            return network.lastCall();
        }
        List<ServiceRequest> requests = service.requests();
        return requests.isEmpty() ? null : call(requests.getLast());
    }

    private static HttpCall call(ServiceRequest request) {
        List<Header> headers = new ArrayList<>();
        request.headers()
                .forEach((name, value) -> {
                    if (!OF_CONNECTION.contains(name)) {
                        headers.add(new Header(name, value));
                    }
                });
        return new HttpCall(
                request.method(),
                request.url(),
                headers,
                request.body().getBytes(StandardCharsets.UTF_8));
    }
}
