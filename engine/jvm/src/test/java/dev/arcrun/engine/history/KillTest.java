package dev.arcrun.engine.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.run.RunRecord;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed in the middle of runs loses no finished run and leaves a sound file. */
class KillTest {
    private static final int KILLS = 50;
    private static final long SEED = 20260304;

    @TempDir Path folder;

    @Test
    void killing_fifty_processes_in_the_middle_of_runs_loses_nothing_finished() throws Exception {
        Path file = folder.resolve("runs.db");
        var random = new Random(SEED);
        List<String> finished = new ArrayList<>();
        for (int kill = 0; kill < KILLS; kill++) {
            finished.addAll(killedAfter(file, 1 + random.nextInt(12), random.nextInt(2_000_000)));
        }
        assertThat(finished).hasSizeGreaterThanOrEqualTo(KILLS).doesNotHaveDuplicates();
        try (Connection database = Database.open(file);
                Statement statement = database.createStatement();
                ResultSet check = statement.executeQuery("PRAGMA integrity_check")) {
            assertThat(check.getString(1)).isEqualTo("ok");
        }
        try (RunHistory history = RunHistory.open(file)) {
            for (String id : finished) {
                RunRecord run = Objects.requireNonNull(history.find(id), id);
                assertThat(run.status()).as(id).isEqualTo(RunRecord.Status.SUCCEEDED);
                assertThat(run.trace()).as(id).hasSize(3);
                assertThat(Objects.requireNonNull(history.stored(id)).events()).as(id).hasSize(4);
            }
            assertThat(history.newest(100_000))
                    .extracting(RunRecord::status)
                    .containsOnly(RunRecord.Status.SUCCEEDED, RunRecord.Status.LOST);
        }
    }

    /**
     * Kills a process some nanoseconds after it reported that many runs; gives all that it
     * reported.
     */
    private static List<String> killedAfter(Path file, int runs, int nanoseconds) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process victim =
                new ProcessBuilder(
                                java,
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Xshare:auto",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                KilledProcess.class.getName(),
                                file.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        List<String> reported = new ArrayList<>();
        try (BufferedReader lines = victim.inputReader(StandardCharsets.UTF_8)) {
            while (reported.size() < runs) {
                String line = lines.readLine();
                assertThat(line).as("the process ended by itself").isNotNull();
                reported.add(line);
            }
            Thread.sleep(0, Math.min(nanoseconds, 999_999));
            // The handle leaves the pipe open, so that what was reported before can still be read.
            victim.toHandle().destroyForcibly();
            // A line without its end was cut off by the kill: that run was not reported.
            StringBuilder rest = new StringBuilder();
            for (int c = lines.read(); c >= 0; c = lines.read()) {
                rest.append((char) c);
            }
            int whole = rest.lastIndexOf("\n");
            if (whole > 0) {
                reported.addAll(rest.substring(0, whole).lines().toList());
            }
        }
        victim.waitFor();
        return reported;
    }
}
