package dev.arcrun.desktop.yaml;

import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.CodeArea;

/** Keys that know YAML: Enter keeps the indentation, Tab writes spaces. */
final class YamlKeys {
    private static final String INDENT = "  ";

    private final CodeArea area;

    YamlKeys(CodeArea area) {
        this.area = area;
    }

    void handle(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown() || event.isShiftDown()) {
            return;
        }
        switch (event.getCode()) {
            case ENTER -> {
                area.replaceSelection("\n" + nextIndent());
                area.requestFollowCaret();
                event.consume();
            }
            case TAB -> {
                area.replaceSelection(INDENT);
                event.consume();
            }
            default -> {}
        }
    }

    private String nextIndent() {
        String line = area.getParagraph(area.getCurrentParagraph()).getText();
        String before = line.substring(0, Math.min(area.getCaretColumn(), line.length()));
        int indent = 0;
        while (indent < before.length() && before.charAt(indent) == ' ') {
            indent++;
        }
        boolean opens = before.stripTrailing().endsWith(":");
        return " ".repeat(indent) + (opens ? INDENT : "");
    }
}
