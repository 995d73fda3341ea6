package dev.arcrun.workspace;

import com.sun.management.OperatingSystemMXBean;
import dev.arcrun.engine.document.RecipeDocument;
import dev.arcrun.engine.recipe.Recipe;
import dev.arcrun.engine.run.RunRecord;
import dev.arcrun.engine.run.RunRequest;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonReader;
import dev.arcrun.engine.value.JsonWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;

/**
 * The desktop's side of {@code docs/benchmark-cloud}: runs what standard input says, recorded in a
 * history. A line in is {@code {"recipe", "input", "runs", "warm"}}, a line out the runs' {@code
 * {"wall", "cpu"}}: median wall and mean processor time of a run in ms, of the whole JVM.
 */
final class CloudComparison {
    private static final double NANOSECONDS = 1e6;

    /** On a busy machine a measurement has fewer runs. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final int FEWEST = 5;

    private CloudComparison() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("arcrun-benchmark");
        TextFile.write(folder.resolve("arcrun.yaml"), "name: benchmark\n");
        try (RecipeEngine engine = RecipeEngine.open(new Workspace(folder), Grants.NONE, Map.of());
                var lines =
                        new BufferedReader(
                                new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                System.out.println(
                        JsonWriter.compact(measured(engine, (Json.Obj) JsonReader.read(line))));
            }
        }
    }

    private static Json.Obj measured(RecipeEngine engine, Json.Obj measured)
            throws IOException, ExecutionException, InterruptedException {
        String text = JsonWriter.compact(Objects.requireNonNull(measured.get("recipe")));
        Recipe recipe = RecipeDocument.read(text).recipe();
        var request =
                RunRequest.manual(
                        recipe, text, (Json.Obj) Objects.requireNonNull(measured.get("input")));
        wallTimes(engine, request, count(measured, "warm"));
        double before = processor();
        List<Double> walls = wallTimes(engine, request, count(measured, "runs"));
        double cpu = (processor() - before) / walls.size();
        double median = walls.stream().sorted().toList().get(walls.size() / 2);
        return Json.object("wall", Json.of(median)).with("cpu", Json.of(cpu));
    }

    /** Of that many runs, or as many as there is time for. */
    private static List<Double> wallTimes(RecipeEngine engine, RunRequest request, int runs)
            throws ExecutionException, InterruptedException {
        List<Double> walls = new ArrayList<>();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (walls.size() < FEWEST || walls.size() < runs && System.nanoTime() - end < 0) {
            long begun = System.nanoTime();
            run(engine, request);
            walls.add((System.nanoTime() - begun) / NANOSECONDS);
        }
        return walls;
    }

    private static void run(RecipeEngine engine, RunRequest request)
            throws ExecutionException, InterruptedException {
        RunRecord record = engine.start(request, event -> {}).done().get();
        if (record.status() != RunRecord.Status.SUCCEEDED) {
            throw new IllegalStateException("the run " + record.status() + ": " + record.error());
        }
    }

    private static int count(Json.Obj measured, String member) {
        return (int) ((Json.Num) Objects.requireNonNull(measured.get(member))).value();
    }

    private static double processor() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime()
                / NANOSECONDS;
    }
}
