package dev.arcrun.cli;

import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonWriter;
import dev.arcrun.workspace.authoring.PartBuild;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

    @Option(
            names = "--json",
            description =
                    "Prints {built, program?, size?, error?}; what the tools say goes to standard error.")
    private boolean json;

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
        int exit = json ? asJson(out, outcome) : asText(out, err, outcome);
        out.flush();
        err.flush();
        return exit;
    }

    private static int asText(PrintWriter out, PrintWriter err, PartBuild.Outcome outcome) {
        return switch (outcome) {
            case PartBuild.Outcome.Built(Path program, long size) -> {
                out.println(program + ": " + size + " bytes");
                yield Exit.OK;
            }
            case PartBuild.Outcome.NothingToBuild _ -> {
                out.println("Nothing to build: it has no program.");
                yield Exit.OK;
            }
            case PartBuild.Outcome.Failed(String message) -> {
                err.println("arcrun: " + message);
                yield Exit.FAILED;
            }
        };
    }

    private static int asJson(PrintWriter out, PartBuild.Outcome outcome) {
        Json.Obj told =
                switch (outcome) {
                    case PartBuild.Outcome.Built(Path program, long size) ->
                            Json.object(
                                    "built", Json.TRUE,
                                    "program", Json.of(program.toString()),
                                    "size", Json.of((double) size));
                    case PartBuild.Outcome.NothingToBuild _ -> Json.object("built", Json.FALSE);
                    case PartBuild.Outcome.Failed(String message) ->
                            Json.object("built", Json.FALSE, "error", Json.of(message));
                };
        out.println(JsonWriter.pretty(told));
        return told.get("error") == null ? Exit.OK : Exit.FAILED;
    }
}
