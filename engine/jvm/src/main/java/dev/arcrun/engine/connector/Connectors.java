package dev.arcrun.engine.connector;

import dev.arcrun.engine.value.Json;
import java.time.Duration;
import java.time.InstantSource;

/** Makes the calls of connectors. Kept as long as its tokens; may be used by several threads. */
public final class Connectors {
    private final AccessTokens tokens;
    private final InstantSource clock;

    public Connectors(Tokens tokens, InstantSource clock) {
        this.tokens = new AccessTokens(tokens, clock);
        this.clock = clock;
    }

    /**
     * Makes one call and waits for its end. Every failure is a result.
     *
     * @param input its parameters
     * @param callId stable for run, node and iteration
     * @param atMost how long it may take, with requests for tokens
     * @return {@code {success: true, status, data, text?}} or {@code {success: false, status?,
     *     error, error_code, hint?, retry_after_s?, data?}}
     */
    public Json.Obj call(
            Connector connector,
            Json.Obj input,
            String callId,
            Duration atMost,
            ConnectorHost host) {
        try {
            Json.Obj parameters = InputCheck.check(connector.contract(), input);
            var sending = new Sending(host, clock, atMost.toMillis());
            var call = new ConnectorCall(connector, parameters, callId, host, tokens, sending);
            return call.make();
        } catch (ConnectorFailure e) {
            return e.result();
        }
    }
}
