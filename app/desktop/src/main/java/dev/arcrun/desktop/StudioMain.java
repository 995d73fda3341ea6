package dev.arcrun.desktop;

import java.util.List;
import javafx.application.Application;

/** Starts the studio: {@code StudioMain [WORKSPACE] [options]}, see {@link LaunchOptions}. */
public final class StudioMain {
    private static final int USAGE = 2;

    private StudioMain() {}

    public static void main(String[] arguments) {
        try {
            LaunchOptions.read(List.of(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(USAGE);
        }
        Application.launch(Studio.class, arguments);
    }
}
