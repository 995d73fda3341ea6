package dev.arcrun.desktop.yaml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Remembers the style of each line in the editor, so that only lines that differ are set again. */
final class AppliedStyles {
    private final List<@Nullable StyledLine> lines = new ArrayList<>();

    AppliedStyles() {
        lines.add(null);
    }

    /** Text was replaced from a line on: the lines it touches have to be set again. */
    void replaced(int line, String removed, String inserted) {
        int gone = breaks(removed) + 1;
        int come = breaks(inserted) + 1;
        List<@Nullable StyledLine> touched =
                lines.subList(line, Math.min(line + gone, lines.size()));
        touched.clear();
        lines.addAll(line, Collections.nCopies(come, null));
    }

    /**
     * Calls {@code set} with the first line and the new lines of each stretch that differs.
     *
     * @param wanted one for each line of the editor
     */
    void update(List<StyledLine> wanted, BiConsumer<Integer, List<StyledLine>> set) {
        int from = 0;
        while (from < wanted.size()) {
            if (same(from, wanted)) {
                from++;
                continue;
            }
            int to = from;
            while (to < wanted.size() && !same(to, wanted)) {
                to++;
            }
            set.accept(from, wanted.subList(from, to));
            from = to;
        }
        lines.clear();
        lines.addAll(wanted);
    }

    private boolean same(int line, List<StyledLine> wanted) {
        return line < lines.size() && wanted.get(line).equals(lines.get(line));
    }

    private static int breaks(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }
}
