package dev.arcrun.engine.connector;

import dev.arcrun.engine.template.Expression;
import dev.arcrun.engine.template.ReferencePath;
import dev.arcrun.engine.value.Json;
import org.jspecify.annotations.Nullable;

/**
 * How an answer is read. Paths and templates see {@code status}, {@code headers} (lower case names)
 * and {@code body}.
 *
 * @param successWhen whether the call succeeded, or null: with a status below 300
 * @param data where the result's data stand
 * @param textPath where the result's text stands, or null
 * @param errorPath where the service says what was wrong, or null
 */
public record Response(
        @Nullable Expression successWhen,
        Data data,
        @Nullable ReferencePath textPath,
        @Nullable ReferencePath errorPath,
        Expects expects) {

    /** Where the result's data stand. */
    public sealed interface Data {
        record At(ReferencePath path) implements Data {}

        /**
         * @param object templates, at any depth
         */
        record Made(Json.Obj object) implements Data {}
    }

    /** What the body of an answer is. */
    public enum Expects {
        JSON,
        TEXT,
        EMPTY
    }
}
