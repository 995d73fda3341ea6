package dev.arcrun.cli;

import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonWriter;
import dev.arcrun.workspace.Workspace;
import dev.arcrun.workspace.WorkspaceException;
import dev.arcrun.workspace.localcloud.LocalCloud;
import dev.arcrun.workspace.localcloud.RunningCloud;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code arcrun cloud}: the target on this computer. */
@Command(
        name = "cloud",
        mixinStandardHelpOptions = true,
        description =
                "Runs Cloudflare's API and workerd on this computer, for this workspace: a place to deploy to.",
        synopsisSubcommandLabel = "COMMAND")
final class CloudCommand implements Runnable {
    @Option(
            names = "--workspace",
            paramLabel = "FOLDER",
            scope = ScopeType.INHERIT,
            description = "The workspace; default: the one around the current folder.")
    private @Nullable Path folder;

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command: start, stop or status");
    }

    @Command(
            name = "start",
            mixinStandardHelpOptions = true,
            description = {
                "Starts it in the background and says where it answers; one that runs is left as it is.",
                "Needs Node 20.3 or newer. The first start fetches its packages from npm."
            },
            footer = {
                "",
                "--json prints {\"api\", \"token\", \"account_id\", \"workers\"}: the API's base address, the token it",
                "wants, the account's id, and the base address under which a Worker answers as WORKERS/NAME/.",
                "Exit codes: 0 it runs, 2 it can't be started."
            })
    int start(
            @Option(
                            names = "--parent",
                            paramLabel = "PID",
                            description =
                                    "Ends with that process. Otherwise it goes on until `arcrun cloud stop`.")
                    @Nullable Long parent,
            @Option(names = "--json", description = "Prints one JSON object, token included.")
                    boolean json)
            throws InterruptedException {
        if (parent != null && ProcessHandle.of(parent).isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "--parent: there is no process " + parent);
        }
        LocalCloud cloud = cloud();
        PrintWriter err = spec.commandLine().getErr();
        LocalCloud.Started started =
                cloud.start(
                        parent == null ? OptionalLong.empty() : OptionalLong.of(parent),
                        line -> {
                            err.println(line);
                            err.flush();
                        });
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            RunningCloud running = started.cloud();
            out.println(
                    JsonWriter.compact(
                            Json.object("api", Json.of(running.api().toString()))
                                    .with("token", Json.of(running.token()))
                                    .with("account_id", Json.of(running.accountId()))
                                    .with("workers", Json.of(running.workers().toString()))));
        } else {
            out.print(CloudText.started(started, cloud.folder()));
        }
        out.flush();
        return Exit.OK;
    }

    @Command(
            name = "stop",
            mixinStandardHelpOptions = true,
            description =
                    "Ends it and waits until it is gone. What was deployed is there again after the next start.")
    int stop(@Option(names = "--json", description = "Prints {\"stopped\"}.") boolean json)
            throws InterruptedException {
        boolean stopped = cloud().stop();
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                json
                        ? JsonWriter.compact(Json.object("stopped", Json.of(stopped)))
                        : stopped ? "The local Cloudflare was stopped." : CloudText.NOTHING_RUNS);
        out.flush();
        return Exit.OK;
    }

    @Command(
            name = "status",
            mixinStandardHelpOptions = true,
            description =
                    "Says whether it runs, since when, where it answers and how much it keeps.",
            footer = {"", "Exit codes: 0 it runs, 1 it doesn't."})
    int status(
            @Option(names = "--json", description = "Prints JSON, without the token.")
                    boolean json) {
        LocalCloud cloud = cloud();
        Optional<RunningCloud> running = cloud.running();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonWriter.compact(CloudText.status(running, cloud)));
        } else {
            out.print(CloudText.of(running, cloud));
        }
        out.flush();
        return running.isPresent() ? Exit.OK : Exit.FAILED;
    }

    private LocalCloud cloud() {
        Workspace workspace = Workspace.around(folder == null ? Path.of("") : folder);
        if (workspace == null) {
            throw new WorkspaceException(
                    "There is no workspace here: each has its own local Cloudflare. Go into a folder"
                            + " with arcrun.yaml, or name one with --workspace.");
        }
        return LocalCloud.of(workspace);
    }
}
