package dev.arcrun.desktop.document;

import dev.arcrun.engine.document.Edit.ReplaceText;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the history.
 *
 * @param forward replacements, each in the text that the one before left
 * @param backward the replacements that take them back, likewise
 * @param mergeKey steps with the same key that follow each other become one; null: never
 */
record Step(
        StepName name,
        List<ReplaceText> forward,
        List<ReplaceText> backward,
        @Nullable String mergeKey) {

    Step {
        forward = List.copyOf(forward);
        backward = List.copyOf(backward);
    }

    Step then(Step next) {
        return new Step(
                next.name,
                Stream.concat(forward.stream(), next.forward.stream()).toList(),
                Stream.concat(next.backward.stream(), backward.stream()).toList(),
                mergeKey);
    }

    static String apply(String text, List<ReplaceText> replacements) {
        var changed = new StringBuilder(text);
        for (ReplaceText replacement : replacements) {
            changed.replace(replacement.start(), replacement.end(), replacement.replacement());
        }
        return changed.toString();
    }
}
