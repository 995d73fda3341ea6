package dev.arcrun.cli;

import dev.arcrun.workspace.authoring.PartBuild;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code arcrun part build}: runs the build of a part's folder. */
@Command(
        name = "build",
        mixinStandardHelpOptions = true,
        description =
                "Builds a part with its folder's own command and puts ID.wasm beside its contract.",
        footer = {
            "",
            "package.json: npm ci, npm run build. Cargo.toml: cargo build. go.mod: tinygo build. Makefile: make.",
            "Exit codes: 0 built, 1 the build failed, 2 the toolchain is missing or wrong use."
        })
final class PartBuildCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "The part's folder.")
    private Path folder = Path.of("");

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        PartBuild.Outcome outcome =
                new PartBuild(
                                folder,
                                line -> {
                                    err.println(line);
                                    err.flush();
                                })
                        .run();
        return switch (outcome) {
            case PartBuild.Outcome.Built(Path program, long size) -> {
                out.println(program + ": " + size + " bytes");
                out.flush();
                yield Exit.OK;
            }
            case PartBuild.Outcome.NothingToBuild _ -> {
                out.println("Nothing to build: it has no program.");
                out.flush();
                yield Exit.OK;
            }
            case PartBuild.Outcome.Failed(String message) -> {
                err.println("arcrun: " + message);
                err.flush();
                yield Exit.FAILED;
            }
        };
    }
}
