package dev.arcrun.workspace;

import dev.arcrun.engine.connector.Connector;
import dev.arcrun.engine.run.PartCaller;
import dev.arcrun.engine.sandbox.AllowedHost;
import dev.arcrun.engine.sandbox.Credential;
import dev.arcrun.engine.sandbox.Credentials;
import dev.arcrun.engine.sandbox.HostServices;
import dev.arcrun.engine.sandbox.Network;
import dev.arcrun.engine.sandbox.NetworkHost;
import dev.arcrun.engine.sandbox.NetworkRights;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The network as the user's grants allow it. */
final class GrantedNetwork implements AutoCloseable {
    private final Network connections = new Network();
    private final List<AllowedHost> allowed;
    private final Grants grants;

    GrantedNetwork(Grants grants) {
        this.grants = grants;
        this.allowed = grants.hosts().stream().map(GrantedNetwork::allowed).toList();
    }

    /** A host named itself may be private; a pattern never reaches into the local network. */
    private static AllowedHost allowed(String pattern) {
        return new AllowedHost(pattern, !pattern.startsWith("*"));
    }

    /**
     * For one call.
     *
     * @param named the credentials this call was given; a part that knows the nonce can't ask for
     *     others
     * @param timeout of the call; a request in it may take as long
     */
    HostServices services(PartCaller.Caller caller, Set<String> named, Duration timeout) {
        return new NetworkHost(connections, rights(caller, named, timeout));
    }

    NetworkRights rights(PartCaller.Caller caller, Set<String> named, Duration timeout) {
        List<AllowedHost> hosts =
                Stream.concat(
                                allowed.stream(),
                                caller.allowedHosts().stream().map(GrantedNetwork::allowed))
                        .toList();
        return new NetworkRights(
                hosts,
                name -> named.contains(name) ? credential(name) : null,
                caller.nonce(),
                NetworkRights.RESPONSE_BYTES,
                timeout);
    }

    /**
     * For one call of a connector.
     *
     * @param found the credentials of the call, with tokens it obtains
     */
    HostServices services(
            Connector connector, PartCaller.Caller caller, Credentials found, Duration timeout) {
        List<AllowedHost> hosts = new ArrayList<>(allowed);
        caller.allowedHosts().stream().map(GrantedNetwork::allowed).forEach(hosts::add);
        List<String> within = new ArrayList<>(connector.contract().hosts());
        if (connector.needsAccount()) {
            hosts.add(AllowedHost.of(Connector.ACCOUNT_HOST));
            within.add(Connector.ACCOUNT_HOST);
        }
        return new NetworkHost(
                connections,
                new NetworkRights(
                        hosts,
                        found,
                        caller.nonce(),
                        NetworkRights.RESPONSE_BYTES,
                        timeout,
                        within));
    }

    /** A credential with a copy of its value, or null. */
    @Nullable Credential credential(String name) {
        char[] value = grants.valueOf(name);
        return value == null ? null : new Credential(name, value, grants.hostsOf(name));
    }

    @Override
    public void close() {
        connections.close();
    }
}
