package dev.arcrun.engine.sandbox;

import java.util.List;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** An http or https URL in its normal form, as requests are checked and sent. WHATWG URL. */
public final class WebAddress {
    private final HttpUrl url;

    private WebAddress(HttpUrl url) {
        this.url = url;
    }

    /** The address, or null where the text is none or holds a user name. */
    public static @Nullable WebAddress parse(String text) {
        HttpUrl url = HostName.normalised(text);
        boolean usable = url != null && url.username().isEmpty() && url.password().isEmpty();
        return url != null && usable ? new WebAddress(url) : null;
    }

    /** Lower case, international names in their ASCII form. */
    public String host() {
        return url.host();
    }

    /** Percent-encoded, with its first slash. */
    public String path() {
        return url.encodedPath();
    }

    /** Percent-encoded, without the question mark; empty where there is none. */
    public String query() {
        String query = url.encodedQuery();
        return query == null ? "" : query;
    }

    /** Whether one of the patterns, as in {@link AllowedHost}, fits its host and port. */
    public boolean isOneOf(List<String> patterns) {
        return HostPattern.anyMatches(patterns, url);
    }

    /** The whole of it. */
    public String text() {
        return url.toString();
    }

    /** Only the host: the rest may hold a secret. */
    @Override
    public String toString() {
        return url.scheme() + "://" + url.host();
    }
}
