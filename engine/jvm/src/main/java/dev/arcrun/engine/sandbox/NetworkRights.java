package dev.arcrun.engine.sandbox;

import java.time.Duration;
import java.util.List;

/**
 * What the requests of one part may reach and carry.
 *
 * @param allowed the hosts; empty: none
 * @param credentials values for the placeholders in requests
 * @param nonce of the run, which each true placeholder carries: {@code «credential:NAME#NONCE»}
 * @param responseBytes longest answer
 * @param timeout for one request with all its redirects
 * @param within where the part's contract names hosts: patterns one of which a URL must fit too;
 *     empty: the allowed hosts alone decide
 */
public record NetworkRights(
        List<AllowedHost> allowed,
        Credentials credentials,
        String nonce,
        int responseBytes,
        Duration timeout,
        List<String> within) {
    /** The longest answer a part gets unless said otherwise: 5 MiB. */
    public static final int RESPONSE_BYTES = 5 * 1024 * 1024;

    /**
     * @throws IllegalArgumentException when a pattern of an allowed host can't be read
     */
    public NetworkRights {
        allowed = List.copyOf(allowed);
        allowed.forEach(host -> HostPattern.parse(host.pattern()));
        within = List.copyOf(within);
        within.forEach(HostPattern::parse);
    }

    /** Reaches every allowed host. */
    public NetworkRights(
            List<AllowedHost> allowed,
            Credentials credentials,
            String nonce,
            int responseBytes,
            Duration timeout) {
        this(allowed, credentials, nonce, responseBytes, timeout, List.of());
    }

    /** Answers of up to 5 MiB, within 30 s. */
    public static NetworkRights of(
            List<AllowedHost> allowed, Credentials credentials, String nonce) {
        return new NetworkRights(
                allowed, credentials, nonce, RESPONSE_BYTES, Duration.ofSeconds(30));
    }

    /** Without the nonce. */
    @Override
    public String toString() {
        return "NetworkRights[allowed=" + allowed + "]";
    }
}
