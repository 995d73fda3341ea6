package dev.arcrun.desktop.run;

import dev.arcrun.desktop.document.DocumentModel;
import dev.arcrun.desktop.log.LogViewModel;
import dev.arcrun.desktop.look.Durations;
import dev.arcrun.desktop.recipes.RecipeListViewModel;
import dev.arcrun.desktop.recipes.RecipeStore.RecipeFile;
import dev.arcrun.desktop.settings.Settings;
import dev.arcrun.desktop.work.Threads;
import dev.arcrun.engine.document.RecipeDocument;
import dev.arcrun.engine.run.Run;
import dev.arcrun.engine.run.RunEvent;
import dev.arcrun.engine.run.RunRecord;
import dev.arcrun.engine.schedule.TraceEntry;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonReader;
import dev.arcrun.engine.value.JsonSyntaxException;
import dev.arcrun.engine.value.JsonWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** Runs the opened recipe and holds what came of it until the next run or another recipe. */
public final class RunViewModel {
    static final String FIRST_INPUT = "{}";
    private static final String INPUT_SETTING = "run.input ";

    private final RecipeRunner runner;
    private final DocumentModel documents;
    private final RecipeListViewModel recipes;
    private final Settings settings;
    private final Threads threads;
    private final LogViewModel log;
    private final StringProperty input = new SimpleStringProperty(FIRST_INPUT);
    private final ReadOnlyStringWrapper inputTrouble = new ReadOnlyStringWrapper();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable RunResult> result = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<@Nullable TraceEntry> selected = new SimpleObjectProperty<>();
    private final ReadOnlyStringWrapper blockedHost = new ReadOnlyStringWrapper();
    private final Set<String> allowedHosts = new LinkedHashSet<>();
    private final Entries entries = new Entries();
    private @Nullable Run current;
    private long runNumber;

    public RunViewModel(
            RecipeRunner runner,
            DocumentModel documents,
            RecipeListViewModel recipes,
            Settings settings,
            Threads threads,
            LogViewModel log) {
        this.runner = runner;
        this.documents = documents;
        this.recipes = recipes;
        this.settings = settings;
        this.threads = threads;
        this.log = log;
        recipes.opened().addListener((property, before, now) -> recipeOpened(now));
        input.addListener((property, before, now) -> inputTrouble.set(null));
    }

    /** The input as the user writes it: JSON. */
    public StringProperty input() {
        return input;
    }

