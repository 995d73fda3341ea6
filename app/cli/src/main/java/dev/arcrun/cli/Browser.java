package dev.arcrun.cli;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** The user's browser, opened by the system's own command; where there is none nothing happens. */
final class Browser {
    private Browser() {}

    static void open(URI address) {
        if (System.console() == null) {
            return;
        }
        try {
            new ProcessBuilder(command(address))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            // The address stands on the screen; the user opens it by hand.
            return;
        }
    }

    private static List<String> command(URI address) {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.contains("win")) {
            return List.of("rundll32", "url.dll,FileProtocolHandler", address.toString());
        }
        return List.of(system.contains("mac") ? "open" : "xdg-open", address.toString());
    }
}
