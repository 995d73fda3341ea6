package dev.arcrun.workspace;

import dev.arcrun.engine.document.RecipeDocument;
import dev.arcrun.engine.run.Run;
import dev.arcrun.engine.run.RunEvent;
import dev.arcrun.engine.run.RunRecord;
import dev.arcrun.engine.run.RunRequest;
import dev.arcrun.engine.schedule.TraceEntry;
import dev.arcrun.engine.value.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * From the cancelling of a run whose JavaScript loops for ever to its kept record; milliseconds.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:-DontCompileHugeMethods", "--enable-native-access=ALL-UNNAMED"})
@Warmup(iterations = 5)
@Measurement(iterations = 20)
public class CancellationBenchmark {
    private static final String ENDLESS =
            """
            name: endless
            flow: ["input >> ON_SUCCESS >> loop"]
            config:
              loop: { component: code, code: "while (true) {}", limits: { max_ticks: 200000000 } }
            """;

    private final RecipeEngine engine = RecipeEngine.open(workspace(), Grants.NONE, Map.of());
    private @Nullable Run run;

    private static Workspace workspace() {
        try {
            Path folder = Files.createTempDirectory("arcrun-benchmark");
            TextFile.write(folder.resolve("arcrun.yaml"), "name: benchmark\n");
            return new Workspace(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Setup(Level.Invocation)
    public void begin() throws InterruptedException {
        run = start();
        Thread.sleep(300);
    }

    private Run start() {
        var calling = new CountDownLatch(1);
        RunRequest request =
                RunRequest.manual(RecipeDocument.read(ENDLESS).recipe(), ENDLESS, Json.Obj.EMPTY);
        Run started =
                engine.start(
                        request,
                        event -> {
                            if (event instanceof RunEvent.NodeChanged(_, TraceEntry entry)
                                    && entry.key().node().equals("loop")) {
                                calling.countDown();
                            }
                        });
        try {
            calling.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return started;
    }

    @Benchmark
    public RunRecord from_cancelling_to_the_record() throws Exception {
        Run endless = Objects.requireNonNull(run);
        endless.cancel();
        RunRecord record = endless.done().get();
        if (record.status() != RunRecord.Status.CANCELLED) {
            throw new IllegalStateException("the run " + record.status());
        }
        return record;
    }

    @TearDown(Level.Trial)
    public void close() {
        engine.close();
    }
}
