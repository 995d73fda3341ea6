package dev.arcrun.catalog.schema;

import dev.arcrun.catalog.contract.LocalText;
import dev.arcrun.engine.value.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value a schema describes.
 *
 * @param name the member's name, or the position of an item as text
 * @param title a short name for people, or nothing
 * @param types JSON types it may have; empty: any
 * @param required whether its object can't do without it
 * @param defaultValue what counts where it is missing, or null
 * @param choices the only values it may have, or nothing where it is free
 * @param fromScope filled from the scope when it isn't given (RECIPE.md, section 4)
 * @param verbatim taken as written, without templates
 */
public record SchemaField(
        String name,
        LocalText title,
        LocalText description,
        List<String> types,
        boolean required,
        @Nullable Json defaultValue,
        List<Json> choices,
        boolean fromScope,
        boolean verbatim) {

    public SchemaField {
        types = List.copyOf(types);
        choices = List.copyOf(choices);
    }

    /** Whether a value of this JSON type may stand there. */
    public boolean takes(String type) {
        return types.isEmpty() || types.contains(type);
    }
}
