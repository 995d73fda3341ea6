package dev.arcrun.engine.connector;

import dev.arcrun.engine.value.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a connector asks for; texts are templates over its parameters. */
public sealed interface Request {
    /** What is sent, or null for nothing. */
    @Nullable Json body();

    /** Parameters that aren't part of {@code {{_parameters}}}. */
    List<String> except();

    /**
     * A call over HTTP.
     *
     * @param method upper case, or one template
     * @param path what is put after the address as it is, or null
     * @param headers an object, or a text that is one template and gives an object
     * @param query the same
     */
    record Http(
            String method,
            String url,
            @Nullable String path,
            Json headers,
            Json query,
            @Nullable Json body,
            Encoding encoding,
            List<String> except)
            implements Request {
        public Http {
            except = List.copyOf(except);
        }

        /** The same with the method that a call has. */
        Http with(String chosen) {
            return new Http(chosen, url, path, headers, query, body, encoding, except);
        }

        boolean sendsBody() {
            return !method.equals("GET") && !method.equals("HEAD");
        }
    }

    /**
     * A call of the platform's Workers AI.
     *
     * @param model name of the model, such as {@code @cf/meta/llama-3.1-8b-instruct}
     */
    record Binding(String model, @Nullable Json body, List<String> except) implements Request {
        public Binding {
            except = List.copyOf(except);
        }
    }

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
