package dev.arcrun.desktop.inspector;

import java.util.ArrayList;
import java.util.List;

/** A parameter's place as people write it: {@code headers.accept}, {@code items.0.name}. */
final class ParameterPath {
    private static final int MOST_DIGITS = 6;

    private ParameterPath() {}

    static String of(List<Object> path) {
        return String.join(".", path.stream().map(String::valueOf).toList());
    }

    /** Steps of digits are list positions, except the first. Empty steps are left out. */
    static List<Object> read(String text) {
        var path = new ArrayList<Object>();
        for (String step : text.split("\\.", -1)) {
            String name = step.strip();
            boolean position =
                    !path.isEmpty() && name.matches("\\d+") && name.length() <= MOST_DIGITS;
            if (position) {
                path.add(Integer.parseInt(name));
            } else if (!name.isEmpty()) {
                path.add(name);
            }
        }
        return path;
    }
}
