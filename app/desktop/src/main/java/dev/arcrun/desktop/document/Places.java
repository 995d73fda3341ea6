package dev.arcrun.desktop.document;

import dev.arcrun.engine.document.Address;
import dev.arcrun.engine.document.Problem.Place;
import dev.arcrun.engine.document.RecipeDocument;
import org.jspecify.annotations.Nullable;

/** Where a node stands in the text, and which node stands at a position. */
public final class Places {
    private Places() {}

    /** The node's config, or where the flow first names it; null when it is nowhere. */
    public static @Nullable Place of(RecipeDocument document, String node) {
        return document.placeOf(new Address.OfNode(node));
    }

    /** Name of the node at a position of the document, or null. */
    public static @Nullable String nodeAt(RecipeDocument document, int offset) {
        return switch (document.addressAt(offset)) {
            case Address.OfNode(String node) -> node;
            case Address.OfParameter parameter -> parameter.node();
            case Address.OfEdge edge -> null;
            case Address.OfProperty property -> null;
            case null -> null;
        };
    }
}
