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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeRuntimeTest {
    @TempDir Path tools;

    @Test
    void where_there_is_no_node_one_sentence_says_what_to_install() {
        assertThatThrownBy(this::find)
                .isInstanceOf(WorkspaceException.class)
                .hasMessageMatching(
                        "The local Cloudflare runs on Node 20\\.3 or newer, but it isn't there: .+\\.")
                .hasMessageContaining("nodejs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v18.20.4", "v20.2.0", "v0.10.48"})
    void an_old_node_is_named_with_its_version(String version) throws Exception {
        node("echo " + version);
        assertThatThrownBy(this::find)
                .isInstanceOf(WorkspaceException.class)
                .hasMessageContaining(tools.resolve("node") + " is " + version)
                .hasMessageContaining("nodejs.org");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v20.3.0", "v22.11.0", "v101.0.0-nightly"})
    void a_newer_one_will_do(String version) throws Exception {
        node("echo " + version);
        assertThat(find().program()).isEqualTo(tools.resolve("node"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"exit 1", "echo hello", "echo v99999999999.0.0"})
    void a_program_that_is_no_node_is_refused(String script) throws Exception {
        node(script);
        assertThatThrownBy(this::find)
                .isInstanceOf(WorkspaceException.class)
                .hasMessageContaining("doesn't say its version");
    }

    private NodeRuntime find() throws InterruptedException {
        return NodeRuntime.find(new SearchPath(List.of(tools)));
    }

    private void node(String script) throws IOException {
        Path file = tools.resolve("node");
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
