package dev.arcrun.engine.sandbox;

import java.net.InetAddress;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import okhttp3.OkHttpClient;

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
        this.resolver = resolver;
        // A proxy would resolve names itself, and nobody would check the address.
        client =
                new OkHttpClient.Builder()
                        .followRedirects(false)
                        .followSslRedirects(false)
                        .proxy(Proxy.NO_PROXY)
                        .connectTimeout(Duration.ofSeconds(10))
                        .build();
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
