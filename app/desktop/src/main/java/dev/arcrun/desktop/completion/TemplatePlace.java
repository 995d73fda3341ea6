package dev.arcrun.desktop.completion;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A caret inside {@code {{…}}}.
 *
 * @param before the steps of the path that are complete: {@code [fetch, data]} in {@code
 *     {{fetch.data.it}
 * @param typed the beginning of the next step
 * @param start offset of that beginning in the text
 */
record TemplatePlace(List<String> before, String typed, int start) {
    TemplatePlace {
        before = List.copyOf(before);
    }

    static @Nullable TemplatePlace at(String text, int caret) {
        int lineStart = text.lastIndexOf('\n', caret - 1) + 1;
        String line = text.substring(lineStart, caret);
        int open = line.lastIndexOf("{{");
        if (open < 0 || line.indexOf("}}", open) >= 0) {
            return null;
        }
        String inside = line.substring(open + 2);
        String path = inside.stripLeading();
        if (path.indexOf(' ') >= 0 || path.contains("??")) {
            return null;
        }
        String dotted = path.replace('[', '.').replace("]", "").replace("\"", "");
        List<String> steps = List.of(dotted.split("\\.", -1));
        int last = Math.max(path.lastIndexOf('.'), path.lastIndexOf('[')) + 1;
        int start = lineStart + open + 2 + (inside.length() - path.length()) + last;
        return new TemplatePlace(steps.subList(0, steps.size() - 1), path.substring(last), start);
    }
}
