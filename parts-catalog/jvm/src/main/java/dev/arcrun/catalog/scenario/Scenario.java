package dev.arcrun.catalog.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One example of how a part behaves.
 *
 * @param name its title
 * @param line where it stands, from 1; of an outline the line of the example
 */
public record Scenario(String name, int line, List<Step> steps) {

    /**
     * @param text without the keyword
     * @param block the text between triple quotes, or null
     * @param mediaType what stands after the opening quotes, or empty
     */
    record Step(String text, @Nullable String block, String mediaType) {}

    public Scenario {
        steps = List.copyOf(steps);
    }
}
