package dev.arcrun.desktop.window;

import atlantafx.base.theme.Styles;
import dev.arcrun.desktop.log.LogView;
import dev.arcrun.desktop.look.Texts;
import dev.arcrun.desktop.problems.ProblemsView;
import dev.arcrun.desktop.run.RunView;
import java.util.function.IntConsumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;

/** Run, problems and log below the recipe. */
final class BottomPanel extends TabPane {
    private final Tab run;
    private final Tab problems;

    BottomPanel(StudioModel model, Texts texts, IntConsumer goTo) {
        getStyleClass().addAll(Styles.DENSE, "bottom-tabs");
        setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
        run = tab("tab-run", new RunView(model.run(), texts));
        run.textProperty().bind(texts.bind("window.tab.run"));
        problems = tab("tab-problems", new ProblemsView(model.documents(), texts, goTo));
        problems.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> {
                                    int count = model.documents().problems().get().size();
                                    return count == 0
                                            ? texts.get("window.tab.problems")
                                            : texts.get("window.tab.problems.count", count);
                                },
                                model.documents().problems(),
                                texts.language()));
        Tab log = tab("tab-log", new LogView(model.log(), texts));
        log.textProperty().bind(texts.bind("window.tab.log"));
        getTabs().addAll(run, problems, log);
    }

    void showRun() {
        getSelectionModel().select(run);
    }

    void showProblems() {
        getSelectionModel().select(problems);
    }

    private static Tab tab(String id, Node content) {
        var tab = new Tab();
        tab.setId(id);
        tab.setContent(content);
        return tab;
    }
}
