package dev.arcrun.engine.connector;

import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonWriter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is sent.
 *
 * @param text as text; every encoding gives one
 * @param contentType null where nothing is sent
 */
record Body(String text, @Nullable String contentType) {
    private static final Body NONE = new Body("", null);

    /**
     * @param filled the body with its templates filled, or null for none
     */
    static Body of(@Nullable Json filled, Request.Encoding encoding, Instant now)
            throws ConnectorFailure {
        if (filled == null) {
            return NONE;
        }
        String text =
                switch (encoding) {
                    case JSON -> JsonWriter.compact(filled);
                    case FORM -> FormText.of(object(filled));
                    case TEXT -> Filling.asText(filled);
                    case MESSAGE -> MessageText.of(object(filled), now);
                };
        return new Body(text, encoding.contentType());
    }

    private static Json.Obj object(Json filled) throws ConnectorFailure {
        if (filled instanceof Json.Obj object) {
            return object;
        }
        throw ConnectorFailure.of(
                "INVALID_TYPE",
                "What is sent must be an object, not " + InputCheck.kind(filled) + ".",
                "Give an object of fields.");
    }

    /** Without the text, which may hold anything. */
    @Override
    public String toString() {
        return "Body[" + contentType + ", " + text.length() + " characters]";
    }
}
