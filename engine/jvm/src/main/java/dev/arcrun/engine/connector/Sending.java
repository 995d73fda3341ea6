package dev.arcrun.engine.connector;

import dev.arcrun.engine.sandbox.Header;
import dev.arcrun.engine.sandbox.HttpAnswer;
import dev.arcrun.engine.sandbox.HttpCall;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Sends the requests of one call; all of them together may take as long as the call. */
final class Sending {
    private final ConnectorHost host;
    private final InstantSource clock;
    private final long endMs;

    Sending(ConnectorHost host, InstantSource clock, long mostMs) {
        this.host = host;
        this.clock = clock;
        this.endMs = clock.millis() + mostMs;
    }

    HttpAnswer send(String method, String url, List<Header> headers, String body)
            throws ConnectorFailure {
        long left = Math.max(1, endMs - clock.millis());
        return host.send(new HttpCall(method, url, headers, Percent.utf8(body), left));
    }

    Instant now() {
        return clock.instant();
    }
}
