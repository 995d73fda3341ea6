package dev.arcrun.catalog.service;

import java.util.Map;

/**
 * A request as a service gets it.
 *
 * @param url the whole of it, with scheme and host
 * @param headers by name in lower case
 * @param body empty for none
 */
public record ServiceRequest(String method, String url, Map<String, String> headers, String body) {
    public ServiceRequest {
        headers = Map.copyOf(headers);
    }

    /** Without the rest, which may hold a credential. */
    @Override
    public String toString() {
        return method + " request";
    }
}
