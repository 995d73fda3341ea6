package dev.arcrun.cli;

import dev.arcrun.catalog.Catalog;
import dev.arcrun.catalog.pages.CatalogPages;
import dev.arcrun.workspace.authoring.PageFolder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code arcrun part docs}: the catalog as Markdown. */
@Command(
        name = "docs",
        mixinStandardHelpOptions = true,
        description = "Writes the catalog as Markdown: an index and a page for each part.",
        footer = {"", "Exit codes: 0 written or up to date, 1 stale (--check), 2 wrong use."})
final class PartDocsCommand implements Callable<Integer> {
    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "docs/parts",
            description = "Where to write. Default: ${DEFAULT-VALUE}.")
    private Path folder = Path.of("");

    @Option(names = "--check", description = "Writes nothing; names the files that are stale.")
    private boolean check;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        var pages = new PageFolder(folder, CatalogPages.of(Catalog.load()));
        List<Path> stale = pages.stale();
        if (!check) {
            pages.write();
        }
        PrintWriter out = spec.commandLine().getOut();
        stale.forEach(file -> out.println((check ? "stale: " : "written: ") + file));
        out.flush();
        return check && !stale.isEmpty() ? Exit.FAILED : Exit.OK;
    }
}
