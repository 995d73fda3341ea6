package dev.arcrun.desktop.graph;

import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/**
 * Colours of the style sheet for what is painted, not styled: {@code -arc-card}, {@code
 * -arc-border}, … Invisible; it lives in the scene so that it follows the theme.
 */
final class GraphColors extends Region {
    private static final StyleablePropertyFactory<GraphColors> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());

    private final StyleableProperty<Color> card = color("-arc-card");
    private final StyleableProperty<Color> border = color("-arc-border");
    private final StyleableProperty<Color> text = color("-arc-text");
    private final StyleableProperty<Color> line = color("-arc-line");
    private final StyleableProperty<Color> accent = color("-arc-accent");
    private final StyleableProperty<Color> good = color("-arc-good");
    private final StyleableProperty<Color> bad = color("-arc-bad");
    private final StyleableProperty<Color> warning = color("-arc-warning");

    GraphColors() {
        getStyleClass().add("graph-colors");
        setManaged(false);
        setVisible(false);
    }

    private StyleableProperty<Color> color(String name) {
        return FACTORY.createStyleableColorProperty(
                this, name.substring(1), name, colors -> colors.byName(name));
    }

    private StyleableProperty<Color> byName(String name) {
        return switch (name) {
            case "-arc-card" -> card;
            case "-arc-border" -> border;
            case "-arc-text" -> text;
            case "-arc-line" -> line;
            case "-arc-accent" -> accent;
            case "-arc-good" -> good;
            case "-arc-bad" -> bad;
            case "-arc-warning" -> warning;
            default -> throw new IllegalArgumentException(name);
        };
    }

    void onChange(Runnable repaint) {
        for (StyleableProperty<Color> color :
                List.of(card, border, text, line, accent, good, bad, warning)) {
            ((StyleableObjectProperty<Color>) color).addListener(change -> repaint.run());
        }
    }

    Color card() {
        return card.getValue();
    }

    Color border() {
        return border.getValue();
    }

    Color text() {
        return text.getValue();
    }

    Color accent() {
        return accent.getValue();
    }

    Color good() {
        return good.getValue();
    }

    Color bad() {
        return bad.getValue();
    }

    Color of(GraphEdge.Kind kind) {
        return switch (kind) {
            case ALWAYS, CONDITION, SUBFLOW, DOCUMENTATION -> line.getValue();
            case SUCCESS -> good.getValue();
            case FAIL, BROKEN -> bad.getValue();
            case BRANCH -> warning.getValue();
            case LOOP -> accent.getValue();
        };
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return FACTORY.getCssMetaData();
    }
}
