package dev.arcrun.desktop.document;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** The node that graph, inspector and YAML editor are all about. */
public final class Selection {
    private final ReadOnlyStringWrapper node = new ReadOnlyStringWrapper();

    /** Name of the node, or null. */
    public ReadOnlyStringProperty node() {
        return node.getReadOnlyProperty();
    }

    public void select(@Nullable String name) {
        node.set(name);
    }
}
