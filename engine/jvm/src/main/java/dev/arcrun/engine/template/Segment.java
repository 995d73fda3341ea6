package dev.arcrun.engine.template;

import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonWriter;
import org.jspecify.annotations.Nullable;

/** A piece of a template. */
public sealed interface Segment {
    /**
     * Text that stands for itself.
     *
     * @param text what it writes, <code>{{{{</code> already read as <code>{{</code>
     */
    record Literal(String text) implements Segment {
        /** As one writes it: <code>{{</code> as <code>{{{{</code>. */
        @Override
        public String toString() {
            return text.replace("{{", "{{{{");
        }
    }

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

        /** As one writes it, braces included. */
        @Override
        public String toString() {
            String fallback = defaultValue == null ? "" : " ?? " + JsonWriter.compact(defaultValue);
            return "{{" + path + fallback + "}}";
        }
    }
}
