package dev.arcrun.desktop.window;

import dev.arcrun.desktop.completion.CompletionViewModel;
import dev.arcrun.desktop.completion.KnownParts;
import dev.arcrun.desktop.document.DocumentModel;
import dev.arcrun.desktop.document.Selection;
import dev.arcrun.desktop.document.Validation;
import dev.arcrun.desktop.graph.GraphViewModel;
import dev.arcrun.desktop.graph.NodeKinds;
import dev.arcrun.desktop.inspector.InspectorViewModel;
import dev.arcrun.desktop.inspector.PartForms;
import dev.arcrun.desktop.log.LogViewModel;
import dev.arcrun.desktop.recipes.RecipeListViewModel;
import dev.arcrun.desktop.recipes.RecipeStore;
import dev.arcrun.desktop.run.ErrorMeanings;
import dev.arcrun.desktop.run.RecipeRunner;
import dev.arcrun.desktop.run.RunViewModel;
import dev.arcrun.desktop.settings.Settings;
import dev.arcrun.desktop.work.Threads;
import dev.arcrun.desktop.yaml.YamlViewModel;
import java.util.Locale;
import javafx.beans.value.ObservableValue;

/** All view models of a window, made for each other. */
public record StudioModel(
        Settings settings,
        DocumentModel documents,
        Selection selection,
        RecipeListViewModel recipes,
        GraphViewModel graph,
        YamlViewModel yaml,
        CompletionViewModel completion,
        InspectorViewModel inspector,
        RunViewModel run,
        ErrorMeanings meanings,
        LogViewModel log) {

    /**
     * What a window works on.
     *
     * @param kinds what nodes are for
     * @param parts what recipes can name
     */
    public record Workplace(
            RecipeStore store,
            Validation validation,
            RecipeRunner runner,
            NodeKinds kinds,
            KnownParts parts) {}

    /**
     * The view models of a window.
     *
     * @param language of messages about the recipe
     */
    public static StudioModel of(
            Workplace workplace,
            Settings settings,
            Threads threads,
            ObservableValue<Locale> language) {
        var log = new LogViewModel();
        var documents =
                new DocumentModel(
                        threads,
                        workplace.validation(),
                        language,
                        complaint -> log.error("log.edit.failed", complaint));
        var selection = new Selection();
        var recipes =
                new RecipeListViewModel(workplace.store(), documents, selection, threads, log);
        var run = new RunViewModel(workplace.runner(), documents, recipes, settings, threads, log);
        return new StudioModel(
                settings,
                documents,
                selection,
                recipes,
                new GraphViewModel(documents, selection, threads, workplace.kinds()),
                new YamlViewModel(documents, selection, threads),
                new CompletionViewModel(
                        documents, threads, workplace.parts(), run.lastOutputs(), language),
                new InspectorViewModel(
                        documents, selection, new PartForms(workplace.parts(), threads)),
                run,
                new ErrorMeanings(workplace.parts(), threads),
                log);
    }
}
