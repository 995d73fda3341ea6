package dev.arcrun.desktop.graph;

import atlantafx.base.theme.Styles;
import dev.arcrun.desktop.look.Controls;
import dev.arcrun.desktop.look.Texts;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** Buttons in the corner of the graph: smaller, life size, larger, everything. */
final class ZoomControls extends HBox {
    private static final double STEP = 1.25;

    ZoomControls(GraphView view, Texts texts) {
        getStyleClass().add("zoom-controls");
        setManaged(false);
        Button smaller =
                Controls.iconButton(
                        MaterialDesignM.MINUS,
                        texts,
                        "graph.zoom.out",
                        () -> view.zoomBy(1 / STEP));
        Button larger =
                Controls.iconButton(
                        MaterialDesignP.PLUS, texts, "graph.zoom.in", () -> view.zoomBy(STEP));
        Button whole =
                Controls.iconButton(
                        MaterialDesignF.FIT_TO_PAGE_OUTLINE, texts, "graph.zoom.fit", view::fit);
        whole.setId("graph-fit");
        var percent = new Button();
        percent.getStyleClass().addAll(Styles.FLAT, Styles.SMALL, "zoom-percent");
        percent.setId("graph-life-size");
        percent.setFocusTraversable(false);
        percent.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        String.format(
                                                Locale.ROOT,
                                                "%.0f %%",
                                                view.viewport().zoom().get() * 100),
                                view.viewport().zoom()));
        percent.setOnAction(event -> view.lifeSize());
        Controls.explain(percent, texts, "graph.zoom.life_size");
        getChildren().addAll(smaller, percent, larger, whole);
    }
}
