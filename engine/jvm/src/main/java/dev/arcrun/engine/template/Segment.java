package dev.arcrun.engine.template;

import dev.arcrun.engine.value.Json;
import org.jspecify.annotations.Nullable;

/** A piece of a template. */
public sealed interface Segment {
    /**
     * Text that stands for itself.
     *
     * @param text what it writes, <code>{{{{</code> already read as <code>{{</code>
     */
    record Literal(String text) implements Segment {}

    /**
     * A value to put in.
     *
     * @param defaultValue what counts where there is no value or null, or null without a default
     * @param start offset of the opening braces in the template's text (UTF-16)
     * @param end offset after the closing braces
     */
    record Reference(ReferencePath path, @Nullable Json defaultValue, int start, int end)
            implements Segment {

        /** Whether it names a credential, which no scope ever fills. */
        public boolean isCredential() {
            return path.name().equals(CredentialPlaceholder.ROOT);
        }
    }
}
