package dev.arcrun.desktop.inspector;

import dev.arcrun.catalog.contract.PartDescription;
import dev.arcrun.catalog.schema.SchemaGuide;
import dev.arcrun.desktop.completion.KnownParts;
import dev.arcrun.desktop.work.Threads;
import dev.arcrun.engine.recipe.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What parts want to be told, by component name. Looked up off the UI thread when it is first asked
 * for; whoever asked is told when it has arrived.
 */
public final class PartForms {
    private final KnownParts parts;
    private final Threads threads;
    private final Map<String, Optional<SchemaGuide>> known = new HashMap<>();
    private final List<Runnable> listeners = new ArrayList<>();

    public PartForms(KnownParts parts, Threads threads) {
        this.parts = parts;
        this.threads = threads;
    }

    void onArrival(Runnable listener) {
        listeners.add(listener);
    }

    /** The input schema of a node's part; null as long as it isn't known or when there is none. */
    @Nullable SchemaGuide of(Node node) {
        if (node.role() != Node.Role.PART) {
            return null;
        }
        String component = node.componentName();
        Optional<SchemaGuide> found = known.get(component);
        if (found == null) {
            known.put(component, Optional.empty());
            look(component);
        }
        return known.getOrDefault(component, Optional.empty()).orElse(null);
    }

    private void look(String component) {
        threads.background()
                .execute(() -> {
                    PartDescription part = parts.find(component);
                    if (part != null) {
                        SchemaGuide guide = SchemaGuide.of(part.contract().inputSchema());
                        threads.ui().execute(() -> arrived(component, guide));
                    }
                });
    }

    private void arrived(String component, SchemaGuide guide) {
        known.put(component, Optional.of(guide));
        listeners.forEach(Runnable::run);
    }
}
