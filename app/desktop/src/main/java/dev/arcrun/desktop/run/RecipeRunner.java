package dev.arcrun.desktop.run;

import dev.arcrun.engine.document.RecipeDocument;
import dev.arcrun.engine.run.Run;
import dev.arcrun.engine.run.RunEvent;
import dev.arcrun.engine.value.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Runs recipes on this machine. */
@FunctionalInterface
public interface RecipeRunner {
    /**
     * What to run.
     *
     * @param file where the recipe is kept; its text may be older than the document
     * @param allowedHosts hosts the user lets this run reach
     */
    record Request(Path file, RecipeDocument document, Json input, List<String> allowedHosts) {
        public Request {
            allowedHosts = List.copyOf(allowedHosts);
        }
    }

    /**
     * Starts a run. Called off the FX thread.
     *
     * @param listener told what happens, on a thread of the run
     * @throws RuntimeException when it can't start; the message is for the user
     */
    Run start(Request request, Consumer<RunEvent> listener);
}
