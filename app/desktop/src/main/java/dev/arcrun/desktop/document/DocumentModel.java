package dev.arcrun.desktop.document;

import dev.arcrun.desktop.work.Threads;
import dev.arcrun.engine.document.Edit;
import dev.arcrun.engine.document.Edit.ReplaceText;
import dev.arcrun.engine.document.EditException;
import dev.arcrun.engine.document.Problem;
import dev.arcrun.engine.document.RecipeDocument;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * The recipe in the window: its text, what the text means, and the history of both. All methods
 * belong to the FX thread; reading and editing happen in the background, and a result that the user
 * has overtaken by typing is dropped (reading) or made again (edits).
 */
public final class DocumentModel {
    private static final Duration TYPING_PAUSE = Duration.ofMillis(25);

    private final Threads threads;
    private final Validation validation;
    private final ObservableValue<Locale> language;
    private final Consumer<String> complaints;
    private final AtomicLong newest = new AtomicLong();
    private final ReadOnlyObjectWrapper<@Nullable RecipeDocument> document =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<Problem>> problems =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper modified = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<TextState> text =
            new ReadOnlyObjectWrapper<>(new TextState("", List.of(), 0));
    private final History history = new History();
    private final Typing typing = new Typing();
    private final Deque<Request> requests = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper editing = new ReadOnlyBooleanWrapper();
    private boolean working;
    private String savedText = "";

    /**
     * The text and how it came to be.
     *
     * @param changes replacements that made it from the text before, or nothing when it is a new
     *     text altogether
     * @param version counts up with every change
     */
    public record TextState(String text, List<ReplaceText> changes, long version) {}

    private record Request(StepName name, @Nullable String mergeKey, List<Edit> edits) {}

    /**
     * A model without a document.
     *
     * @param language of messages; another one reads the text again
     * @param complaints told, in the user's words, when an edit can't be made
     */
    public DocumentModel(
            Threads threads,
            Validation validation,
            ObservableValue<Locale> language,
            Consumer<String> complaints) {
        this.threads = threads;
        this.validation = validation;
        this.language = language;
        this.complaints = complaints;
        language.addListener((property, before, now) -> readAfter(Duration.ZERO));
    }

