package dev.arcrun.desktop.completion;

import dev.arcrun.desktop.document.DocumentModel;
import dev.arcrun.desktop.work.Threads;
import dev.arcrun.engine.document.RecipeDocument;
import dev.arcrun.engine.recipe.Recipe;
import dev.arcrun.engine.value.Json;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** The list of what can be written at the caret, while it is open. */
public final class CompletionViewModel {
    private static final Recipe NOTHING = RecipeDocument.read("").recipe();

    private final DocumentModel documents;
    private final Threads threads;
    private final RecipeCompletion recipes;
    private final Function<String, @Nullable Json> lastOutputs;
    private final ObservableValue<Locale> language;
    private final ReadOnlyObjectWrapper<Completion> shown =
            new ReadOnlyObjectWrapper<>(Completion.NONE);
    private final IntegerProperty selected = new SimpleIntegerProperty();
    private long asked;

    /**
     * Closed at first.
     *
     * @param lastOutputs what a node gave in the run the window shows, or null; asked on the UI
     *     thread
     */
    public CompletionViewModel(
            DocumentModel documents,
            Threads threads,
            KnownParts parts,
            Function<String, @Nullable Json> lastOutputs,
            ObservableValue<Locale> language) {
        this.documents = documents;
        this.threads = threads;
        this.recipes = new RecipeCompletion(parts);
        this.lastOutputs = lastOutputs;
        this.language = language;
    }

    /** What is offered; nothing while the list is closed. */
    public ReadOnlyObjectProperty<Completion> shown() {
        return shown.getReadOnlyProperty();
    }

    /** Which candidate is chosen, from 0. */
    public IntegerProperty selected() {
        return selected;
    }

    public boolean isOpen() {
        return !shown.get().isEmpty();
    }

    /** Opens the list for a caret in the document, or shows others in it; closes it if none fit. */
    public void ask(int caret) {
        ask(caret, false);
    }

    /** The same while the user types: what is written in full needs no list. */
    public void follow(int caret) {
        ask(caret, true);
    }

    private void ask(int caret, boolean typing) {
        long number = ++asked;
        DocumentModel.TextState state = documents.text().get();
        RecipeDocument document = documents.document().get();
        Recipe recipe = document == null ? NOTHING : document.recipe();
        Locale spoken = language.getValue();
        TemplatePlace template = TemplatePlace.at(state.text(), caret);
        Json lastOutput =
                template == null || template.before().isEmpty()
                        ? null
                        : lastOutputs.apply(template.before().getFirst());
        threads.background()
                .execute(() -> {
                    Completion found = recipes.at(state.text(), caret, recipe, lastOutput, spoken);
                    boolean complete = typing && isWritten(found, state.text(), caret);
                    threads.ui()
                            .execute(() -> show(number, state, complete ? Completion.NONE : found));
                });
    }

    private static boolean isWritten(Completion found, String text, int caret) {
        if (found.isEmpty() || found.start() > caret || caret > text.length()) {
            return false;
        }
        String written = text.substring(found.start(), caret).strip();
        return found.candidates().stream().anyMatch(candidate -> candidate.label().equals(written));
    }

    private void show(long number, DocumentModel.TextState state, Completion found) {
        if (number == asked && documents.text().get().version() == state.version()) {
            selected.set(0);
            shown.set(found);
        }
    }

    public void close() {
        asked++;
        shown.set(Completion.NONE);
    }

    /** Chooses the candidate so many further down; after the last comes the first. */
    public void move(int by) {
        int size = shown.get().candidates().size();
        if (size > 0) {
            selected.set(Math.floorMod(selected.get() + by, size));
        }
    }

    /** The chosen candidate, or null when the list is closed. */
    public @Nullable Candidate chosen() {
        List<Candidate> candidates = shown.get().candidates();
        int index = selected.get();
        return index >= 0 && index < candidates.size() ? candidates.get(index) : null;
    }
}
