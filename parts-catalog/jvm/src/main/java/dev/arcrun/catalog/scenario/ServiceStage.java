package dev.arcrun.catalog.scenario;

import dev.arcrun.catalog.service.OperationCheck;
import dev.arcrun.catalog.service.Service;
import dev.arcrun.catalog.service.ServiceRequest;
import dev.arcrun.engine.connector.CloudflareAccount;
import dev.arcrun.engine.connector.Connector;
import dev.arcrun.engine.connector.ConnectorHost;
import dev.arcrun.engine.connector.Connectors;
import dev.arcrun.engine.connector.Token;
import dev.arcrun.engine.connector.TokensInMemory;
import dev.arcrun.engine.sandbox.AllowedHost;
import dev.arcrun.engine.sandbox.Credential;
import dev.arcrun.engine.sandbox.Credentials;
import dev.arcrun.engine.sandbox.HostServices;
import dev.arcrun.engine.sandbox.Network;
import dev.arcrun.engine.sandbox.NetworkHost;
import dev.arcrun.engine.sandbox.NetworkRights;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A connector's world in one scenario: its credentials, and the service it calls. */
final class ServiceStage {
    private static final String NONCE = "scenario";
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final List<String> EVERYWHERE = List.of("*");
    private static final int BAD_REQUEST = 400;

    private final Connector connector;
    private final Service.@Nullable Operation operation;
    private final TokenEndpoints tokenEndpoints;
    private final TokensInMemory tokens = new TokensInMemory();
    private final Map<String, Credential> credentials = new HashMap<>();
    private final List<ServiceRequest> requests = new ArrayList<>();
    private final List<String> mistakes = new ArrayList<>();
    private @Nullable CloudflareAccount account = new ScenarioAccount();
    private Service.@Nullable Answer answer;

    /**
     * @param operation what the requests must keep to, or null where nothing is known
     */
    ServiceStage(Connector connector, Service.@Nullable Operation operation) {
        this.connector = connector;
        this.operation = operation;
        this.tokenEndpoints = new TokenEndpoints(connector.auth());
    }

    void credential(String name, String value) {
        credentials.put(name, new Credential(name, value.toCharArray(), EVERYWHERE));
    }

    void grant(String name, String accessToken, long seconds) {
        Token before = tokens.get(name);
        tokens.compareAndSet(name, before, new Token(accessToken, NOW.plusSeconds(seconds), null));
    }

    void withoutAccount() {
        account = null;
    }

    /** From now on the service gives this answer. */
    void answers(Service.Answer given) {
        answer = given;
    }

    /** From now on the service gives the documented answer of that name. */
    void answersAs(String name) {
        Service.Answer documented = operation == null ? null : operation.answers().get(name);
        if (documented == null) {
            throw new IllegalArgumentException("the specification has no answer `" + name + "`");
        }
        answer = documented;
    }

    TokenEndpoints tokenEndpoints() {
        return tokenEndpoints;
    }

    /** Makes the connector's call; its requests go to a server of this machine. */
    Json.Obj run(Json input) {
        Json.Obj parameters = input instanceof Json.Obj object ? object : Json.Obj.EMPTY;
        try (LocalService server = LocalService.start(this::answer);
                Network network = Network.endingAt(server.port());
                var host =
                        new ConnectorHost(
                                found -> network(network, found),
                                credentials::get,
                                Map.of(),
                                NONCE,
                                (name, value) -> {},
                                account)) {
            Json.Obj result =
                    new Connectors(tokens, InstantSource.fixed(NOW))
                            .call(connector, parameters, "scenario:call", LONGEST, host);
            if (!mistakes.isEmpty()) {
                throw new IllegalStateException(
                        "the request doesn't keep to the service's specification: "
                                + String.join(" ", mistakes));
            }
            return result;
        }
    }

    private HostServices network(Network network, Credentials found) {
        List<String> within = new ArrayList<>(connector.contract().hosts());
        if (connector.needsAccount()) {
            within.add(Connector.ACCOUNT_HOST);
        }
        return new NetworkHost(
                network,
                new NetworkRights(
                        List.of(new AllowedHost("*", true)),
                        found,
                        NONCE,
                        NetworkRights.RESPONSE_BYTES,
                        LONGEST,
                        within));
    }

    private synchronized Service.Answer answer(ServiceRequest request) {
        if (tokenEndpoints.include(request.url())) {
            return tokenEndpoints.answer(request);
        }
        requests.add(request);
        if (operation != null) {
            List<String> wrong = OperationCheck.check(operation, request);
            if (!wrong.isEmpty()) {
                mistakes.addAll(wrong);
                return refused(String.join(" ", wrong));
            }
        }
        Service.Answer success = operation == null ? null : operation.success();
        Service.Answer given = answer == null ? success : answer;
        if (given == null) {
            mistakes.add("no answer is given.");
            return refused("no answer is given");
        }
        return given;
    }

    private static Service.Answer refused(String why) {
        return new Service.Answer(
                BAD_REQUEST,
                Map.of("content-type", "application/json"),
                Json.object("error", Json.of(why)));
    }

    /** The requests to the service so far; those for tokens aren't among them. */
    synchronized List<ServiceRequest> requests() {
        return List.copyOf(requests);
    }

    /** Whether the last request kept to that operation; says why not, or null. */
    @Nullable String got(String name) {
        if (operation == null || !operation.name().equals(name)) {
            return "the connector's `verified` names no operation `" + name + "`";
        }
        return requests().isEmpty() ? "the service got nothing" : null;
    }

    /** What is sent for an answer. */
    static byte[] bytes(Service.Answer answer) {
        Json body = answer.body();
        String text =
                switch (body) {
                    case null -> "";
                    case Json.Str(String plain) -> plain;
                    default -> JsonWriter.compact(body);
                };
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Stands for a connected account. */
    private record ScenarioAccount() implements CloudflareAccount {
        @Override
        public String id() {
            return "0123456789abcdef0123456789abcdef";
        }

        @Override
        public char[] token() {
            return "scenario-api-token".toCharArray();
        }
    }
}
