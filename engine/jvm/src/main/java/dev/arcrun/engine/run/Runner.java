package dev.arcrun.engine.run;

import dev.arcrun.engine.part.Components;
import dev.arcrun.engine.schedule.RunContext;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.function.Consumer;

/** Starts runs. One Runner serves many runs at once; each run has a virtual thread of its own. */
public final class Runner {
    /** No run on the desktop lasts longer. RECIPE.md, section 3. */
    public static final Duration LONGEST_RUN = Duration.ofMinutes(10);

    /** The error code of a run that took longer than it may. */
    public static final String TIME_LIMIT = "RUN_TIME_LIMIT";

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS").withZone(ZoneOffset.UTC);

    final Components components;
    final PartCaller caller;
    final RecipeSource recipes;
    final RunRecorder recorder;
    final InstantSource clock;
    final Duration longestRun;
    private final SecureRandom random = new SecureRandom();

    public Runner(
            Components components,
            PartCaller caller,
            RecipeSource recipes,
            RunRecorder recorder,
            InstantSource clock,
            Duration longestRun) {
        this.components = components;
        this.caller = caller;
        this.recipes = recipes;
        this.recorder = recorder;
        this.clock = clock;
        this.longestRun = longestRun;
    }

    /** Starts a run; {@code listener} is told what happens, in order, on the run's own thread. */
    public Run start(RunRequest request, Consumer<RunEvent> listener) {
        return start(request, listener, 0);
    }

    Run start(RunRequest request, Consumer<RunEvent> listener, int depth) {
        var context =
                new RunContext(
                        STAMP.format(clock.instant()) + "-" + hex(4),
                        request.input(),
                        request.triggeredBy(),
                        request.scheduledAt(),
                        hex(16),
                        depth);
        var loop = new RunLoop(this, request, context, listener);
        Thread.ofVirtual().name("run " + context.runId()).start(loop);
        return loop;
    }

    private String hex(int bytes) {
        byte[] drawn = new byte[bytes];
        random.nextBytes(drawn);
        return HexFormat.of().formatHex(drawn);
    }
}
