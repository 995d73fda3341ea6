package dev.arcrun.engine.connector;

import dev.arcrun.engine.value.Json;
import org.jspecify.annotations.Nullable;

/** What a connector asks for; texts are templates over its parameters. */
public sealed interface Request {
    /** What is sent, or null for nothing. */
    @Nullable Json body();

    /**
     * A call over HTTP.
     *
     * @param method upper case
     * @param headers an object, or a text that is one template and gives an object
     * @param query the same
     */
    record Http(
            String method,
            String url,
            Json headers,
            Json query,
            @Nullable Json body,
            Encoding encoding)
            implements Request {

        boolean sendsBody() {
            return !method.equals("GET") && !method.equals("HEAD");
        }
    }

    /**
     * A call of the platform's Workers AI.
     *
     * @param model name of the model, such as {@code @cf/meta/llama-3.1-8b-instruct}
     */
    record Binding(String model, @Nullable Json body) implements Request {}

    /** How a body is written. */
    enum Encoding {
        JSON("application/json"),
        FORM("application/x-www-form-urlencoded"),
        TEXT("text/plain; charset=utf-8"),
        MESSAGE("message/rfc822");

        private final String contentType;

        Encoding(String contentType) {
            this.contentType = contentType;
        }

        String contentType() {
            return contentType;
        }
    }
}
