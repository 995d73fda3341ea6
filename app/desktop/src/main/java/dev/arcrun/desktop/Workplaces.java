package dev.arcrun.desktop;

import dev.arcrun.desktop.graph.NodeKinds;
import dev.arcrun.desktop.recipes.FolderStore;
import dev.arcrun.desktop.window.StudioModel.Workplace;
import dev.arcrun.engine.document.RecipeDocument;
import java.nio.file.Path;
import java.util.Locale;
import javafx.beans.value.ObservableValue;

/** Makes what a window works on from a workspace folder. */
final class Workplaces implements AutoCloseable {
    private final Path folder;

    Workplaces(Path folder, ObservableValue<Locale> language) {
        this.folder = folder;
    }

    Workplace workplace() {
        return new Workplace(
                new FolderStore(folder),
                RecipeDocument::problems,
                (request, listener) -> {
                    throw new IllegalStateException("no runner yet");
                },
                new NodeKinds(component -> null));
    }

    @Override
    public void close() {}
}
