package dev.arcrun.engine.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers from memory and remembers what it was asked. */
class FakeHost implements HostServices {
    final List<HttpCall> requests = new ArrayList<>();
    final Map<String, String> store = new HashMap<>();
    byte[] body = "{\"told\":true}".getBytes(StandardCharsets.UTF_8);

    @Override
    public HttpAnswer http(HttpCall call) {
        requests.add(call);
        return new HttpAnswer(200, List.of(new Header("content-type", "x/y")), body);
    }

    @Override
    public @Nullable String kvGet(String key) {
        return store.get(key);
    }

    @Override
    public void kvPut(String key, String value, long ttlSeconds) {
        store.put(key, value + "/" + ttlSeconds);
    }

    @Override
    public @Nullable String secret(String key) {
        return key.equals("known") ? "{\"secret\":1}" : null;
    }
}
