package dev.arcrun.cli;

import dev.arcrun.catalog.contract.PartDescription;
import dev.arcrun.engine.part.Contract;
import dev.arcrun.workspace.RecipeParts;
import dev.arcrun.workspace.Workspace;
import dev.arcrun.workspace.WorkspaceException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code arcrun part import}: makes a connector of Arcrun's recipe. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description =
                "Makes a connector in the workspace of an Arcrun API recipe or auth recipe (JSON).")
final class PartImportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE.json", description = "The recipe.")
    private Path recipe = Path.of("");

    @Option(
            names = "--auth",
            paramLabel = "AUTH.json",
            description =
                    "The auth recipe of an API recipe. Default: the one it names, looked for beside it.")
    private @Nullable Path auth;

    @Option(
            names = "--id",
            paramLabel = "ID",
            description = "The connector's id. Default: the recipe's own.")
    private @Nullable String id;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Workspace here = Workspace.around(Path.of(""));
        Workspace workspace = here == null ? Workspace.around(recipe) : here;
        if (workspace == null) {
            throw new WorkspaceException(
                    "There is no workspace here, and none around the recipe. Go to a folder with arcrun.yaml, or below one.");
        }
        RecipeParts.Imported imported = RecipeParts.importInto(workspace, recipe, auth, id);
        if (spec != null) {
            tell(spec.commandLine().getOut(), imported);
        }
        return Exit.OK;
    }

    private static void tell(PrintWriter out, RecipeParts.Imported imported) {
        PartDescription part = imported.part();
        out.println("Imported `" + part.id() + "` as " + imported.contract());
        for (Contract.CredentialNeed need : part.contract().credentials()) {
            out.println(
                    "  credential "
                            + need.key()
                            + (need.optional() ? " (optional)" : "")
                            + (need.label().equals(need.key()) ? "" : ": " + need.label()));
        }
        List<String> hosts = part.contract().hosts();
        out.println(
                "  hosts "
                        + (hosts.isEmpty()
                                ? "those of its parameters"
                                : String.join(", ", hosts)
                                        + (part.contract().credentials().isEmpty()
                                                ? ""
                                                : "; its credentials may go there")));
        out.flush();
    }
}
