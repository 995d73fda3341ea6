package dev.arcrun.engine.connector;

import dev.arcrun.engine.schedule.CaseFile;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;

/** The services of a case: gives its answers one after another, and remembers the requests. */
final class CaseService extends Dispatcher implements AutoCloseable {
    private static final Set<String> OF_CONNECTION =
            Set.of(
                    "accept-encoding",
                    "connection",
                    "content-length",
                    "host",
                    "user-agent",
                    "x-forwarded-proto");
    private static final Set<String> ANSWER = Set.of("status", "headers", "body", "json", "fails");

    private final MockWebServer server = new MockWebServer();
    private final List<Json.Obj> answers;
    private final List<Json.Obj> requests = new ArrayList<>();

    CaseService(List<Json.Obj> answers) throws IOException {
        this.answers = answers;
        answers.forEach(answer -> CaseFile.onlyKnown(answer, ANSWER));
        server.setDispatcher(this);
        server.start();
    }

    int port() {
        return server.getPort();
    }

    /** {@code {method, url, headers, body}}, in order. */
    synchronized List<Json.Obj> requests() {
        return List.copyOf(requests);
    }

    @Override
    public synchronized MockResponse dispatch(RecordedRequest request) {
        requests.add(seen(request));
        Json.Obj answer = answers.get(Math.min(requests.size(), answers.size()) - 1);
        var response = new MockResponse.Builder();
        String fails = ConnectorCase.textOf(answer, "fails");
        if (fails != null) {
            return switch (fails) {
                case "broken" -> response.onResponseStart(new SocketEffect.CloseSocket()).build();
                case "late" -> response.onResponseStart(SocketEffect.Stall.INSTANCE).build();
                default -> throw new IllegalArgumentException("fails: " + fails);
            };
        }
        response.code(answer.get("status") instanceof Json.Num(double status) ? (int) status : 200);
        ConnectorCase.object(answer, "headers")
                .members()
                .forEach((name, value) -> response.addHeader(name, ((Json.Str) value).value()));
        Json json = answer.get("json");
        String body = ConnectorCase.textOf(answer, "body");
        return response.body(json != null ? JsonWriter.compact(json) : body == null ? "" : body)
                .build();
    }

    private static Json.Obj seen(RecordedRequest request) {
        Map<String, Json> headers = new LinkedHashMap<>();
        request.getHeaders()
                .forEach(header -> {
                    String name = header.getFirst().toLowerCase(Locale.ROOT);
                    if (!OF_CONNECTION.contains(name)) {
                        headers.put(name, Json.of(header.getSecond()));
                    }
                });
        var body = new Buffer();
        if (request.getBody() != null) {
            body.write(request.getBody());
        }
        return Json.object(
                "method", Json.of(request.getMethod()),
                "url",
                        Json.of(
                                request.getHeaders().get("x-forwarded-proto")
                                        + "://"
                                        + request.getHeaders().get("host")
                                        + request.getTarget()),
                "headers", new Json.Obj(headers),
                "body", Json.of(body.readString(StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        server.close();
    }
}
