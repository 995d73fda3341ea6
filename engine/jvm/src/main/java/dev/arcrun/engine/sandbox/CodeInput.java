package dev.arcrun.engine.sandbox;

import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonReader;
import dev.arcrun.engine.value.JsonSyntaxException;
import java.nio.charset.StandardCharsets;

/**
 * The parameters of one call of the part {@code code}.
 *
 * @param code the body of a function
 * @param input the value the function sees as {@code input}
 */
record CodeInput(String code, Json input, CodeLimits limits) {

    /**
     * @param json the parameters as one JSON object, UTF-8
     * @param usual the limits of what the parameters don't limit
     * @throws CodeFailure when the parameters don't fit the contract
     */
    static CodeInput of(byte[] json, Limits usual) {
        try {
            if (JsonReader.read(new String(json, StandardCharsets.UTF_8)) instanceof Json.Obj all) {
                return of(all, usual);
            }
        } catch (JsonSyntaxException e) {
            throw wrong("The input is not JSON: " + e.getMessage() + ".");
        }
        throw wrong("The input must be a JSON object with `code`.");
    }

    static CodeInput of(Json.Obj parameters, Limits usual) {
        if (!(parameters.get("code") instanceof Json.Str(String code))) {
            throw wrong(
                    "`code` is missing: give the body of a JavaScript function as text, for"
                            + " example \"return input.total * 2\".");
        }
        Json input = parameters.get("input");
        return new CodeInput(
                code,
                input == null ? Json.NULL : input,
                CodeLimits.of(parameters.get("limits"), usual));
    }

    private static CodeFailure wrong(String error) {
        return new CodeFailure(CodeFailure.Kind.CONTRACT, error);
    }
}
