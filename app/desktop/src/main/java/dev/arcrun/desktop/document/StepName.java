package dev.arcrun.desktop.document;

import java.util.List;

/**
 * What a step is called in the menu: "Undo rename fetch".
 *
 * @param key of the text
 * @param arguments put into it
 */
public record StepName(String key, List<String> arguments) {
    public StepName {
        arguments = List.copyOf(arguments);
    }

    public static StepName of(String key, String... arguments) {
        return new StepName(key, List.of(arguments));
    }
}
