package dev.arcrun.engine.sandbox;

import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonReader;
import dev.arcrun.engine.value.JsonSyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads what a guest wrote to standard output as its result object. */
final class GuestResult {
    private static final int SHOWN = 80;

    private GuestResult() {}

    /**
     * @throws GuestStopped with {@link FailureCode#INVALID_OUTPUT} when it isn't one JSON object
     */
    static Json.Obj read(byte[] output) {
        String text = text(output);
        if (text.isBlank()) {
            throw invalid("it wrote nothing");
        }
        try {
            if (JsonReader.read(text) instanceof Json.Obj object) {
                return object;
            }
        } catch (JsonSyntaxException e) {
            throw invalid("it is not JSON (" + e.getMessage() + "): " + start(text));
        }
        throw invalid("it is JSON, but not an object: " + start(text));
    }

    private static String text(byte[] output) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(output)).toString();
        } catch (CharacterCodingException e) {
            throw invalid("it is not UTF-8 text");
        }
    }

    private static String start(String text) {
        String shown = GuestLog.visible(text.strip());
        return shown.length() <= SHOWN ? shown : shown.substring(0, SHOWN) + "…";
    }

    private static GuestStopped invalid(String why) {
        return new GuestStopped(
                new CallFailure(
                        FailureCode.INVALID_OUTPUT,
                        "The part's output is no result: " + GuestLog.visible(why) + ".",
                        "A part writes one JSON object to standard output, and its log to standard"
                                + " error."));
    }
}
