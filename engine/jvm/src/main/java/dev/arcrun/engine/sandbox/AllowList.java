package dev.arcrun.engine.sandbox;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;
import okhttp3.HttpUrl;

/**
 * Decides which URLs may be called and which addresses may be connected to. Its resolvers hand out
 * only addresses that were checked, so there is no second look-up to give another answer.
 */
final class AllowList {
    private final List<Entry> entries;
    private final List<HostPattern> within;
    private final Network.Resolver resolver;

    private record Entry(HostPattern pattern, boolean privateAddresses) {}

    /** Every address of a name is one that may not be connected to. */
    static final class AddressRefused extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        AddressRefused(String host) {
            super(host);
        }
    }

    /**
     * @param within patterns one of which a URL must fit too; empty: none must
     */
    AllowList(List<AllowedHost> allowed, List<String> within, Network.Resolver resolver) {
        this.resolver = resolver;
        this.within = within.stream().map(HostPattern::parse).toList();
        entries =
                allowed.stream()
                        .map(host ->
                                new Entry(
                                        HostPattern.parse(host.pattern()), host.privateAddresses()))
                        .toList();
    }

    /** A URL is checked before each request, redirects too. */
    void check(HttpUrl url) throws HostFailure {
        String host = HostName.of(url);
        if (host == null || entries.stream().noneMatch(each -> each.pattern().matches(url))) {
            throw new HostFailure(
                    FailureCode.HOST_NOT_ALLOWED,
                    "The part may not call `" + url.host() + "`.",
                    "Allow this host for the part if it should.");
        }
        if (!within.isEmpty() && within.stream().noneMatch(each -> each.matches(url))) {
            throw new HostFailure(
                    FailureCode.HOST_NOT_ALLOWED,
                    "The part calls the hosts of its contract only, and `"
                            + url.host()
                            + "` is none of them.",
                    "Check the address; the contract's `network.hosts` lists the hosts.");
        }
        if (HostName.isAddress(host)) {
            checkAddress(url, host);
        }
    }

    /** OkHttp doesn't ask the resolver for a host that is an address. */
    private void checkAddress(HttpUrl url, String host) throws HostFailure {
        try {
            InetAddress address = InetAddress.getByName(host);
            if (!PublicAddress.is(address) && !mayBePrivate(url)) {
                throw refused(host);
            }
        } catch (UnknownHostException e) {
            throw refused(host);
        }
    }

    /** Connections of this resolver only ever go to the URL it was made for. */
    Dns resolverFor(HttpUrl url) {
        return new ResolverFor(this, mayBePrivate(url));
    }

    static HostFailure refused(String host) {
        return new HostFailure(
                FailureCode.HOST_NOT_ALLOWED,
                "`" + host + "` leads to this machine or its network, where parts may not call.",
                "Allow private addresses for this host if the part should reach it.");
    }

    private List<InetAddress> lookup(String host, boolean privateAllowed)
            throws UnknownHostException {
        List<InetAddress> addresses = resolver.lookup(host);
        List<InetAddress> allowed =
                addresses.stream()
                        .filter(address -> privateAllowed || PublicAddress.is(address))
                        .toList();
        if (allowed.isEmpty() && !addresses.isEmpty()) {
            throw new AddressRefused(host);
        }
        return allowed;
    }

    private boolean mayBePrivate(HttpUrl url) {
        return entries.stream()
                .anyMatch(each -> each.privateAddresses() && each.pattern().matches(url));
    }

    /** Equal for the same rights, so that connections are used again. */
    private record ResolverFor(AllowList list, boolean privateAllowed) implements Dns {
        @Override
        public List<InetAddress> lookup(String host) throws UnknownHostException {
            return list.lookup(host, privateAllowed);
        }
    }
}
