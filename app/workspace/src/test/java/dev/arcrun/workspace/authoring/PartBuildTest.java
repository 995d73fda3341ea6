package dev.arcrun.workspace.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arcrun.catalog.NewPart;
import dev.arcrun.catalog.PartTemplate;
import dev.arcrun.workspace.WorkspaceException;
import dev.arcrun.workspace.programs.OperatingSystem;
import dev.arcrun.workspace.programs.SearchPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Builds with scripts in the place of the toolchains. */
class PartBuildTest {
    @TempDir Path folder;
    @TempDir Path tools;

    private final List<String> output = new CopyOnWriteArrayList<>();

    @Test
    void npm_installs_the_locked_packages_once_and_builds() throws Exception {
        part(PartTemplate.ASSEMBLYSCRIPT);
        tool("npm", "echo doing \"$@\"; mkdir -p node_modules; printf wasm > greet.wasm");

        assertThat(build()).isEqualTo(built());
        assertThat(output)
                .containsExactly(
                        "$ npm ci --no-audit --no-fund",
                        "doing ci --no-audit --no-fund",
                        "$ npm run build",
                        "doing run build");
        output.clear();
        assertThat(build()).isEqualTo(built());
        assertThat(output).first().isEqualTo("$ npm run build");
    }

    @Test
    void cargos_program_is_put_beside_the_contract() throws Exception {
        part(PartTemplate.RUST);
        tool("rustc", "echo " + tools);
        tool(
                "cargo",
                "echo \"$@\"; out=target/wasm32-wasip1/release; mkdir -p $out; printf wasm > $out/part.wasm");

        assertThat(build()).isEqualTo(built());
        assertThat(output).contains("build --release --target wasm32-wasip1");

        Files.writeString(folder.resolve("target/wasm32-wasip1/release/other.wasm"), "old");
        assertThatThrownBy(this::build)
                .isInstanceOf(WorkspaceException.class)
                .hasMessageContaining("2 programs")
                .hasMessageContaining("cargo clean");
    }

    @Test
    void a_rust_without_the_target_is_told_how_to_get_it() throws Exception {
        part(PartTemplate.RUST);
        tool("cargo", "exit 0");
        tool("rustc", "echo " + tools.resolve("missing"));

        assertThatThrownBy(this::build)
                .isInstanceOf(WorkspaceException.class)
                .hasMessageContaining("`rustup target add wasm32-wasip1`");
    }

    @Test
    void tinygo_is_told_where_the_program_goes() throws Exception {
        part(PartTemplate.TINYGO);
        tool("tinygo", "echo \"$@\"; printf wasm > \"$3\"");

        assertThat(build()).isEqualTo(built());
        assertThat(output).contains("build -o greet.wasm -target=wasip1 -no-debug .");
    }

    @Test
    void a_makefile_is_made() throws Exception {
        contract(PartTemplate.C);
        Files.writeString(folder.resolve("Makefile"), "all:\n");
        tool("make", "printf wasm > greet.wasm");

        assertThat(build()).isEqualTo(built());
    }

    @ParameterizedTest
    @EnumSource(value = PartTemplate.class, names = "CONNECTOR", mode = EnumSource.Mode.EXCLUDE)
    void a_missing_toolchain_is_one_sentence_that_says_how_to_get_it(PartTemplate template)
            throws IOException {
        part(template);
        assertThatThrownBy(this::build)
                .isInstanceOf(WorkspaceException.class)
                .hasMessageMatching("This part is built with .+, but `[a-z]+` isn't there: .+\\.");
    }

    @ParameterizedTest
    @EnumSource(OperatingSystem.class)
    void every_system_has_its_own_way(OperatingSystem system) {
        for (BuildTool tool : BuildTool.values()) {
            assertThat(tool.missing(system))
                    .contains("`" + tool.command() + "`")
                    .contains("install");
        }
    }

    @Test
    void a_failed_command_is_named_with_its_code() throws Exception {
        part(PartTemplate.C);
        tool("npm", "echo 'part.c:3: oops'; exit 7");

        assertThat(build())
                .isEqualTo(
                        new PartBuild.Outcome.Failed(
                                "`npm ci --no-audit --no-fund` ended with exit code 7."));
        assertThat(output).contains("part.c:3: oops");
    }

    @Test
    void a_build_that_leaves_no_program_has_failed() throws Exception {
        part(PartTemplate.C);
        tool("npm", "exit 0");

        assertThat(build().toString()).contains("there is no").contains("greet.wasm");
    }

    @Test
    void a_connector_has_nothing_to_build() throws Exception {
        part(PartTemplate.CONNECTOR);
        assertThat(build()).isEqualTo(new PartBuild.Outcome.NothingToBuild());
    }

    @Test
    void a_folder_that_doesnt_say_how_is_told_so() throws IOException {
        assertThatThrownBy(this::build).hasMessageContaining("contract.yaml");
        contract(PartTemplate.C);
        assertThatThrownBy(this::build).hasMessageContaining("no package.json, Cargo.toml, go.mod");
        Files.writeString(folder.resolve("contract.yaml"), "category: 1");
        assertThatThrownBy(this::build).hasMessageContaining("contract.yaml:1:");
    }

    @Test
    void interrupting_ends_the_build() throws Exception {
        part(PartTemplate.C);
        tool("npm", "echo running $$; exec sleep 1000");
        var started = new CountDownLatch(1);
        var ended = new AtomicReference<Throwable>();
        Thread thread =
                new Thread(() -> {
                    try {
                        build(line -> {
                            output.add(line);
                            if (line.startsWith("running")) {
                                started.countDown();
                            }
                        });
                    } catch (Throwable e) {
                        ended.set(e);
                    }
                });
        thread.start();
        started.await();
        thread.interrupt();
        thread.join();

        assertThat(ended.get()).isInstanceOf(InterruptedException.class);
        long process = Long.parseLong(output.getLast().substring("running ".length()));
        ProcessHandle.of(process).ifPresent(handle -> handle.onExit().join());
        assertThat(ProcessHandle.of(process).filter(ProcessHandle::isAlive)).isEmpty();
    }

    private void part(PartTemplate template) throws IOException {
        NewPartFolder.write(template, "greet", folder);
    }

    private void contract(PartTemplate template) throws IOException {
        String contract = NewPart.files(template, "greet").get("contract.yaml");
        Files.writeString(folder.resolve("contract.yaml"), String.valueOf(contract));
    }

    private void tool(String name, String script) throws IOException {
        Path file = tools.resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private PartBuild.Outcome build() throws InterruptedException {
        return build(output::add);
    }

    private PartBuild.Outcome build(Consumer<String> listener) throws InterruptedException {
        return new PartBuild(folder, new SearchPath(List.of(tools)), listener).run();
    }

    private PartBuild.Outcome built() {
        return new PartBuild.Outcome.Built(folder.resolve("greet.wasm"), 4);
    }
}
