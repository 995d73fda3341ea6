package dev.arcrun.desktop;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for: {@code [WORKSPACE] [--recipe NAME] [--run] [--theme light|dark]
 * [--language en|zh-TW] [--size WIDTHxHEIGHT] [--screenshot FILE]}.
 *
 * @param workspace folder to open
 * @param recipe name of the recipe to show first, or null
 * @param run whether to run it at once
 * @param theme {@code light}, {@code dark}, or null: as remembered
 * @param language a language tag, or null: as remembered
 * @param width of the window
 * @param screenshot where to write a picture of the window before leaving again, or null
 */
public record LaunchOptions(
        Path workspace,
        @Nullable String recipe,
        boolean run,
        @Nullable String theme,
        @Nullable String language,
        double width,
        double height,
        @Nullable Path screenshot) {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;

    /**
     * Reads the arguments.
     *
     * @throws IllegalArgumentException for one that isn't understood; its message is for the user
     */
    public static LaunchOptions read(List<String> arguments) {
        var options = new LaunchOptions(Path.of("."), null, false, null, null, WIDTH, HEIGHT, null);
        var rest = arguments.iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            options =
                    switch (argument) {
                        case "--recipe" -> options.withRecipe(value(argument, rest));
                        case "--run" -> options.withRun();
                        case "--theme" -> options.withTheme(value(argument, rest));
                        case "--language" -> options.withLanguage(value(argument, rest));
                        case "--size" -> options.withSize(value(argument, rest));
                        case "--screenshot" ->
                                options.withScreenshot(Path.of(value(argument, rest)));
                        default -> options.withWorkspace(argument);
                    };
        }
        return options;
    }

    private static String value(String option, java.util.Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value.");
        }
        return rest.next();
    }

    private LaunchOptions withWorkspace(String folder) {
        if (folder.startsWith("-")) {
            throw new IllegalArgumentException(
                    "Unknown option "
                            + folder
                            + ". There are --recipe NAME, --run, --theme light|dark,"
                            + " --language en|zh-TW, --size WIDTHxHEIGHT and --screenshot FILE.");
        }
        return new LaunchOptions(
                Path.of(folder), recipe, run, theme, language, width, height, screenshot);
    }

    private LaunchOptions withRecipe(String name) {
        return new LaunchOptions(workspace, name, run, theme, language, width, height, screenshot);
    }

    private LaunchOptions withRun() {
        return new LaunchOptions(
                workspace, recipe, true, theme, language, width, height, screenshot);
    }

    private LaunchOptions withTheme(String name) {
        if (!name.equals("light") && !name.equals("dark")) {
            throw new IllegalArgumentException("--theme is light or dark, not " + name + ".");
        }
        return new LaunchOptions(workspace, recipe, run, name, language, width, height, screenshot);
    }

    private LaunchOptions withLanguage(String tag) {
        return new LaunchOptions(workspace, recipe, run, theme, tag, width, height, screenshot);
    }

    private LaunchOptions withSize(String size) {
        if (!size.matches("\\d{3,4}x\\d{3,4}")) {
            throw new IllegalArgumentException("--size is like 1440x900, not " + size + ".");
        }
        String[] sides = size.split("x", -1);
        return new LaunchOptions(
                workspace,
                recipe,
                run,
                theme,
                language,
                Double.parseDouble(sides[0]),
                Double.parseDouble(sides[1]),
                screenshot);
    }

    private LaunchOptions withScreenshot(Path file) {
        return new LaunchOptions(workspace, recipe, run, theme, language, width, height, file);
    }
}
