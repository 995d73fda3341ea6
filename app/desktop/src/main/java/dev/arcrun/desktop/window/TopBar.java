package dev.arcrun.desktop.window;

import atlantafx.base.theme.Styles;
import dev.arcrun.desktop.document.StepName;
import dev.arcrun.desktop.look.Controls;
import dev.arcrun.desktop.look.Icons;
import dev.arcrun.desktop.look.Texts;
import dev.arcrun.desktop.look.Theme;
import dev.arcrun.desktop.recipes.RecipeStore.RecipeFile;
import java.util.Locale;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;

/**
 * What is open at the left, how it is shown in the middle, what can be done with it at the right.
 */
final class TopBar extends HBox {
    private final StudioModel model;
    private final Texts texts;

    TopBar(StudioModel model, Texts texts, Theme theme, Panels panels) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("top-bar");
        getChildren()
                .addAll(
                        panelToggle(
                                MaterialDesignD.DOCK_LEFT,
                                "window.panel.recipes",
                                "toggle-recipes",
                                panels.recipes()),
                        title(),
                        space(),
                        modes(panels),
                        space(),
                        history(true),
                        history(false),
                        save(),
                        runButton(),
                        panelToggle(
                                MaterialDesignD.DOCK_BOTTOM,
                                "window.panel.bottom",
                                "toggle-bottom",
                                panels.bottom()),
                        panelToggle(
                                MaterialDesignD.DOCK_RIGHT,
                                "window.panel.inspector",
                                "toggle-inspector",
                                panels.inspector()),
                        language(),
                        themeButton(theme));
    }

    private Node title() {
        var workspace = new Label(model.recipes().workspaceName());
        workspace.getStyleClass().add("crumb");
        var crumb = new Label("/");
        crumb.getStyleClass().add("crumb");
        var recipe = new Label();
        recipe.setId("recipe-title");
        recipe.getStyleClass().add("recipe-title");
        recipe.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> {
                                    RecipeFile file = model.recipes().opened().get();
                                    boolean modified = model.documents().modified().get();
                                    return file == null ? "" : file.name() + (modified ? " •" : "");
                                },
                                model.recipes().opened(),
                                model.documents().modified()));
        var box = new HBox(workspace, crumb, recipe);
        box.getStyleClass().add("title");
        return box;
    }

    private Node modes(Panels panels) {
        var group = new ToggleGroup();
        var box = new HBox();
        for (ViewMode mode : ViewMode.values()) {
            String name = mode.name().toLowerCase(Locale.ROOT);
            var button = new ToggleButton();
            button.setId("mode-" + name);
            button.textProperty().bind(texts.bind("window.view." + name));
            button.setToggleGroup(group);
            button.setUserData(mode);
            button.getStyleClass()
                    .addAll(
                            Styles.SMALL,
                            switch (mode) {
                                case GRAPH -> Styles.LEFT_PILL;
                                case SPLIT -> Styles.CENTER_PILL;
                                case YAML -> Styles.RIGHT_PILL;
                            });
            button.setSelected(panels.mode().get() == mode);
            button.setOnAction(event -> panels.mode().set(mode));
            box.getChildren().add(button);
        }
        panels.mode()
                .addListener((property, before, now) ->
                        group.getToggles().stream()
                                .filter(toggle -> toggle.getUserData() == now)
                                .forEach(group::selectToggle));
        group.selectedToggleProperty()
                .addListener((property, before, now) -> {
                    if (now == null) {
                        group.selectToggle(before);
                    }
                });
        box.getStyleClass().add("modes");
        return box;
    }

    private Button history(boolean undo) {
        var steps = model.documents().history();
        Ikon icon = undo ? MaterialDesignU.UNDO : MaterialDesignR.REDO;
        String key = undo ? "window.undo" : "window.redo";
        Button button =
                Controls.iconButton(
                        icon, texts, key, undo ? model.documents()::undo : model.documents()::redo);
        button.setId(undo ? "undo" : "redo");
        var next = undo ? steps.nextUndo() : steps.nextRedo();
        button.disableProperty().bind(next.isNull());
        var tooltip = new Tooltip();
        tooltip.textProperty().bind(named(key, next));
        button.setTooltip(tooltip);
        button.accessibleTextProperty().bind(named(key, next));
        return button;
    }

    private StringBinding named(String key, ObservableValue<@Nullable StepName> next) {
        return Bindings.createStringBinding(
                () -> {
                    StepName step = next.getValue();
                    return step == null
                            ? texts.get(key)
                            : texts.get(
                                    key + ".named",
                                    texts.get(step.key(), step.arguments().toArray()));
                },
                next,
                texts.language());
    }

    private Button save() {
        Button button =
                Controls.iconButton(
                        MaterialDesignC.CONTENT_SAVE_OUTLINE,
                        texts,
                        "window.save",
                        model.recipes()::save);
        button.setId("save");
        button.disableProperty().bind(model.documents().modified().not());
        return button;
    }

    private Button runButton() {
        var button = new Button();
        button.setId("run-button");
        button.getStyleClass().add("run-button");
        var running = model.run().running();
        button.textProperty()
                .bind(
                        Bindings.when(running)
                                .then(texts.bind("run.stop"))
                                .otherwise(texts.bind("run.start")));
        var start = Icons.of(MaterialDesignP.PLAY);
        var stop = Icons.of(MaterialDesignS.STOP);
        button.graphicProperty()
                .bind(Bindings.when(running).<Node>then(stop).otherwise((Node) start));
        button.setOnAction(event -> {
            if (running.get()) {
                model.run().stop();
            } else {
                model.run().start();
            }
        });
        running.addListener((property, before, now) -> dress(button, now));
        dress(button, running.get());
        var tooltip = new Tooltip();
        tooltip.textProperty()
                .bind(
                        Bindings.when(running)
                                .then(texts.bind("run.stop"))
                                .otherwise(texts.bind("run.start.tip")));
        button.setTooltip(tooltip);
        button.disableProperty().bind(model.recipes().opened().isNull());
        return button;
    }

    private static void dress(Button button, boolean running) {
        button.getStyleClass().removeAll(Styles.ACCENT, Styles.DANGER);
        button.getStyleClass().add(running ? Styles.DANGER : Styles.ACCENT);
    }

    private ToggleButton panelToggle(Ikon icon, String key, String id, BooleanProperty shown) {
        var button = new ToggleButton(null, Icons.of(icon));
        button.setId(id);
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.SMALL, "panel-toggle");
        button.selectedProperty().bindBidirectional(shown);
        Controls.explain(button, texts, key);
        return button;
    }

    private ComboBox<Locale> language() {
        var names = Map.of(Texts.ENGLISH, "English", Texts.CHINESE, "正體中文");
        var box = new ComboBox<Locale>();
        box.setId("language");
        box.getItems().setAll(Texts.LANGUAGES);
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(Locale locale) {
                        return names.getOrDefault(locale, "");
                    }

                    @Override
                    public Locale fromString(String name) {
                        return Texts.LANGUAGES.stream()
                                .filter(locale -> name.equals(names.get(locale)))
                                .findFirst()
                                .orElse(Texts.ENGLISH);
                    }
                });
        box.getStyleClass().addAll(Styles.SMALL, "language");
        box.valueProperty().bindBidirectional(texts.language());
        Controls.explain(box, texts, "window.language");
        return box;
    }

    private Button themeButton(Theme theme) {
        Button button =
                Controls.iconButton(
                        MaterialDesignT.THEME_LIGHT_DARK,
                        texts,
                        "window.toggle.theme",
                        theme::toggle);
        button.setId("theme");
        var sun = Icons.of(MaterialDesignW.WHITE_BALANCE_SUNNY);
        var moon = Icons.of(MaterialDesignW.WEATHER_NIGHT);
        button.graphicProperty()
                .bind(Bindings.when(theme.dark()).<Node>then(sun).otherwise((Node) moon));
        return button;
    }

    private static Region space() {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }
}
