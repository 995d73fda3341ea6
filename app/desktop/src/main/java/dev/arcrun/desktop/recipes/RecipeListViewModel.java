package dev.arcrun.desktop.recipes;

import dev.arcrun.desktop.document.DocumentModel;
import dev.arcrun.desktop.document.Selection;
import dev.arcrun.desktop.log.LogViewModel;
import dev.arcrun.desktop.recipes.RecipeStore.RecipeFile;
import dev.arcrun.desktop.work.Threads;
import dev.arcrun.engine.value.Json;
import dev.arcrun.workspace.WorkspaceException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;

/** The workspace's recipes, the one that is open, and what is not saved yet. */
public final class RecipeListViewModel {
    private final RecipeStore store;
    private final DocumentModel documents;
    private final Selection selection;
    private final Threads threads;
    private final LogViewModel log;
    private final ObservableList<RecipeFile> all = FXCollections.observableArrayList();
    private final FilteredList<RecipeFile> shown = new FilteredList<>(all);
    private final StringProperty search = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<@Nullable Json> exampleInput =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable RecipeFile> opened =
            new ReadOnlyObjectWrapper<>();

    /** Texts that were changed and left for another recipe. */
    private final Map<RecipeFile, String> unsaved = new HashMap<>();

    public RecipeListViewModel(
            RecipeStore store,
            DocumentModel documents,
            Selection selection,
            Threads threads,
            LogViewModel log) {
        this.store = store;
        this.documents = documents;
        this.selection = selection;
        this.threads = threads;
        this.log = log;
        search.addListener(
                (property, before, now) -> shown.setPredicate(file -> matches(file, now)));
    }

    public ObservableList<RecipeFile> shown() {
        return shown;
    }

    public StringProperty search() {
        return search;
    }

    public ReadOnlyObjectProperty<@Nullable RecipeFile> opened() {
        return opened.getReadOnlyProperty();
    }

    /** An input to try the opened recipe with, or null. Set before {@link #opened}. */
    public ReadOnlyObjectProperty<@Nullable Json> exampleInput() {
        return exampleInput.getReadOnlyProperty();
    }

    public String workspaceName() {
        return store.name();
    }

    /**
     * Reads the list and opens a recipe.
     *
     * @param first name of the recipe to open, or null for the first
     */
    public void load(@Nullable String first) {
        threads.background()
                .execute(() -> {
                    try {
                        List<RecipeFile> files = store.list();
                        threads.ui().execute(() -> show(files, first));
                    } catch (WorkspaceException e) {
                        threads.ui().execute(() -> log.error("log.list.failed", reason(e)));
                    }
                });
    }

    private void show(List<RecipeFile> files, @Nullable String first) {
        all.setAll(files);
        files.stream()
                .filter(file -> first == null || file.name().equals(first))
                .findFirst()
                .or(() -> files.stream().findFirst())
                .ifPresent(this::open);
    }

    /** Opens a recipe; unsaved changes of the one before are kept until the window closes. */
    public void open(RecipeFile file) {
        RecipeFile before = opened.get();
        if (file.equals(before)) {
            return;
        }
        if (before != null) {
            keepUnsaved(before);
        }
        threads.background()
                .execute(() -> {
                    try {
                        String text = store.load(file);
                        Json example = store.exampleInput(file);
                        threads.ui()
                                .execute(() -> {
                                    exampleInput.set(example);
                                    show(file, text);
                                });
                    } catch (WorkspaceException e) {
                        threads.ui()
                                .execute(
                                        () -> log.error("log.open.failed", file.name(), reason(e)));
                    }
                });
    }

    private void keepUnsaved(RecipeFile file) {
        String text = documents.text().get().text();
        if (documents.modified().get()) {
            unsaved.put(file, text);
        } else {
            unsaved.remove(file);
        }
    }

    private void show(RecipeFile file, String text) {
        selection.select(null);
        opened.set(file);
        documents.open(text);
        String kept = unsaved.remove(file);
        if (kept != null && !kept.equals(text)) {
            documents.type(0, text, kept);
        }
        log.info("log.opened", file.name());
    }

    /** Writes the opened recipe to its file. */
    public void save() {
        RecipeFile file = opened.get();
        if (file == null) {
            return;
        }
        String text = documents.text().get().text();
        threads.background()
                .execute(() -> {
                    try {
                        store.save(file, text);
                        threads.ui().execute(() -> written(file, text));
                    } catch (WorkspaceException e) {
                        threads.ui()
                                .execute(
                                        () -> log.error("log.save.failed", file.name(), reason(e)));
                    }
                });
    }

    private void written(RecipeFile file, String text) {
        if (file.equals(opened.get())) {
            documents.saved(text);
        }
        log.info("log.saved", file.name());
    }

    /** Names of recipes whose changes would be lost with the window. */
    public List<String> unsavedNames() {
        RecipeFile current = opened.get();
        if (current != null) {
            keepUnsaved(current);
        }
        return unsaved.keySet().stream().map(RecipeFile::name).sorted().toList();
    }

    private static boolean matches(RecipeFile file, String search) {
        return file.name()
                .toLowerCase(java.util.Locale.ROOT)
                .contains(search.strip().toLowerCase(java.util.Locale.ROOT));
    }

    private static String reason(WorkspaceException e) {
        return String.valueOf(e.getMessage());
    }
}
