package dev.arcrun.engine.sandbox;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/**
 * An HTTP request as a part makes it; credentials are still placeholders.
 *
 * @param method as given, upper case by custom
 * @param url absolute, not yet checked
 * @param body empty for none
 * @param timeoutMs how long it may take in milliseconds; 0: as long as the host lets it
 */
public record HttpCall(
        String method, String url, List<Header> headers, byte[] body, long timeoutMs) {
    public HttpCall {
        headers = List.copyOf(headers);
    }

    /** One that may take as long as the host lets it. */
    public HttpCall(String method, String url, List<Header> headers, byte[] body) {
        this(method, url, headers, body, 0);
    }

    /** The host for messages, or the whole URL where it has none. */
    public String host() {
        try {
            String host = new URI(url).getHost();
            return host == null ? "`" + url + "`" : host;
        } catch (URISyntaxException e) {
            return "`" + url + "`";
        }
    }

    @Override
    public String toString() {
        return method + " " + host();
    }
}
