package dev.arcrun.cli;

import dev.arcrun.catalog.CatalogPart;
import dev.arcrun.catalog.OwnPart;
import dev.arcrun.catalog.contract.PartDescription;
import dev.arcrun.engine.part.Contract;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonWriter;
import dev.arcrun.workspace.PartLibrary;
import dev.arcrun.workspace.Workspace;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code arcrun parts}: which parts there are. */
@Command(
        name = "parts",
        mixinStandardHelpOptions = true,
        description = "Lists the parts: the workspace's own and the catalog's.")
final class PartsCommand implements Callable<Integer> {
    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        PartLibrary library = PartLibrary.of(Workspace.around(Path.of("")));
        PrintWriter out = spec.commandLine().getOut();
        List<Json> entries = new ArrayList<>();
        for (OwnPart part : library.own().parts()) {
            show(out, entries, part.description(), "workspace", null);
        }
        library.own().problems().forEach(problem -> spec.commandLine().getErr().println(problem));
        for (CatalogPart part : library.catalog().parts()) {
            CatalogPart.Verified verified =
                    part instanceof CatalogPart.Declared declared ? declared.verified() : null;
            show(out, entries, part.description(), "catalog", verified);
        }
        if (json) {
            out.println(JsonWriter.pretty(Json.array(entries)));
        }
        out.flush();
        return Exit.OK;
    }

    private void show(
            PrintWriter out,
            List<Json> entries,
            PartDescription part,
            String origin,
            CatalogPart.@Nullable Verified verified) {
        String language = Locale.getDefault().toLanguageTag();
        boolean connector = part.contract().runtime() == Contract.Runtime.CONNECTOR;
        if (json) {
            Json.Obj entry =
                    Json.object(
                            "id", Json.of(part.id()),
                            "name", Json.of(part.displayName().in(language)),
                            "description", Json.of(part.description().in(language)),
                            "category", Json.of(part.category()),
                            "version", Json.of(part.version()),
                            "origin", Json.of(origin));
            entries.add(connector ? entry.with("verified", verified(verified)) : entry);
        } else {
            out.printf(
                    Locale.ROOT,
                    "%-20s %-8s %s%s%n",
                    part.id(),
                    part.category(),
                    part.description().in(language),
                    connector ? words(verified) : "");
        }
    }

    private static Json verified(CatalogPart.@Nullable Verified verified) {
        return verified == null
                ? Json.NULL
                : Json.object(
                        "service", Json.of(verified.service()),
                        "source", Json.of(verified.source()),
                        "read", Json.of(verified.read()));
    }

    private static String words(CatalogPart.@Nullable Verified verified) {
        return verified == null
                ? " (not verified)"
                : " (verified against " + verified.service() + ", " + verified.read() + ")";
    }
}
