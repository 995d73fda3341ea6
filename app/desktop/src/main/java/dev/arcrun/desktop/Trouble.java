package dev.arcrun.desktop;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.System.Logger.Level;
import javafx.scene.control.Alert;
import javafx.scene.control.TextArea;

/** Where exceptions that nobody expected end: they are logged and shown, and the window goes on. */
final class Trouble {
    private static final System.Logger LOG = System.getLogger(Trouble.class.getName());

    private Trouble() {}

    /** FX thread only. */
    static void show(Throwable trouble) {
        LOG.log(Level.ERROR, "Something in the studio broke.", trouble);
        var details = new StringWriter();
        trouble.printStackTrace(new PrintWriter(details));
        var text = new TextArea(details.toString());
        text.setEditable(false);
        var alert = new Alert(Alert.AlertType.ERROR, String.valueOf(trouble.getMessage()));
        alert.setTitle("Arcrun Studio");
        alert.getDialogPane().setExpandableContent(text);
        alert.show();
    }
}