    /** Why the input can't be used, or null. */
    public ReadOnlyStringProperty inputTrouble() {
        return inputTrouble.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /** Null until a run has ended. */
    public ReadOnlyObjectProperty<@Nullable RunResult> result() {
        return result.getReadOnlyProperty();
    }

    /** What a node gave last in the run that is shown, or null. Asked on the UI thread. */
    public Function<String, @Nullable Json> lastOutputs() {
        return node -> {
            List<TraceEntry> executions = entries.of(node);
            return executions.isEmpty() ? null : executions.getLast().output();
        };
    }

    public Entries entries() {
        return entries;
    }

    /** The execution whose input and output are shown. */
    public ObjectProperty<@Nullable TraceEntry> selected() {
        return selected;
    }

    /** A host that the last run was kept from, or null. */
    public ReadOnlyStringProperty blockedHost() {
        return blockedHost.getReadOnlyProperty();
    }

    /**
     * Lets runs of this recipe reach the blocked host until another recipe is opened, and runs
     * again.
     */
    public void allowBlockedHost() {
        String host = blockedHost.get();
        if (host != null && !running.get()) {
            allowedHosts.add(host);
            log.info("log.run.allowed", host);
            start();
        }
    }

    /** Starts a run with the text as it stands; nothing happens while one is going on. */
    public void start() {
        RecipeFile file = recipes.opened().get();
        if (file == null || running.get()) {
            return;
        }
        Json given;
        try {
            given = JsonReader.read(input.get().isBlank() ? FIRST_INPUT : input.get());
        } catch (JsonSyntaxException e) {
            inputTrouble.set(e.getMessage());
            return;
        }
        settings.set(INPUT_SETTING + file.path(), Json.of(input.get()));
        clear();
        running.set(true);
        log.info("log.run.started", file.name());
        long number = ++runNumber;
        String text = documents.text().get().text();
        RecipeDocument known = documents.document().get();
        List<String> hosts = List.copyOf(allowedHosts);
        var feed = new EntryFeed(threads.ui(), batch -> update(number, batch));
        threads.slow()
                .execute(() -> {
                    var document =
                            known != null && known.text().equals(text)
                                    ? known
                                    : RecipeDocument.read(text, known);
                    var request = new RecipeRunner.Request(file.path(), document, given, hosts);
                    begin(number, file, request, feed);
                });
    }

    public void stop() {
        Run going = current;
        if (going != null) {
            going.cancel();
        }
    }

    private void begin(long number, RecipeFile file, RecipeRunner.Request request, EntryFeed feed) {
        try {
            Run run = runner.start(request, event -> feed(number, event, feed));
            threads.ui().execute(() -> started(number, run));
            run.done()
                    .whenComplete((record, failure) ->
                            threads.ui().execute(() -> ended(number, file, record, failure)));
        } catch (RuntimeException e) {
            threads.ui().execute(() -> ended(number, file, null, e));
        }
    }

    private void feed(long number, RunEvent event, EntryFeed feed) {
        switch (event) {
            case RunEvent.NodeChanged changed -> feed.accept(changed.entry());
            case RunEvent.CallReported reported ->
                    threads.ui().execute(() -> reported(number, reported));
            case RunEvent.Began _, RunEvent.Held _, RunEvent.Waiting _, RunEvent.Ended _ -> {}
        }
    }

    private void reported(long number, RunEvent.CallReported reported) {
        if (number != runNumber) {
            return;
        }
        String host = BlockedHost.of(reported.report());
        if (host != null) {
            blockedHost.set(host);
        }
        reported.report()
                .log()
                .lines()
                .forEach(line -> log.info("log.part", reported.key().toString(), line));
    }

    private void started(long number, Run run) {
        if (number == runNumber && running.get()) {
            current = run;
        } else if (number != runNumber) {
            run.cancel();
        }
    }

    private void update(long number, List<TraceEntry> batch) {
        if (number == runNumber) {
            entries.update(batch);
            followSelected();
        }
    }

    private void followSelected() {
        TraceEntry shown = selected.get();
        if (shown != null) {
            for (TraceEntry entry : entries.of(shown.key().node())) {
                if (entry.key().equals(shown.key())) {
                    selected.set(entry);
                }
            }
        }
    }

    private void ended(
            long number, RecipeFile file, @Nullable RunRecord record, @Nullable Throwable failure) {
        if (number != runNumber) {
            return;
        }
        current = null;
        running.set(false);
        if (record == null) {
            String trouble = RunTrouble.of(failure);
            result.set(new RunResult(null, trouble));
            log.error("log.run.failed", file.name(), "-", trouble);
            return;
        }
        entries.update(record.trace());
        followSelected();
        result.set(new RunResult(record, null));
        tell(file, record);
    }

    private void tell(RecipeFile file, RunRecord record) {
        String took = Durations.of(record.durationMs());
        switch (record.status()) {
            case SUCCEEDED -> log.info("log.run.succeeded", file.name(), took);
            case CANCELLED -> log.warning("log.run.cancelled", file.name());
            case WAITING, RUNNING -> log.info("log.run.waiting", file.name());
            case FAILED, LOST ->
                    log.error(
                            "log.run.failed",
                            file.name(),
                            record.failedNode() == null ? "-" : record.failedNode(),
                            record.error() == null ? "" : record.error());
        }
    }

    private void recipeOpened(@Nullable RecipeFile file) {
        stop();
        allowedHosts.clear();
        runNumber++;
        current = null;
        running.set(false);
        clear();
        String last = file == null ? null : settings.text(INPUT_SETTING + file.path());
        Json example = recipes.exampleInput().get();
        String first = example == null ? FIRST_INPUT : JsonWriter.pretty(example);
        input.set(last == null ? first : last);
    }

    private void clear() {
        entries.clear();
        selected.set(null);
        blockedHost.set(null);
        result.set(null);
    }
}
