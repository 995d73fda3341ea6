package dev.arcrun.desktop.graph;

import dev.arcrun.desktop.look.Texts;
import dev.arcrun.engine.recipe.Relation;
import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;

/** What the right button offers, and the choice of a relation. */
final class GraphMenus {
    private final GraphView view;
    private final GraphViewModel model;
    private final Texts texts;
    private final ContextMenu menu = new ContextMenu();

    GraphMenus(GraphView view, GraphViewModel model, Texts texts) {
        this.view = view;
        this.model = model;
        this.texts = texts;
    }

    void hide() {
        menu.hide();
    }

    void ofNode(String node, double screenX, double screenY) {
        model.selectNode(node);
        menu.getItems()
                .setAll(
                        item("graph.menu.open", () -> view.onOpen().run()),
                        item("graph.menu.rename", () -> askName(node, screenX, screenY)),
                        item("graph.menu.delete", model::deleteSelected));
        menu.show(view, screenX, screenY);
    }

    void ofEdge(int edge, double screenX, double screenY) {
        model.selectEdge(edge);
        var relations = new Menu(texts.get("graph.menu.relation"));
        fill(
                relations.getItems(),
                screenX,
                screenY,
                relation -> model.changeRelation(edge, relation));
        menu.getItems().setAll(relations, item("graph.menu.delete", model::deleteSelected));
        menu.show(view, screenX, screenY);
    }

    void ofConnection(String from, String to, double screenX, double screenY) {
        menu.getItems().clear();
        fill(menu.getItems(), screenX, screenY, relation -> model.connect(from, relation, to));
        menu.show(view, screenX, screenY);
    }

    void ofCanvas(double screenX, double screenY) {
        menu.getItems().setAll(item("graph.menu.add", () -> askPart(screenX, screenY)));
        menu.show(view, screenX, screenY);
    }

    void askPart(double screenX, double screenY) {
        Question.ask(view, screenX, screenY, texts, "graph.ask.add", "", model::add);
    }

    private void askName(String node, double screenX, double screenY) {
        Question.ask(
                view,
                screenX,
                screenY,
                texts,
                "graph.ask.rename",
                node,
                name -> model.rename(node, name));
    }

    private void fill(
            java.util.List<MenuItem> items,
            double screenX,
            double screenY,
            Consumer<Relation> chosen) {
        for (RelationChoice choice : RelationChoice.values()) {
            Runnable action =
                    choice.asks()
                            ? () ->
                                    Question.ask(
                                            view,
                                            screenX,
                                            screenY,
                                            texts,
                                            choice.questionKey(),
                                            "",
                                            answer -> chosen.accept(choice.relation(answer)))
                            : () -> chosen.accept(choice.relation(""));
            items.add(item(choice.textKey(), action));
        }
    }

    private MenuItem item(String key, Runnable action) {
        var item = new MenuItem(texts.get(key));
        item.setId(key.replace('.', '-'));
        item.setOnAction(event -> action.run());
        return item;
    }
}
