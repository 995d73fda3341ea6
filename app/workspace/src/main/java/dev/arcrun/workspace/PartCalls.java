package dev.arcrun.workspace;

import dev.arcrun.engine.connector.Connector;
import dev.arcrun.engine.part.Component;
import dev.arcrun.engine.part.Contract;
import dev.arcrun.engine.run.CallReport;
import dev.arcrun.engine.run.Failures;
import dev.arcrun.engine.run.PartCaller;
import dev.arcrun.engine.run.Redactor;
import dev.arcrun.engine.sandbox.CallResult;
import dev.arcrun.engine.sandbox.HostServices;
import dev.arcrun.engine.sandbox.Limits;
import dev.arcrun.engine.sandbox.PartLoadException;
import dev.arcrun.engine.sandbox.Sandbox;
import dev.arcrun.engine.schedule.Command;
import dev.arcrun.engine.template.CredentialPlaceholder;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the calls of runs: parts in the sandbox, URLs over the network. Nothing leaves it with a
 * credential in it.
 */
final class PartCalls implements PartCaller {
    private final PartLibrary library;
    private final Sandbox sandbox;
    private final GrantedNetwork network;
    private final PartStore store;
    private final Grants grants;
    private final Redactor redactor;
    private final ConnectorCalls connectors;

    PartCalls(
            PartLibrary library,
            Sandbox sandbox,
            GrantedNetwork network,
            PartStore store,
            Grants grants,
            Redactor redactor,
            ConnectorCalls connectors) {
        this.library = library;
        this.sandbox = sandbox;
        this.network = network;
        this.store = store;
        this.grants = grants;
        this.redactor = redactor;
        this.connectors = connectors;
    }

    @Override
    public Answer call(Caller caller, Command.CallPart command) throws InterruptedException {
        return switch (command.component()) {
            case Component.Part(String id, Contract contract) ->
                    part(id, contract, caller, command);
            case Component.Url(String url) -> url(url, caller, command);
            case Component.Workflow _, Component.Unknown _ ->
                    throw new IllegalArgumentException(
                            "not a call of a part: " + command.component());
        };
    }

    private Answer part(
            String id, @Nullable Contract contract, Caller caller, Command.CallPart command)
            throws InterruptedException {
        Json.Obj input = command.input();
        if (contract != null) {
            for (Contract.CredentialNeed need : contract.credentials()) {
                String name = command.credentials().getOrDefault(need.key(), need.key());
                char[] value = grants.valueOf(name);
                if (value == null && !need.optional()) {
                    return failure(
                            Failures.of(
                                    "CREDENTIAL_MISSING",
                                    "The part `"
                                            + id
                                            + "` needs the credential `"
                                            + name
                                            + "` ("
                                            + need.label()
                                            + "), which isn't there.",
                                    "Add it with --credential " + name + "=env:VARIABLE@HOST."));
                }
                if (value != null) {
                    if (need.injectAs() != null) {
                        input = input.with(need.injectAs(), Json.of(new String(value)));
                    }
                    Arrays.fill(value, '\0');
                }
            }
        }
        CallResult result;
        try {
            Connector connector = library.connector(id).orElse(null);
            if (connector != null) {
                return connector(connector, input, caller, command);
            }
            result =
                    sandbox.call(
                            library.module(id),
                            JsonWriter.compact(input).getBytes(StandardCharsets.UTF_8),
                            limits(command),
                            new PartHost(
                                    id,
                                    contract,
                                    command.credentials(),
                                    network.services(
                                            caller,
                                            named(caller.nonce(), command),
                                            limits(command).wall()),
                                    store,
                                    grants));
        } catch (PartLoadException e) {
            return failure(
                    Failures.of(
                            "PART_UNUSABLE",
                            "The part `" + id + "` can't be used: " + e.getMessage(),
                            "Build it again."));
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        return new Answer(redactor.redact(result.result()), report(result));
    }

    private Answer connector(
            Connector connector, Json.Obj input, Caller caller, Command.CallPart command)
            throws InterruptedException {
        CallResult result =
                connectors.call(
                        connector,
                        input,
                        command.callId(),
                        caller,
                        command.credentials(),
                        named(caller.nonce(), command),
                        limits(command).wall());
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        return new Answer(result.result(), report(result));
    }

    private Answer url(String url, Caller caller, Command.CallPart command)
            throws InterruptedException {
        HostServices services =
                network.services(caller, named(caller.nonce(), command), limits(command).wall());
        Json result = UrlPart.call(services, url, command.input());
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        return failure(redactor.redact(result));
    }

    /** The credentials that the recipe's author put into this call. */
    private static Set<String> named(String nonce, Command.CallPart command) {
        Set<String> names = new HashSet<>(command.credentials().values());
        if (command.component() instanceof Component.Part(_, Contract contract)
                && contract != null) {
            contract.credentials()
                    .forEach(need ->
                            names.add(command.credentials().getOrDefault(need.key(), need.key())));
        }
        CredentialPlaceholder.of(nonce)
                .find(JsonWriter.compact(command.input()))
                .forEach(match -> names.add(match.name()));
        return names;
    }

    private static Limits limits(Command.CallPart command) {
        long most = Limits.HARD_CAP.wall().toMillis();
        return Limits.DEFAULT.withWall(Duration.ofMillis(Math.clamp(command.timeoutMs(), 1, most)));
    }

    private static Answer failure(Json result) {
        return new Answer(result, CallReport.NOTHING);
    }

    private CallReport report(CallResult result) {
        return new CallReport(
                redactor.redact(result.log()),
                result.stats().hostCalls().stream()
                        .map(call -> (Json.Obj) redactor.redact(CallJson.of(call)))
                        .toList(),
                result.stats().computing().toMillis(),
                result.stats().peakPages() * CallJson.PAGE_BYTES);
    }
}
