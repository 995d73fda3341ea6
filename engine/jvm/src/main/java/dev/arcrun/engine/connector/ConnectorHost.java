package dev.arcrun.engine.connector;

import dev.arcrun.engine.sandbox.Credential;
import dev.arcrun.engine.sandbox.Credentials;
import dev.arcrun.engine.sandbox.HostCall;
import dev.arcrun.engine.sandbox.HostFailure;
import dev.arcrun.engine.sandbox.HostServices;
import dev.arcrun.engine.sandbox.HttpAnswer;
import dev.arcrun.engine.sandbox.HttpCall;
import dev.arcrun.engine.template.CredentialPlaceholder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The network and the secrets of one call of a connector. Requests carry placeholders; their values
 * come in where the request is sent. Tokens obtained on the way become secrets of this call; close
 * it to wipe them.
 */
public final class ConnectorHost implements AutoCloseable {
    private static final int NANOS_PER_MS = 1_000_000;

    private final HostServices network;
    private final Credentials vault;
    private final Map<String, String> names;
    private final CredentialPlaceholder placeholders;
    private final Obtained listener;
    private final @Nullable CloudflareAccount account;
    private final Map<String, Credential> obtained = new LinkedHashMap<>();
    private final List<HostCall> calls = new ArrayList<>();

    /** Told each secret that a call obtains before anything is sent with it. */
    public interface Obtained {
        /**
         * @param name what to show in its place
         * @param value to be copied
         */
        void secret(String name, char[] value);
    }

    /**
     * @param network makes the network that puts these credentials in
     * @param vault the credentials this call may use, by name
     * @param names a credential's name by its key in the contract, where it isn't the key
     * @param nonce of the run
     * @param account the connected Cloudflare account, or null
     */
    public ConnectorHost(
            Function<Credentials, HostServices> network,
            Credentials vault,
            Map<String, String> names,
            String nonce,
            Obtained listener,
            @Nullable CloudflareAccount account) {
        this.vault = vault;
        this.names = Map.copyOf(names);
        this.placeholders = CredentialPlaceholder.of(nonce);
        this.listener = listener;
        this.account = account;
        this.network = network.apply(this::find);
    }

    private @Nullable Credential find(String name) {
        Credential made = obtained.get(name);
        return made == null ? vault.find(name) : made;
    }

    /** Under which name the credential of a key is kept. */
    String nameOf(String key) {
        return names.getOrDefault(key, key);
    }

    /** The credential of a key, or null where there is none; its value is not to be changed. */
    @Nullable Credential credential(String key) {
        return vault.find(nameOf(key));
    }

    /** What stands in a request for the credential of a key, or null where there is none. */
    @Nullable String placeholder(String key) {
        return credential(key) == null ? null : placeholders.text(nameOf(key));
    }

    /**
     * Makes a secret of a value that was obtained.
     *
     * @param name what to show in its place: letters, digits, {@code _} and {@code -}
     * @param hosts patterns of the hosts it may be sent to
     * @return what stands for it in requests
     */
    String keep(String name, String value, List<String> hosts) {
        char[] copy = value.toCharArray();
        listener.secret(name, copy);
        obtained.put(name, new Credential(name, copy, hosts));
        return placeholders.text(name);
    }

    @Nullable CloudflareAccount account() {
        return account;
    }

    HttpAnswer send(HttpCall call) throws ConnectorFailure {
        long start = System.nanoTime();
        try {
            HttpAnswer answer = network.http(call);
            note(call, answer.status(), answer.body().length, start, null);
            return answer;
        } catch (HostFailure e) {
            note(call, 0, 0, start, e);
            throw ConnectorFailure.of(e);
        }
    }

    private void note(HttpCall call, int status, int bytes, long start, @Nullable HostFailure e) {
        calls.add(
                new HostCall(
                        "http",
                        call.method(),
                        call.url(),
                        status,
                        bytes,
                        Duration.ofMillis((System.nanoTime() - start) / NANOS_PER_MS),
                        e == null ? null : e.failure().code()));
    }

    /** The requests so far, for the trace; an address may be a secret one. */
    public List<HostCall> calls() {
        return List.copyOf(calls);
    }

    @Override
    public void close() {
        obtained.values().forEach(it -> Arrays.fill(it.value(), '\0'));
        obtained.clear();
    }
}
