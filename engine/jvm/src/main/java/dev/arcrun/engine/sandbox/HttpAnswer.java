package dev.arcrun.engine.sandbox;

import java.util.List;

/** What a server answered, redirects followed. Header names are lower case. */
public record HttpAnswer(int status, List<Header> headers, byte[] body) {
    public HttpAnswer {
        headers = List.copyOf(headers);
    }
}
