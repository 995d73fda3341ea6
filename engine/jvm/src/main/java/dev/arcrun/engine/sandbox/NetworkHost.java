package dev.arcrun.engine.sandbox;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * The network as a part gets it: allowed hosts only, addresses checked after resolution, each
 * redirect checked again, credentials put in at the last moment. Gives no store and no secrets.
 * Waiting ends at once when the calling thread is interrupted.
 */
public final class NetworkHost implements HostServices {
    private static final int MOST_REDIRECTS = 5;
    private static final int PIECE = 64 * 1024;

    private final Network network;
    private final NetworkRights rights;
    private final AllowList allowed;
    private final CredentialInjection credentials;

    public NetworkHost(Network network, NetworkRights rights) {
        this.network = network;
        this.rights = rights;
        this.allowed = new AllowList(rights.allowed(), rights.within(), network.resolver());
        this.credentials = new CredentialInjection(rights.credentials(), rights.nonce());
    }

    @Override
    public HttpAnswer http(HttpCall call) throws HostFailure {
        Outgoing request = Outgoing.of(call, credentials);
        Duration most = rights.timeout();
        Duration wanted = call.timeoutMs() == 0 ? most : Duration.ofMillis(call.timeoutMs());
        long end = System.nanoTime() + (wanted.compareTo(most) < 0 ? wanted : most).toNanos();
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            allowed.check(request.url());
            Duration left = Duration.ofNanos(Math.max(1, end - System.nanoTime()));
            Answer answer = send(request, left);
            Outgoing next = request.redirected(answer.status(), answer.location(), credentials);
            if (next == null) {
                return answer.told();
            }
            request = next;
        }
        throw new HostFailure(
                FailureCode.TOO_MANY_REDIRECTS,
                "The request was redirected more than " + MOST_REDIRECTS + " times.",
                "Call the final address directly.");
    }

    private record Answer(HttpAnswer told, @Nullable String location) {
        int status() {
            return told.status();
        }
    }

    private Answer send(Outgoing outgoing, Duration timeout) throws HostFailure {
        OkHttpClient client =
                network.client()
                        .newBuilder()
                        .dns(allowed.resolverFor(outgoing.url()))
                        .readTimeout(timeout)
                        .writeTimeout(timeout)
                        .callTimeout(timeout)
                        .build();
        Call call = client.newCall(filled(outgoing));
        var answer = new CompletableFuture<Answer>();
        // A blocked socket doesn't notice an interrupt of its thread; waiting for a future does.
        Thread.ofVirtual()
                .start(() -> {
                    try (Response response = call.execute()) {
                        answer.complete(read(response));
                    } catch (IOException | HostFailure | RuntimeException e) {
                        answer.completeExceptionally(e);
                    }
                });
        try {
            return answer.get();
        } catch (InterruptedException e) {
            call.cancel();
            Thread.currentThread().interrupt();
            throw new HostFailure(FailureCode.CANCELLED, "The request was cancelled.", null);
        } catch (ExecutionException e) {
            throw failure(outgoing.url(), e.getCause());
        }
    }

    /** The request with its credentials in place. */
    private Request filled(Outgoing outgoing) throws HostFailure {
        HttpUrl target = outgoing.url();
        HttpUrl url = HostName.normalised(credentials.intoUrl(outgoing.text(), target));
        if (url == null || !url.host().equals(target.host()) || url.port() != target.port()) {
            throw Outgoing.invalid("its URL is none once the credential is in it");
        }
        var headers = new Headers.Builder();
        for (Header header : outgoing.headers()) {
            String value = credentials.intoHeader(header.value(), target);
            Outgoing.checkValue(header.name(), value);
            headers.addUnsafeNonAscii(header.name(), value);
        }
        byte[] body = credentials.intoBody(outgoing.body(), outgoing.sendsJson(), target);
        String method = outgoing.method();
        boolean takesBody = !method.equals("GET") && !method.equals("HEAD");
        return new Request.Builder()
                .url(url)
                .headers(headers.build())
                .method(method, takesBody ? new SentOnce(body) : null)
                .build();
    }

    private Answer read(Response response) throws IOException, HostFailure {
        List<Header> headers = new ArrayList<>();
        Headers given = response.headers();
        for (int i = 0; i < given.size(); i++) {
            headers.add(new Header(given.name(i).toLowerCase(Locale.ROOT), given.value(i)));
        }
        byte[] body = body(response);
        return new Answer(
                new HttpAnswer(response.code(), headers, body), response.header("location"));
    }

    private byte[] body(Response response) throws IOException, HostFailure {
        var read = new Buffer();
        var source = response.body().source();
        while (source.read(read, PIECE) >= 0) {
            if (read.size() > rights.responseBytes()) {
                throw new HostFailure(
                        FailureCode.RESPONSE_TOO_LARGE,
                        "The answer of `"
                                + response.request().url().host()
                                + "` has more than "
                                + rights.responseBytes()
                                + " bytes.",
                        "Ask for less, for example a page at a time.");
            }
        }
        return read.readByteArray();
    }

    private static HostFailure failure(HttpUrl url, @Nullable Throwable cause) {
        String host = url.host();
        return switch (cause) {
            case HostFailure told -> told;
            case AllowList.AddressRefused refused -> AllowList.refused(host);
            case UnknownHostException unknown ->
                    new HostFailure(
                            FailureCode.NETWORK_ERROR,
                            "There is no host `" + host + "`, or it can't be found now.",
                            "Check its spelling and the connection to the network.");
            case InterruptedIOException late ->
                    new HostFailure(
                            FailureCode.NETWORK_TIMEOUT,
                            "`" + host + "` did not answer in time.",
                            "Try again later, or raise `run.timeout_ms` of the node.");
            case IOException broken ->
                    new HostFailure(
                            FailureCode.NETWORK_ERROR,
                            "The connection to `" + host + "` failed: " + kind(broken) + ".",
                            null);
            case null, default ->
                    throw new IllegalStateException("a request failed in our own code", cause);
        };
    }

    /** Messages of exceptions may quote the URL, which may hold a credential by then. */
    private static String kind(IOException broken) {
        return switch (broken) {
            case java.net.ConnectException refused -> "nothing answers there";
            case javax.net.ssl.SSLPeerUnverifiedException other ->
                    "its certificate is for another host";
            case javax.net.ssl.SSLException tls -> "no secure connection could be made";
            case java.net.ProtocolException protocol -> "it doesn't answer in HTTP";
            case java.io.EOFException end -> "it broke off";
            default -> broken.getClass().getSimpleName();
        };
    }

    /** A body that is not sent a second time when a connection breaks: once may have worked. */
    private static final class SentOnce extends RequestBody {
        private final byte[] bytes;

        SentOnce(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public @Nullable MediaType contentType() {
            return null;
        }

        @Override
        public long contentLength() {
            return bytes.length;
        }

        @Override
        public boolean isOneShot() {
            return true;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            sink.write(bytes);
        }
    }
}
