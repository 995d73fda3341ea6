package dev.arcrun.cli;

import dev.arcrun.engine.connector.AgreementException;
import dev.arcrun.engine.connector.Connector;
import dev.arcrun.workspace.Grants;
import dev.arcrun.workspace.PartLibrary;
import dev.arcrun.workspace.PartTrial;
import dev.arcrun.workspace.SignIn;
import dev.arcrun.workspace.TokenStores;
import dev.arcrun.workspace.Workspace;
import dev.arcrun.workspace.WorkspaceException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code arcrun connect}: signs in to a service, so that its connectors may act for the user. */
@Command(
        name = "connect",
        mixinStandardHelpOptions = true,
        description = "Signs in to a connector's service in the browser (OAuth 2).",
        footer = {
            "",
            "The tokens are kept for this workspace and one target, in a file that only you can read,",
            "never in the workspace. Each target signs in on its own.",
            "Exit codes: 0 signed in, 1 refused or no token, 2 wrong use."
        })
final class ConnectCommand implements Callable<Integer> {
    private static final int DEFAULT_MINUTES = 5;

    @Parameters(paramLabel = "CONNECTOR", description = "Such as google_sheets_append.")
    private String connector = "";

    @Option(
            names = "--credential",
            paramLabel = "NAME=env:VAR@HOST",
            description = "The client's id or secret from an environment variable. Repeatable.")
    private @Nullable List<String> credentials;

    @Option(
            names = "--allow-host",
            paramLabel = "HOST",
            description = "A host of the service in the local network. Repeatable.")
    private @Nullable List<String> hosts;

    @Option(
            names = "--target",
            paramLabel = "NAME",
            defaultValue = TokenStores.DESKTOP,
            description =
                    "Which target shall act. Default: ${DEFAULT-VALUE}, runs on this computer.")
    private String target = TokenStores.DESKTOP;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            description = "How long to wait for the browser. Default: ${DEFAULT-VALUE}.")
    private int minutes = DEFAULT_MINUTES;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Workspace workspace = Workspace.around(Path.of(""));
        if (workspace == null) {
            throw new WorkspaceException(
                    "Sign in from inside a workspace: the tokens are kept for it.");
        }
        PartLibrary library = PartLibrary.of(workspace);
        Connector wanted =
                library.connector(connector)
                        .orElseThrow(() ->
                                new WorkspaceException(
                                        library.describe(connector).isPresent()
                                                ? "`"
                                                        + connector
                                                        + "` is a program, not a connector: it has no service to sign in to."
                                                : PartTrial.unknown(library, connector)));
        try (Grants grants =
                GrantArguments.read(
                        hosts == null ? List.of() : hosts,
                        credentials == null ? List.of() : credentials)) {
            var signIn =
                    new SignIn(
                            wanted, grants, TokenStores.of(workspace, target), Locale.getDefault());
            SignIn.Agreed agreed = signIn.await(this::show, Duration.ofMinutes(minutes));
            spec.commandLine()
                    .getOut()
                    .println("Signed in: `" + agreed.grant() + "` may be used by " + target + ".");
            return Exit.OK;
        } catch (AgreementException e) {
            PrintWriter err = spec.commandLine().getErr();
            err.println("arcrun: " + e.getMessage());
            boolean missing = e.code().equals("CREDENTIAL_MISSING");
            if (missing) {
                err.println("Give it with --credential NAME=env:VARIABLE@HOST.");
            } else if (e.hint() != null) {
                err.println(e.hint());
            }
            return missing ? Exit.USAGE : Exit.FAILED;
        }
    }

    private void show(URI address) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("Open this address in your browser and agree:");
        out.println(address);
        out.flush();
        Browser.open(address);
    }
}
