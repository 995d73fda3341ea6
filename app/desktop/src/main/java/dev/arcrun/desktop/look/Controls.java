package dev.arcrun.desktop.look;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.Ikon;

/** Controls that explain themselves: each has a tooltip and an accessible name in the language. */
public final class Controls {
    private Controls() {}

    /** A flat button that shows an icon and says what it does. */
    public static Button iconButton(Ikon ikon, Texts texts, String key, Runnable action) {
        var button = new Button(null, Icons.of(ikon));
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        button.setOnAction(event -> action.run());
        explain(button, texts, key);
        return button;
    }

    /** Tooltip and accessible name from one text. */
    public static void explain(Control control, Texts texts, String key) {
        var tooltip = new Tooltip();
        tooltip.textProperty().bind(texts.bind(key));
        control.setTooltip(tooltip);
        control.accessibleTextProperty().bind(texts.bind(key));
    }
}
