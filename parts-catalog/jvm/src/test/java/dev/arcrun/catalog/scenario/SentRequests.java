package dev.arcrun.catalog.scenario;

import dev.arcrun.catalog.contract.ConnectorContract;
import dev.arcrun.catalog.contract.PartDescription;
import dev.arcrun.catalog.service.Service;
import dev.arcrun.catalog.service.ServiceRequest;
import dev.arcrun.engine.connector.CloudflareAccount;
import dev.arcrun.engine.connector.Connector;
import dev.arcrun.engine.connector.ConnectorHost;
import dev.arcrun.engine.connector.Connectors;
import dev.arcrun.engine.connector.TokensInMemory;
import dev.arcrun.engine.part.Contract;
import dev.arcrun.engine.sandbox.AllowedHost;
import dev.arcrun.engine.sandbox.Credential;
import dev.arcrun.engine.sandbox.Credentials;
import dev.arcrun.engine.sandbox.Network;
import dev.arcrun.engine.sandbox.NetworkHost;
import dev.arcrun.engine.sandbox.NetworkRights;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The requests that a connector makes for its example, once for each way to be let in. */
final class SentRequests {
    private static final Instant NOW = Instant.parse("2026-03-01T08:30:00Z");
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final String NONCE = "record";
    private static final List<String> EVERYWHERE = List.of("*");
    private static final Set<String> OF_CONNECTION =
            Set.of(
                    "accept-encoding",
                    "connection",
                    "content-length",
                    "host",
                    "user-agent",
                    "x-forwarded-proto");

    /** Every service says this; where a token is asked for, it is one. */
    private static final Service.Answer ANSWER =
            new Service.Answer(
                    200,
                    Map.of("content-type", "application/json"),
                    Json.object("access_token", Json.of("fake-access-token")));

    private final Connector connector;
    private final Json.Obj example;
    private final Json.Obj fakes;

    private SentRequests(PartDescription part, Json.Obj fakes) {
        this.connector = ConnectorContract.of(part);
        this.example = object(part.json(), "config_example");
        this.fakes = fakes;
    }

    /**
     * What is sent, as {@code {connector, credentials: [keys], requests: [{method, url, headers,
     * body}]}}.
     *
     * @param fakes a value for each key of a credential
     */
    static List<Json> of(PartDescription part, Json.Obj fakes) {
        var sent = new SentRequests(part, fakes);
        List<Json> entries = new ArrayList<>();
        for (List<String> keys : ways(part)) {
            entries.add(
                    Json.object(
                            "connector",
                            Json.of(part.id()),
                            "credentials",
                            Json.array(keys.stream().map(Json::of).toList()),
                            "requests",
                            Json.array(sent.with(keys))));
        }
        return entries;
    }

    /** The keys that are needed for each way to be let in. */
    private static List<List<String>> ways(PartDescription part) {
        List<String> all =
                part.contract().credentials().stream().map(Contract.CredentialNeed::key).toList();
        if (!(object(part.json(), "auth").get("options") instanceof Json.Arr(List<Json> options))) {
            return List.of(all);
        }
        return options.stream()
                .map(option -> all.stream().filter(key -> isIn(option, key)).toList())
                .toList();
    }

    private static boolean isIn(Json option, String key) {
        return JsonWriter.compact(option).contains("{{credential." + key + "}}");
    }

    private List<Json> with(List<String> keys) {
        Map<String, Credential> credentials = new LinkedHashMap<>();
        for (String key : keys) {
            credentials.put(key, new Credential(key, fake(key).toCharArray(), EVERYWHERE));
        }
        List<Json> requests = new ArrayList<>();
        try (LocalService server =
                        LocalService.start(request -> {
                            requests.add(shown(request));
                            return ANSWER;
                        });
                Network network = Network.endingAt(server.port());
                var host =
                        new ConnectorHost(
                                found -> new NetworkHost(network, rights(found)),
                                credentials::get,
                                Map.of(),
                                NONCE,
                                (name, value) -> {},
                                new FakeAccount())) {
            new Connectors(new TokensInMemory(), InstantSource.fixed(NOW))
                    .call(connector, example, "record:call", LONGEST, host);
        }
        return requests;
    }

    private static NetworkRights rights(Credentials found) {
        return new NetworkRights(
                List.of(new AllowedHost("*", true)),
                found,
                NONCE,
                NetworkRights.RESPONSE_BYTES,
                LONGEST);
    }

    private String fake(String key) {
        if (fakes.get(key) instanceof Json.Str(String value)) {
            return value;
        }
        throw new IllegalArgumentException("there is no fake for the credential `" + key + "`");
    }

    private static Json shown(ServiceRequest request) {
        Map<String, Json> headers = new LinkedHashMap<>();
        new TreeMap<>(request.headers())
                .forEach((name, value) -> {
                    if (!OF_CONNECTION.contains(name)) {
                        headers.put(name, Json.of(value));
                    }
                });
        return Json.object(
                "method",
                Json.of(request.method()),
                "url",
                Json.of(request.url()),
                "headers",
                new Json.Obj(headers),
                "body",
                Json.of(request.body()));
    }

    static Json.Obj object(Json.Obj around, String name) {
        return around.get(name) instanceof Json.Obj object ? object : Json.Obj.EMPTY;
    }

    /** Stands for a connected account. */
    private record FakeAccount() implements CloudflareAccount {
        @Override
        public String id() {
            return "0123456789abcdef0123456789abcdef";
        }

        @Override
        public char[] token() {
            return "fake-api-token".toCharArray();
        }
    }
}