    /** What the text meant when it was last read; a moment behind while the user types. */
    public ReadOnlyObjectProperty<@Nullable RecipeDocument> document() {
        return document.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<Problem>> problems() {
        return problems.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<TextState> text() {
        return text.getReadOnlyProperty();
    }

    /** Whether the text differs from the file. */
    public ReadOnlyBooleanProperty modified() {
        return modified.getReadOnlyProperty();
    }

    /** True while edits are on their way into the text. */
    public ReadOnlyBooleanProperty editing() {
        return editing.getReadOnlyProperty();
    }

    public History history() {
        return history;
    }

    /** Shows another text, as read from its file. */
    public void open(String opened) {
        requests.clear();
        editing.set(false);
        history.clear();
        savedText = opened;
        document.set(null);
        setText(opened, List.of());
        problems.set(List.of());
        readAfter(Duration.ZERO);
    }

    /** The text as it stands is now in the file. */
    public void saved(String written) {
        savedText = written;
        modified.set(!text.get().text().equals(savedText));
        history.seal();
    }

    /** The user replaced something in the editor. */
    public void type(int position, String removed, String inserted) {
        Step step = typing.step(position, removed, inserted, System.nanoTime());
        history.add(step);
        setText(Step.apply(text.get().text(), step.forward()), step.forward());
        readAfter(TYPING_PAUSE);
    }

    /**
     * Makes a change as the graph or the inspector means it.
     *
     * @param mergeKey changes in a row with the same key are one step of the history, and one that
     *     still waits is replaced by the next; null: alone
     */
    public void edit(StepName name, @Nullable String mergeKey, List<Edit> edits) {
        Request last = requests.peekLast();
        if (mergeKey != null
                && last != null
                && !isWorkedOn(last)
                && mergeKey.equals(last.mergeKey)) {
            requests.pollLast();
        }
        requests.add(new Request(name, mergeKey, edits));
        editNext();
    }

    public void undo() {
        Step step = history.undo();
        if (step != null) {
            replay(step.backward());
        }
    }

    public void redo() {
        Step step = history.redo();
        if (step != null) {
            replay(step.forward());
        }
    }

    private void replay(List<ReplaceText> replacements) {
        setText(Step.apply(text.get().text(), replacements), replacements);
        readAfter(Duration.ZERO);
    }

    private void setText(String now, List<ReplaceText> changes) {
        modified.set(!now.equals(savedText));
        long version = text.get().version() + 1;
        newest.set(version);
        problems.set(ShiftedProblems.after(problems.get(), changes));
        text.set(new TextState(now, changes, version));
    }

    private void readAfter(Duration pause) {
        TextState read = text.get();
        threads.timer().after(pause, () -> threads.ui().execute(() -> readNow(read)));
    }

    private void readNow(TextState read) {
        if (isCurrent(read)) {
            RecipeDocument before = document.get();
            Locale language = this.language.getValue();
            threads.background()
                    .execute(() -> {
                        var fresh = RecipeDocument.read(read.text(), before, language);
                        threads.ui().execute(() -> show(read, fresh));
                    });
        }
    }

    private void show(TextState read, RecipeDocument fresh) {
        if (isCurrent(read)) {
            document.set(fresh);
            check(fresh);
        }
    }

    private void check(RecipeDocument current) {
        long version = text.get().version();
        Locale spoken = language.getValue();
        threads.slow()
                .execute(() -> {
                    if (newest.get() == version) {
                        List<Problem> found = validation.problemsOf(current, spoken);
                        threads.ui().execute(() -> showProblems(version, found));
                    }
                });
    }

    private void showProblems(long version, List<Problem> found) {
        if (text.get().version() == version) {
            problems.set(List.copyOf(found));
        }
    }

    private boolean isCurrent(TextState state) {
        return text.get().version() == state.version();
    }

    private boolean isWorkedOn(Request request) {
        return working && requests.peek() == request;
    }

    private void editNext() {
        Request request = requests.peek();
        editing.set(request != null);
        if (working || request == null) {
            return;
        }
        working = true;
        TextState base = text.get();
        RecipeDocument known = document.get();
        Locale spoken = language.getValue();
        Step joined = history.joining(request.mergeKey());
        threads.background().execute(() -> tryEdit(request, base, known, joined, spoken));
    }

    /**
     * An edit that joins the last step is made on the text before that step, so that it leaves no
     * trace of values in between.
     */
    private void tryEdit(
            Request request,
            TextState base,
            @Nullable RecipeDocument known,
            @Nullable Step joined,
            Locale spoken) {
        String start = joined == null ? base.text() : Step.apply(base.text(), joined.backward());
        var current =
                known != null && known.text().equals(start)
                        ? known
                        : RecipeDocument.read(start, known, spoken);
        try {
            var edited = current.apply(request.edits());
            threads.ui()
                    .execute(() -> finish(request, base, () -> commit(request, joined, edited)));
        } catch (EditException e) {
            String message = String.valueOf(e.getMessage());
            threads.ui().execute(() -> finish(request, base, () -> complaints.accept(message)));
        }
    }

    /** Ends a request, or starts it anew when the text has changed meanwhile. */
    private void finish(Request request, TextState base, Runnable outcome) {
        working = false;
        if (requests.peek() == request && isCurrent(base)) {
            requests.poll();
            outcome.run();
        }
        editNext();
    }

    private void commit(Request request, @Nullable Step joined, RecipeDocument.Edited edited) {
        var changes = new ArrayList<ReplaceText>();
        if (joined != null) {
            changes.addAll(joined.backward());
            history.dropLast();
        }
        changes.addAll(edited.changes());
        if (changes.isEmpty()) {
            return;
        }
        if (!edited.changes().isEmpty()) {
            history.add(
                    new Step(
                            request.name(),
                            edited.changes(),
                            edited.inverse(),
                            request.mergeKey()));
        }
        setText(edited.document().text(), changes);
        document.set(edited.document());
        check(edited.document());
    }
}
