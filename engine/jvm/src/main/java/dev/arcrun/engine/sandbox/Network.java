package dev.arcrun.engine.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Connections of this process, shared by every {@link NetworkHost}. */
public final class Network implements AutoCloseable {
    private final OkHttpClient client;
    private final Resolver resolver;

    /** Names to addresses. */
    @FunctionalInterface
    interface Resolver {
        List<InetAddress> lookup(String host) throws UnknownHostException;
    }

    public Network() {
        this(host -> List.of(InetAddress.getAllByName(host)));
    }

    Network(Resolver resolver) {
        this(resolver, null);
    }

    /**
     * Connections that all end at one server of this machine, whatever host they are for; what may
     * be called is decided as ever. For trying connectors against a described service. The server
     * finds the scheme in the header {@code x-forwarded-proto} and the host in {@code host}.
     *
     * @param port where the server listens on 127.0.0.1
     */
    public static Network endingAt(int port) {
        return new Network(
                host -> List.of(InetAddress.getAllByName(host)), chain -> rerouted(chain, port));
    }

    private static Response rerouted(Interceptor.Chain chain, int port) throws IOException {
        Request asked = chain.request();
        HttpUrl local =
                asked.url().newBuilder().scheme("http").host("127.0.0.1").port(port).build();
        String host = asked.url().host();
        int defaultPort = HttpUrl.defaultPort(asked.url().scheme());
        return chain.proceed(
                asked.newBuilder()
                        .url(local)
                        .header("x-forwarded-proto", asked.url().scheme())
                        .header(
                                "host",
                                asked.url().port() == defaultPort
                                        ? host
                                        : host + ":" + asked.url().port())
                        .build());
    }

    private Network(Resolver resolver, @Nullable Interceptor route) {
        this.resolver = resolver;
        // A proxy would resolve names itself, and nobody would check the address.
        var builder =
                new OkHttpClient.Builder()
                        .followRedirects(false)
                        .followSslRedirects(false)
                        .proxy(Proxy.NO_PROXY)
                        .connectTimeout(Duration.ofSeconds(10));
        if (route != null) {
            builder.addInterceptor(route);
        }
        client = builder.build();
    }

    OkHttpClient client() {
        return client;
    }

    Resolver resolver() {
        return resolver;
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
