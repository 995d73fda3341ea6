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
 */
public record HttpCall(String method, String url, List<Header> headers, byte[] body) {
    public HttpCall {
        headers = List.copyOf(headers);
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
