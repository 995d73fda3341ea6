package dev.arcrun.catalog.scenario;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.arcrun.catalog.service.Service;
import dev.arcrun.catalog.service.ServiceRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** An HTTP server of this machine that stands in for a service. */
final class LocalService implements AutoCloseable {
    private final HttpServer server;

    private LocalService(HttpServer server) {
        this.server = server;
    }

    static LocalService start(Function<ServiceRequest, Service.Answer> service) {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            HttpServer server = HttpServer.create(address, 0);
            server.createContext("/", exchange -> answer(exchange, service));
            server.start();
            return new LocalService(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    private static void answer(
            HttpExchange exchange, Function<ServiceRequest, Service.Answer> service)
            throws IOException {
        try (exchange) {
            Service.Answer answer = service.apply(request(exchange));
            byte[] body = ServiceStage.bytes(answer);
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            boolean none = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(answer.status(), none ? -1 : body.length);
            if (!none) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    /** The request as it was meant for the service. */
    private static ServiceRequest request(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) ->
                        headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
        String url =
                headers.getOrDefault("x-forwarded-proto", "http")
                        + "://"
                        + Objects.requireNonNullElse(headers.get("host"), "")
                        + exchange.getRequestURI();
        headers.remove("x-forwarded-proto");
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        return new ServiceRequest(exchange.getRequestMethod(), url, headers, body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
