package dev.arcrun.engine.connector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.sandbox.Credential;
import dev.arcrun.engine.sandbox.Network;
import dev.arcrun.engine.sandbox.NetworkHost;
import dev.arcrun.engine.sandbox.NetworkRights;
import dev.arcrun.engine.schedule.CaseFile;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Runs every case of {@code engine/conformance/connector}. */
class ConnectorConformanceTest {
    private static final Path FOLDER = Path.of("..", "conformance", "connector");
    private static final String NONCE = "nonce";

    @TestFactory
    Stream<DynamicNode> every_case_of_the_folder() {
        return CaseFile.in(FOLDER).stream()
                .map(file ->
                        DynamicContainer.dynamicContainer(
                                file.getFileName().toString().replace(".yaml", ""),
                                cases(file)
                                        .map(each ->
                                                DynamicTest.dynamicTest(
                                                        each.name(), () -> holds(each)))));
    }

    @Test
    void the_folder_holds_the_cases() {
        List<String> names =
                CaseFile.in(FOLDER).stream()
                        .flatMap(ConnectorConformanceTest::cases)
                        .map(ConnectorCase::name)
                        .toList();
        assertThat(names).doesNotHaveDuplicates();
        assertThat(names.size()).isGreaterThanOrEqualTo(80);
    }

    private static Stream<ConnectorCase> cases(Path file) {
        Map<String, Json.Obj> known = new HashMap<>();
        List<ConnectorCase> cases = new ArrayList<>();
        for (Json.Obj text : CaseFile.data(file)) {
            ConnectorCase each = ConnectorCase.of(text, known);
            known.put(each.name(), each.text());
            cases.add(each);
        }
        return cases.stream();
    }

    private static void holds(ConnectorCase script) throws IOException {
        switch (script.connector()) {
            case ConnectorReading.Refused(List<ConnectorMistake> mistakes) ->
                    refused(script, mistakes);
            case ConnectorReading.Read(Connector connector) -> {
                assertThat(script.expect().get("mistakes")).as("mistakes").isNull();
                runs(script, connector);
            }
        }
    }

    private static void refused(ConnectorCase script, List<ConnectorMistake> mistakes) {
        List<Json> found = new ArrayList<>();
        mistakes.forEach(it ->
                found.add(
                        Json.object(
                                "path", Json.of(String.join(".", it.path())),
                                "message", Json.of(it.message()))));
        Json wanted = script.expect().get("mistakes");
        assertThat(JsonWriter.pretty(Json.array(found)))
                .isEqualTo(JsonWriter.pretty(wanted == null ? Json.array() : wanted));
    }

    private static void runs(ConnectorCase script, Connector connector) throws IOException {
        TokensInMemory tokens = script.tokens();
        var connectors = new Connectors(tokens, InstantSource.fixed(script.now()));
        Json.Obj result = Json.Obj.EMPTY;
        try (var service = new CaseService(script.answers());
                Network network = Network.endingAt(service.port())) {
            for (int i = 0; i < script.number("calls", 1); i++) {
                result = call(script, connector, connectors, network);
            }
            requests(script, service.requests());
        }
        result(script, result);
        ConnectorCase.object(script.expect(), "tokens")
                .members()
                .forEach((grant, wanted) ->
                        assertThat(shown(Objects.requireNonNull(tokens.get(grant)), script))
                                .isEqualTo(wanted));
    }

    private static Json.Obj call(
            ConnectorCase script, Connector connector, Connectors connectors, Network network) {
        Duration timeout = Duration.ofMillis(script.number("timeout_ms", 10_000));
        Map<String, Credential> credentials = script.credentials();
        List<String> within = new ArrayList<>(connector.contract().hosts());
        if (connector.needsAccount()) {
            within.add(Connector.ACCOUNT_HOST);
        }
        try (var host =
                new ConnectorHost(
                        found ->
                                new NetworkHost(
                                        network,
                                        new NetworkRights(
                                                script.allowed(),
                                                found,
                                                NONCE,
                                                script.number("response_bytes", 1_000_000),
                                                timeout,
                                                within)),
                        credentials::get,
                        script.names(),
                        NONCE,
                        (name, value) -> {},
                        script.account())) {
            return connectors.call(connector, script.input(), "run-1:send", timeout, host);
        }
    }

    private static void requests(ConnectorCase script, List<Json.Obj> made) {
        Json expected = script.expect().get("requests");
        if (!(expected instanceof Json.Arr(List<Json> wanted))) {
            return;
        }
        assertThat(made).as("requests").hasSize(wanted.size());
        for (int i = 0; i < wanted.size(); i++) {
            Json.Obj request = (Json.Obj) wanted.get(i);
            CaseFile.onlyKnown(request, Set.of("method", "url", "headers", "body"));
            for (Map.Entry<String, Json> part : request.members().entrySet()) {
                assertThat(made.get(i).get(part.getKey()))
                        .as("%s of request %d", part.getKey(), i + 1)
                        .isEqualTo(part.getValue());
            }
        }
    }

    private static void result(ConnectorCase script, Json.Obj result) {
        String text = JsonWriter.compact(result);
        Json.Obj wanted = ConnectorCase.object(script.expect(), "result");
        for (Map.Entry<String, Json> member : wanted.members().entrySet()) {
            boolean absent = member.getValue().equals(Json.of("(absent)"));
            Json found = result.get(member.getKey());
            assertThat(found)
                    .as("%s in %s", member.getKey(), text)
                    .isEqualTo(absent ? null : member.getValue());
        }
        String error = ConnectorCase.textOf(result, "error");
        for (String words : ConnectorCase.texts(script.expect().get("error_has"), List.of())) {
            assertThat(error).contains(words);
        }
        for (String secret : ConnectorCase.texts(script.expect().get("nowhere"), List.of())) {
            assertThat(text).doesNotContain(secret);
        }
    }

    private static Json shown(Token token, ConnectorCase script) {
        Json.Obj shown = Json.object("access_token", Json.of(token.accessToken()));
        if (token.expiresAt() != null) {
            Duration left = Duration.between(script.now(), token.expiresAt());
            shown = shown.with("expires_in", Json.of((double) left.toSeconds()));
        }
        return token.refreshToken() == null
                ? shown
                : shown.with("refresh_token", Json.of(token.refreshToken()));
    }
}
