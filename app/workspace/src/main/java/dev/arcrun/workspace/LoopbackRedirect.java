package dev.arcrun.workspace;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.arcrun.engine.connector.AgreementException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The address on this computer to which a browser comes back from a service where the user signed
 * in. RFC 8252, section 7.3. Listens on the loopback interface, for one answer.
 */
final class LoopbackRedirect implements AutoCloseable {
    private static final String PATH = "/arcrun/signed-in";
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;

    private final HttpServer server;
    private final String state;
    private final SignInPage page;
    private final CompletableFuture<Map<String, String>> answer = new CompletableFuture<>();

    /**
     * @param state what the browser must bring back
     * @throws WorkspaceException when no port can be listened at
     */
    LoopbackRedirect(String state, SignInPage page) {
        this.state = state;
        this.page = page;
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new WorkspaceException(
                    "No port of this computer can be listened at: " + e.getMessage(), e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** Where the service shall send the browser. */
    String uri() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + PATH;
    }

    /**
     * Waits for the browser.
     *
     * @return the code it brings
     * @throws AgreementException when the user refused, or nobody came in time
     */
    String code(Duration atMost) throws AgreementException, InterruptedException {
        Map<String, String> brought;
        try {
            brought = answer.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new AgreementException(
                    "TIMEOUT",
                    "Nobody signed in within " + atMost.toMinutes() + " minutes.",
                    "Start again, and finish in the browser.");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        String code = brought.get("code");
        if (code != null && !code.isEmpty()) {
            return code;
        }
        String error = brought.getOrDefault("error", "no code");
        boolean refused = error.equals("access_denied");
        throw new AgreementException(
                refused ? "ACCESS_DENIED" : "TOKEN_REJECTED",
                refused
                        ? "Access was refused in the browser."
                        : "The service answered: " + shown(error) + ".",
                "Start again if that was a mistake.");
    }

    private static String shown(String error) {
        String plain = error.replaceAll("[^\\w .:/-]", "");
        return plain.length() > 200 ? plain.substring(0, 200) + "…" : plain;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String host = exchange.getRequestHeaders().getFirst("Host");
            boolean ours =
                    ("127.0.0.1:" + server.getAddress().getPort()).equals(host)
                            && exchange.getRequestURI().getPath().equals(PATH)
                            && exchange.getRequestMethod().equals("GET");
            if (!ours) {
                answer(exchange, NOT_FOUND, page.nothingHere());
                return;
            }
            Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
            if (!same(query.get("state"))) {
                answer(exchange, BAD_REQUEST, page.notStartedHere());
                return;
            }
            boolean first = answer.complete(query);
            boolean signedIn = first && query.get("code") != null;
            answer(exchange, 200, signedIn ? page.signedIn() : page.refused());
        }
    }

    private boolean same(@Nullable String brought) {
        return brought != null
                && MessageDigest.isEqual(
                        brought.getBytes(StandardCharsets.UTF_8),
                        state.getBytes(StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange exchange, int status, String html) throws IOException {
        byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.getResponseHeaders().set("Content-Security-Policy", "default-src 'none'");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static Map<String, String> query(@Nullable String raw) {
        Map<String, String> found = new HashMap<>();
        for (String pair : raw == null ? new String[0] : raw.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                try {
                    found.putIfAbsent(
                            decoded(pair.substring(0, equals)),
                            decoded(pair.substring(equals + 1)));
                } catch (IllegalArgumentException e) {
                    // A pair that can't be read says nothing.
                    continue;
                }
            }
        }
        return found;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(1);
    }
}
