package dev.arcrun.workspace.localcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arcrun.workspace.WorkspaceException;
import dev.arcrun.workspace.programs.SearchPath;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real emulator, started and stopped. */
class LocalCloudTest {
    private static final String HELLO =
            "export default { fetch: () => new Response('Hello from here') };";

    @TempDir Path temporary;

    private final List<String> progress = new CopyOnWriteArrayList<>();
    private CloudFolder folder = new CloudFolder(Path.of(""));
    private LocalCloud cloud = new LocalCloud(folder, SearchPath.of(""));

    @BeforeEach
    void nothing_was_ever_started() {
        folder = new CloudFolder(temporary.resolve("cloud/one"));
        cloud = new LocalCloud(folder, SearchPath.ofEnvironment());
    }

    @AfterEach
    void nothing_goes_on() throws InterruptedException {
        cloud.stop();
    }

    @Test
    void it_is_started_once_answers_its_token_alone_and_is_gone_after_stop() throws Exception {
        assertThat(cloud.running()).isEmpty();
        assertThat(cloud.stop()).isFalse();

        LocalCloud.Started first = start();
        assertThat(first.already()).isFalse();
        assertThat(progress).last().asString().startsWith("Starting");
        RunningCloud running = first.cloud();
        assertThat(running.api().getHost()).isEqualTo("127.0.0.1");
        assertThat(running.accountId()).matches("[0-9a-f]{32}");
        var calls = new CloudCalls(running);
        String token = running.token();
        assertThat(calls.verify(token)).isEqualTo(200);
        assertThat(calls.verify("not" + token)).isIn(400, 401, 403);

        progress.clear();
        assertThat(start()).isEqualTo(new LocalCloud.Started(running, true));
        assertThat(progress).isEmpty();
        assertThat(cloud.running()).contains(running);
        assertThat(cloud.size()).isPositive();

        assertThat(cloud.stop()).isTrue();
        assertThat(OwnedProcess.of(running.processId())).isEmpty();
        assertThatThrownBy(() -> calls.verify(token)).isInstanceOf(ConnectException.class);
        assertThat(cloud.running()).isEmpty();
        assertThat(cloud.stop()).isFalse();
    }

    @Test
    void a_worker_answers_and_is_there_again_after_a_restart() throws Exception {
        RunningCloud before = start().cloud();
        new CloudCalls(before).deploy("hello", HELLO);
        assertThat(new CloudCalls(before).worker("hello")).isEqualTo("Hello from here");
        String token = before.token();
        cloud.stop();

        RunningCloud after = start().cloud();
        assertThat(after.accountId()).isEqualTo(before.accountId());
        assertThat(after.token()).isNotEqualTo(token);
        assertThat(new CloudCalls(after).worker("hello")).isEqualTo("Hello from here");
    }

    @Test
    void nobody_else_can_read_its_files_and_the_token_stands_in_one_alone() throws Exception {
        RunningCloud running = start().cloud();
        for (Path place : List.of(temporary.resolve("cloud"), folder.root(), folder.state())) {
            assertThat(permissions(place)).as("%s", place).isEqualTo("rwx------");
        }
        assertThat(permissions(running.tokenFile())).isEqualTo("rw-------");
        assertThat(permissions(folder.log())).isEqualTo("rw-------");
        String token = running.token();
        assertThat(running.toString()).doesNotContain(token);
        try (Stream<Path> files = Files.walk(folder.root())) {
            assertThat(
                            files.filter(Files::isRegularFile)
                                    .filter(file -> content(file).contains(token)))
                    .containsExactly(running.tokenFile());
        }
        ProcessHandle process = ProcessHandle.of(running.processId()).orElseThrow();
        assertThat(process.info().arguments().map(List::of).orElse(List.of()))
                .noneMatch(argument -> argument.contains(token));
    }

