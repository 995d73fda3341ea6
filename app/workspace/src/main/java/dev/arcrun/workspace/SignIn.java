package dev.arcrun.workspace;

import dev.arcrun.engine.connector.Agreement;
import dev.arcrun.engine.connector.AgreementException;
import dev.arcrun.engine.connector.Connector;
import dev.arcrun.engine.connector.ConnectorHost;
import dev.arcrun.engine.connector.Token;
import dev.arcrun.engine.connector.Tokens;
import dev.arcrun.engine.sandbox.AllowedHost;
import dev.arcrun.engine.sandbox.Credential;
import dev.arcrun.engine.sandbox.Credentials;
import dev.arcrun.engine.sandbox.HostServices;
import dev.arcrun.engine.sandbox.Network;
import dev.arcrun.engine.sandbox.NetworkHost;
import dev.arcrun.engine.sandbox.NetworkRights;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Gets a user's agreement that a connector may act for them: a browser goes to the service and
 * comes back to this computer, and the tokens are kept for one target. One object for one attempt.
 */
public final class SignIn {
    private static final int NONCE_BYTES = 16;

    private final Connector connector;
    private final Grants grants;
    private final Tokens tokens;
    private final Locale language;

    /**
     * An attempt.
     *
     * @param grants hold the client's id and secret; hosts named there may be private
     * @param tokens of the target that shall act: each target needs an agreement of its own
     * @param language of the pages the browser shows
     */
    public SignIn(Connector connector, Grants grants, Tokens tokens, Locale language) {
        this.connector = connector;
        this.grants = grants;
        this.tokens = tokens;
        this.language = language;
    }

    /**
     * What the user agreed to.
     *
     * @param grant under which name the tokens are kept
     */
    public record Agreed(String grant, List<String> scopes) {
        public Agreed {
            scopes = List.copyOf(scopes);
        }
    }

    /**
     * Waits for the user. Interrupting the thread ends it.
     *
     * @param browser is given the address where the user agrees
     * @param atMost how long the user may take
     * @throws AgreementException when there is no agreement in the end
     */
    public Agreed await(Consumer<URI> browser, Duration atMost)
            throws AgreementException, InterruptedException {
        var random = new SecureRandom();
        try (var network = new Network()) {
            Agreement agreement =
                    Agreement.of(connector, host(network, random), InstantSource.system(), random);
            if (agreement == null) {
                throw new AgreementException(
                        "NO_SIGN_IN",
                        "`" + connector.id() + "` needs no sign-in in a browser.",
                        "Give it the credentials its page names.");
            }
            try (var redirect = new LoopbackRedirect(agreement.state(), new SignInPage(language))) {
                browser.accept(URI.create(agreement.address(redirect.uri())));
                String code = redirect.code(atMost);
                keep(agreement.grant(), agreement.exchange(code, redirect.uri()));
                return new Agreed(agreement.grant(), agreement.scopes());
            }
        }
    }

    private void keep(String grant, Token token) {
        Token before = tokens.get(grant);
        while (!tokens.compareAndSet(grant, before, token)) {
            before = tokens.get(grant);
        }
    }

    private ConnectorHost host(Network network, SecureRandom random) {
        byte[] drawn = new byte[NONCE_BYTES];
        random.nextBytes(drawn);
        String nonce = HexFormat.of().formatHex(drawn);
        return new ConnectorHost(
                credentials -> services(network, credentials, nonce),
                this::credential,
                Map.of(),
                nonce,
                (name, value) -> {},
                null);
    }

    private HostServices services(Network network, Credentials credentials, String nonce) {
        List<AllowedHost> allowed =
                Stream.concat(
                                connector.contract().hosts().stream().map(AllowedHost::of),
                                grants.hosts().stream()
                                        .map(host -> new AllowedHost(host, !host.startsWith("*"))))
                        .toList();
        return new NetworkHost(network, NetworkRights.of(allowed, credentials, nonce));
    }

    private @Nullable Credential credential(String name) {
        char[] value = grants.valueOf(name);
        return value == null ? null : new Credential(name, value, grants.hostsOf(name));
    }
}
