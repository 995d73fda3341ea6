package dev.arcrun.engine.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.sandbox.SandboxSettings.Compilation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NothingStaysBehindTest {
    private static final int CALLS = 1000;
    private static final long MIB = 1024 * 1024;

    @TempDir private Path folder;

    @Test
    void a_thousand_hostile_calls_leave_no_thread_no_memory_and_no_file() throws Exception {
        List<PartModule> slow = new ArrayList<>();
        List<PartModule> quick = new ArrayList<>();
        for (HostileGuest guest : HostileGuest.values()) {
            switch (guest.expected) {
                case TIME_LIMIT, TIMEOUT, STACK_LIMIT -> slow.add(PartModule.load(guest.wasm));
                default -> quick.add(PartModule.load(guest.wasm));
            }
        }
        callAll(slow, quick, 50);
        long before = usedMemory();

        callAll(slow, quick, CALLS);

        assertThat(usedMemory() - before).isLessThan(16 * MIB);
        awaitNoThreads();
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile))
                    .allMatch(file -> file.toString().endsWith(".classes"))
                    .hasSizeLessThanOrEqualTo(slow.size() + quick.size());
        }
    }

    private void callAll(List<PartModule> slow, List<PartModule> quick, int calls) {
        Limits limits =
                Limits.DEFAULT
                        .withComputing(Duration.ofMillis(20))
                        .withWall(Duration.ofMillis(100))
                        .withMemoryMiB(8);
        try (var interpreting = new Sandbox(new SandboxSettings(2, null, Compilation.NEVER));
                var compiling = new Sandbox(new SandboxSettings(2, folder, Compilation.FIRST))) {
            for (int i = 0; i < calls; i++) {
                List<PartModule> from = i % 25 == 0 ? slow : quick;
                PartModule part = from.get(i / 2 % from.size());
                Sandbox sandbox = i % 2 == 0 ? interpreting : compiling;

                assertThat(sandbox.call(part, new byte[0], limits, HostServices.NONE).failure())
                        .isNotNull();
            }
        }
    }

    private static void awaitNoThreads() throws InterruptedException {
        for (int i = 0; i < 1000 && ourThreads() > 0; i++) {
            Thread.sleep(10);
        }
        assertThat(ourThreads()).isZero();
    }

    private static long ourThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("arcrun-"))
                .count();
    }

    private static long usedMemory() throws InterruptedException {
        long used = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            Thread.sleep(20);
            Runtime runtime = Runtime.getRuntime();
            used = Math.min(used, runtime.totalMemory() - runtime.freeMemory());
        }
        return used;
    }
}
