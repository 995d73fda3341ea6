package dev.arcrun.workspace;

import dev.arcrun.engine.run.Redactor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the user lets recipes do: hosts they may reach, credentials they may use and where. Never
 * given by a workspace itself. Close it to wipe the credentials.
 */
public final class Grants implements AutoCloseable {
    /** Nothing is allowed. */
    public static final Grants NONE = new Grants(List.of(), Map.of());

    private final List<String> hosts;
    private final Map<String, Credential> credentials;

    private record Credential(char[] value, List<String> hosts) {}

    private Grants(List<String> hosts, Map<String, Credential> credentials) {
        this.hosts = List.copyOf(hosts);
        this.credentials = credentials;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Hosts as patterns: {@code host}, {@code host:port}, {@code *.domain}. */
    public List<String> hosts() {
        return hosts;
    }

    public List<String> credentialNames() {
        return List.copyOf(credentials.keySet());
    }

    /** The hosts a credential may be sent to; empty where there is no such credential. */
    public List<String> hostsOf(String credential) {
        Credential found = credentials.get(credential);
        return found == null ? List.of() : found.hosts();
    }

    /**
     * A copy of a credential's value, for the caller to wipe; null where there is no such
     * credential.
     */
    public char @Nullable [] valueOf(String credential) {
        Credential found = credentials.get(credential);
        return found == null ? null : found.value().clone();
    }

    /** Hides these credentials in texts; the caller closes it. */
    Redactor redactor() {
        Map<String, char[]> values = new LinkedHashMap<>();
        credentials.forEach((name, credential) -> values.put(name, credential.value()));
        return new Redactor(values);
    }

    /** Wipes the credentials. */
    @Override
    public void close() {
        credentials.values().forEach(credential -> Arrays.fill(credential.value(), '\0'));
    }

    @Override
    public String toString() {
        return "Grants[hosts=" + hosts + ", credentials=" + credentials.keySet() + "]";
    }

    /** Collects grants. */
    public static final class Builder {
        private final List<String> hosts = new ArrayList<>();
        private final Map<String, Credential> credentials = new LinkedHashMap<>();

        private Builder() {}

        public Builder host(String pattern) {
            hosts.add(pattern);
            return this;
        }

        /**
         * @param value taken over: the grants wipe it
         * @param sentTo patterns of the hosts it may be sent to
         * @throws WorkspaceException when the value has fewer than 6 characters
         */
        public Builder credential(String name, char[] value, List<String> sentTo) {
            if (value.length < 6) {
                throw new WorkspaceException(
                        "The credential "
                                + name
                                + " has fewer than 6 characters; such a short value can't be kept out of logs.");
            }
            credentials.put(name, new Credential(value, List.copyOf(sentTo)));
            return this;
        }

        public Grants build() {
            return new Grants(hosts, new LinkedHashMap<>(credentials));
        }
    }
}
