package dev.arcrun.desktop.run;

import dev.arcrun.engine.document.RecipeDocument;
import dev.arcrun.engine.schedule.Outcome;
import dev.arcrun.engine.schedule.TraceEntry;
import dev.arcrun.engine.value.Json;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Runs recipes on this machine. */
public interface RecipeRunner {
    /**
     * What to run.
     *
     * @param name of the recipe's file, for the history
     */
    record Request(String name, RecipeDocument document, Json input) {}

    /** A run that is going on. */
    interface Handle {
        /** Asks it to stop; the outcome comes soon after. */
        void cancel();

        /** Completes with the outcome; exceptionally only for a bug or when it can't start. */
        CompletableFuture<Outcome> done();
    }

    /**
     * Starts a run and returns at once.
     *
     * @param updates told each time the execution of a node starts or changes, on any thread
     */
    Handle start(Request request, Consumer<TraceEntry> updates);
}