    @Test
    void a_killed_one_is_found_out_and_the_next_start_takes_away_what_it_left() throws Exception {
        RunningCloud killed = start().cloud();
        ProcessHandle process = ProcessHandle.of(killed.processId()).orElseThrow();
        List<ProcessHandle> workerd = process.descendants().toList();
        assertThat(workerd).isNotEmpty();
        process.destroyForcibly();
        process.onExit().join();
        assertThat(folder.record()).exists();
        assertThat(cloud.running()).isEmpty();

        LocalCloud.Started next = start();
        assertThat(next.already()).isFalse();
        assertThat(next.cloud().processId()).isNotEqualTo(killed.processId());
        assertThat(new CloudCalls(next.cloud()).verify(next.cloud().token())).isEqualTo(200);
        for (ProcessHandle left : workerd) {
            left.onExit().join();
        }
    }

    @Test
    void a_record_whose_process_id_was_given_anew_is_stale() throws Exception {
        Process other = new ProcessBuilder("cat").start();
        try {
            folder.create();
            Files.createDirectories(folder.state());
            Files.writeString(folder.record(), record(other.pid()));
            Files.writeString(folder.emulatorLock(), other.pid() + " when it started");
            for (Path file : List.of(folder.record(), folder.emulatorLock())) {
                Files.setLastModifiedTime(
                        file, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
            }
            assertThat(cloud.running()).isEmpty();
            assertThat(start().already()).isFalse();
            cloud.stop();
            assertThat(other.isAlive()).isTrue();
        } finally {
            other.destroy();
        }
    }

    @Test
    void a_record_that_is_no_record_is_none() throws Exception {
        folder.create();
        Files.createDirectories(folder.state());
        for (String text :
                List.of(
                        "",
                        "{",
                        "[]",
                        record(0),
                        record(-5),
                        record(ProcessHandle.current().pid()).replace("127.0.0.1", "10.0.0.1"))) {
            Files.writeString(folder.record(), text);
            assertThat(cloud.running()).as(text).isEmpty();
            assertThat(cloud.stop()).as(text).isFalse();
        }
    }

    @Test
    void starts_at_the_same_time_give_one() throws Exception {
        try (var threads = Executors.newFixedThreadPool(3)) {
            List<Future<LocalCloud.Started>> starts =
                    threads.invokeAll(List.of(this::start, this::start, this::start));
            List<LocalCloud.Started> started = starts.stream().map(Future::resultNow).toList();
            assertThat(started).filteredOn(start -> !start.already()).hasSize(1);
            assertThat(started)
                    .extracting(start -> start.cloud().processId())
                    .containsOnly(started.getFirst().cloud().processId());
        }
    }

    @Test
    void it_ends_with_the_process_it_was_started_for() throws Exception {
        Process studio = new ProcessBuilder("cat").start();
        RunningCloud running = cloud.start(OptionalLong.of(studio.pid()), progress::add).cloud();
        ProcessHandle process = ProcessHandle.of(running.processId()).orElseThrow();
        studio.destroy();
        process.onExit().join();
        assertThat(cloud.running()).isEmpty();
    }

    @Test
    void an_account_that_cannot_be_read_is_told_and_left_as_it_is() throws Exception {
        folder.create();
        Files.createDirectories(folder.state());
        Path account = folder.state().resolve("account.json");
        Files.writeString(account, "no account");
        assertThatThrownBy(this::start)
                .isInstanceOf(WorkspaceException.class)
                .hasMessageContaining("ended before it was ready")
                .hasMessageContaining(account + " can't be read");
        assertThat(account).hasContent("no account");
    }

    private LocalCloud.Started start() throws InterruptedException {
        return cloud.start(OptionalLong.empty(), progress::add);
    }

    private static String record(long process) {
        return """
        {"api":"http://127.0.0.1:9/client/v4","account_id":"0","workers":"http://127.0.0.1:9","process_id":%d}
        """
                .formatted(process);
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static String content(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}
