package dev.arcrun.cli;

import dev.arcrun.catalog.Catalog;
import dev.arcrun.catalog.PartTemplate;
import dev.arcrun.workspace.Workspace;
import dev.arcrun.workspace.authoring.NewPartFolder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code arcrun part new}: the folder of a new part. */
@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        description = "Makes the folder of a new part, ready to be built.")
final class PartNewCommand implements Callable<Integer> {
    enum Language {
        ASSEMBLYSCRIPT,
        RUST,
        TINYGO,
        C
    }

    @Parameters(paramLabel = "ID", description = "Its id: small letters, digits and _.")
    private String id = "";

    @Option(
            names = "--lang",
            paramLabel = "LANGUAGE",
            description = "assemblyscript, rust, tinygo or c.")
    private @Nullable Language language;

    @Option(names = "--connector", description = "A connector: an HTTP call, without a program.")
    private boolean connector;

    @Option(
            names = "--in",
            paramLabel = "DIR",
            description = "Its folder. Default: parts/ID of the workspace, or of this folder.")
    private @Nullable Path folder;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        Path target = folder == null ? parts().resolve(id) : folder;
        var files = NewPartFolder.write(template(), id, target);
        PrintWriter out = spec.commandLine().getOut();
        files.forEach(file -> out.println(target.resolve(file)));
        out.println();
        if (!connector) {
            out.println("Next: arcrun part build " + target);
        }
        out.println((connector ? "Next: " : "Then: ") + "arcrun part check " + target);
        out.flush();
        if (Catalog.load().find(id).isPresent()) {
            PrintWriter err = spec.commandLine().getErr();
            err.println(
                    "The catalog has a part `" + id + "` too; in this workspace yours is used.");
            err.flush();
        }
        return Exit.OK;
    }

    private PartTemplate template() {
        if (connector == (language != null)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Say what it is: --lang assemblyscript, rust, tinygo or c; or --connector");
        }
        return switch (language) {
            case ASSEMBLYSCRIPT -> PartTemplate.ASSEMBLYSCRIPT;
            case RUST -> PartTemplate.RUST;
            case TINYGO -> PartTemplate.TINYGO;
            case C -> PartTemplate.C;
            case null -> PartTemplate.CONNECTOR;
        };
    }

    private static Path parts() {
        Workspace workspace = Workspace.around(Path.of(""));
        if (workspace == null) {
            return Path.of("parts");
        }
        Path here = Path.of("").toAbsolutePath();
        return workspace.parts().startsWith(here)
                ? here.relativize(workspace.parts())
                : workspace.parts();
    }
}
