package dev.arcrun.workspace;

import dev.arcrun.engine.connector.CloudflareAccount;
import dev.arcrun.engine.connector.Connector;
import dev.arcrun.engine.connector.ConnectorHost;
import dev.arcrun.engine.connector.Connectors;
import dev.arcrun.engine.connector.Tokens;
import dev.arcrun.engine.run.PartCaller;
import dev.arcrun.engine.run.Redactor;
import dev.arcrun.engine.sandbox.CallResult;
import dev.arcrun.engine.sandbox.CallStats;
import dev.arcrun.engine.sandbox.Credentials;
import dev.arcrun.engine.sandbox.HostCall;
import dev.arcrun.engine.sandbox.HostServices;
import dev.arcrun.engine.value.Json;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the calls of connectors, for runs and alone. Nothing leaves it with a secret in it. */
final class ConnectorCalls {
    private final GrantedNetwork network;
    private final Redactor redactor;
    private final @Nullable CloudflareAccount account;
    private final Connectors connectors;

    /**
     * @param tokens where access tokens are kept
     * @param redactor is told the tokens that calls obtain
     * @param account the connected Cloudflare account, or null
     */
    ConnectorCalls(
            GrantedNetwork network,
            Tokens tokens,
            Redactor redactor,
            @Nullable CloudflareAccount account) {
        this.network = network;
        this.connectors = new Connectors(tokens, InstantSource.system());
        this.redactor = redactor;
        this.account = account;
    }

    /**
     * @param names a credential's name by its key in the contract, where it isn't the key
     * @param named the credentials this call was given
     */
    CallResult call(
            Connector connector,
            Json.Obj input,
            String callId,
            PartCaller.Caller caller,
            Map<String, String> names,
            Set<String> named,
            Duration timeout) {
        return call(
                connector,
                input,
                callId,
                caller,
                names,
                named,
                timeout,
                found -> network.services(connector, caller, found, timeout));
    }

    /**
     * Calls a connector outside of any run.
     *
     * @param mock answers in place of the network, or null
     */
    CallResult alone(
            Connector connector,
            Json.Obj input,
            List<String> credentials,
            Duration timeout,
            @Nullable HostServices mock) {
        String id = UUID.randomUUID().toString();
        var caller = new PartCaller.Caller(id, UUID.randomUUID().toString(), List.of());
        return call(
                connector,
                input,
                id + ":" + connector.id(),
                caller,
                Map.of(),
                new HashSet<>(credentials),
                timeout,
                mock == null
                        ? found -> network.services(connector, caller, found, timeout)
                        : found -> mock);
    }

    private CallResult call(
            Connector connector,
            Json.Obj input,
            String callId,
            PartCaller.Caller caller,
            Map<String, String> names,
            Set<String> named,
            Duration timeout,
            Function<Credentials, HostServices> services) {
        long start = System.nanoTime();
        try (var vault = new CallCredentials(network, named);
                var host =
                        new ConnectorHost(
                                services, vault, names, caller.nonce(), redactor::add, account)) {
            Json.Obj result = connectors.call(connector, input, callId, timeout, host);
            return new CallResult(
                    (Json.Obj) redactor.redact(result),
                    null,
                    "",
                    new CallStats(
                            Duration.ZERO,
                            Duration.ofNanos(System.nanoTime() - start),
                            0,
                            0,
                            false,
                            host.calls().stream().map(it -> shown(it, caller.nonce())).toList()));
        }
    }

    /** The request as it may be shown. */
    private HostCall shown(HostCall call, String nonce) {
        return new HostCall(
                call.op(),
                call.method(),
                redactor.redact(call.target())
                        .replace("#" + nonce + "»", "»")
                        .replace("%23" + nonce + "%C2%BB", "%C2%BB"),
                call.status(),
                call.bytes(),
                call.duration(),
                call.failure());
    }
}
