package dev.arcrun.workspace.localcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arcrun.workspace.WorkspaceException;
import dev.arcrun.workspace.programs.SearchPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A script stands in npm's place. */
class EmulatorPackagesTest {
    @TempDir Path folder;
    @TempDir Path tools;

    private final List<String> progress = new CopyOnWriteArrayList<>();

    @BeforeEach
    void a_lock() throws IOException {
        Files.writeString(
                folder.resolve("package-lock.json"),
                """
                {"packages": {
                  "": {"name": "emulator"},
                  "node_modules/a": {"version": "1.0.0"},
                  "node_modules/tests": {"version": "2.0.0", "dev": true},
                  "node_modules/for-a-mac": {"version": "3.0.0", "optional": true}}}
                """);
    }

    @Test
    void they_are_present_when_npm_has_installed_every_version_of_the_lock() throws Exception {
        assertThat(packages().arePresent()).isFalse();
        installed("{\"packages\": {\"node_modules/a\": {\"version\": \"1.0.0\"}}}");
        assertThat(packages().arePresent()).isTrue();
        installed("{\"packages\": {\"node_modules/a\": {\"version\": \"0.9.0\"}}}");
        assertThat(packages().arePresent()).isFalse();
        for (String none : List.of("{\"packages\": {}}", "{}", "not JSON", "")) {
            installed(none);
            assertThat(packages().arePresent()).as(none).isFalse();
        }
    }

    @Test
    void they_are_fetched_by_the_lock_without_their_scripts_and_it_is_said() throws Exception {
        npm(
                """
                echo "$@" > asked
                for n in 1 2 3 4 5 6 7 8 9 10 11; do
                  echo "npm http fetch GET 200 https://registry.test/p/-/p-$n.tgz 5ms (cache miss)" >&2
                done
                echo 'added 11 packages'
                """);
        packages().fetch(progress::add);
        assertThat(folder.resolve("asked"))
                .content()
                .startsWith("ci ")
                .contains("--omit=dev", "--ignore-scripts");
        assertThat(progress).first().asString().contains("from npm", "170 MB", "once");
        assertThat(progress).contains("  10 packages …", "  added 11 packages");
        assertThat(progress).noneMatch(line -> line.contains("registry.test"));
    }

    @Test
    void when_npm_fails_its_words_are_told_with_what_to_do() throws Exception {
        npm("echo 'npm error network request failed' >&2; exit 1");
        assertThatThrownBy(() -> packages().fetch(progress::add))
                .isInstanceOf(WorkspaceException.class)
                .hasMessageContaining("exit code 1")
                .hasMessageContaining("start again");
        assertThat(progress).contains("  npm error network request failed");
    }

    @Test
    void where_there_is_no_npm_one_sentence_says_what_to_install() {
        assertThatThrownBy(() -> packages().fetch(progress::add))
                .isInstanceOf(WorkspaceException.class)
                .hasMessageContaining("`npm` isn't there");
        assertThat(progress).isEmpty();
    }

    private EmulatorPackages packages() {
        return new EmulatorPackages(
                new EmulatorFiles(folder),
                new NodeRuntime(tools.resolve("node"), new SearchPath(List.of(tools))));
    }

    private void installed(String note) throws IOException {
        Path file = folder.resolve("node_modules/.package-lock.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, note);
    }

    private void npm(String script) throws IOException {
        Path file = tools.resolve("npm");
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
