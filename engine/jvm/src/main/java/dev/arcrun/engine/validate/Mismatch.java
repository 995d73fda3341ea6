package dev.arcrun.engine.validate;

import dev.arcrun.engine.value.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value that isn't as a schema wants it.
 *
 * @param path where in the value, from the outside inwards
 * @param kind what is wrong; the variant of the message
 * @param wanted what the schema wants, for a reader
 * @param better a value that the author may have meant, or null
 * @param surely whether the part can't take it at all
 */
record Mismatch(
        List<Object> path, String kind, String wanted, @Nullable Json better, boolean surely) {}
