package dev.arcrun.engine.sandbox;

import java.util.List;
import java.util.Objects;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** One entry of a list of hosts: {@code host}, {@code host:port}, {@code *.domain} or {@code *}. */
record HostPattern(String host, int port, boolean below) {
    private static final int ANY_PORT = -1;

    /**
     * @throws IllegalArgumentException when it is none of these forms
     */
    static HostPattern parse(String pattern) {
        String text = pattern.strip();
        int colon = text.lastIndexOf(':');
        boolean hasPort = colon > 0 && text.indexOf(':') == colon || text.lastIndexOf("]:") > 0;
        String hostPart = hasPort ? text.substring(0, colon) : text;
        int port = hasPort ? port(pattern, text.substring(colon + 1)) : ANY_PORT;
        if (hostPart.equals("*")) {
            return new HostPattern("", port, true);
        }
        boolean below = hostPart.startsWith("*.");
        String host = HostName.of(bracketed(below ? hostPart.substring(2) : hostPart));
        if (host == null || host.isEmpty() || host.indexOf('*') >= 0) {
            throw unreadable(pattern);
        }
        return new HostPattern(host, port, below);
    }

    boolean matches(HttpUrl url) {
        if (port != ANY_PORT && port != url.port()) {
            return false;
        }
        String asked = HostName.of(url);
        if (asked == null) {
            return false;
        }
        if (!below) {
            return asked.equals(host);
        }
        return host.isEmpty() || (asked.endsWith("." + host) && !HostName.isAddress(asked));
    }

    static boolean anyMatches(List<String> patterns, HttpUrl url) {
        return patterns.stream().map(HostPattern::parse).anyMatch(each -> each.matches(url));
    }

    private static String bracketed(String host) {
        boolean bareIpv6 = host.indexOf(':') >= 0 && !host.startsWith("[");
        return bareIpv6 ? "[" + host + "]" : host;
    }

    private static int port(String pattern, String digits) {
        @Nullable Integer port = null;
        try {
            port = Integer.valueOf(digits);
        } catch (NumberFormatException e) {
            throw unreadable(pattern);
        }
        if (Objects.requireNonNull(port) < 1 || port > 65_535) {
            throw unreadable(pattern);
        }
        return port;
    }

    private static IllegalArgumentException unreadable(String pattern) {
        return new IllegalArgumentException(
                "`" + pattern + "` is no host. Write `host`, `host:port`, `*.domain` or `*`.");
    }
}
