package dev.arcrun.desktop.yaml;

import dev.arcrun.engine.document.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A line of the editor in stretches of equal style.
 *
 * @param stretches cover the line from its start to its end
 */
record StyledLine(List<Stretch> stretches) {

    record Stretch(int length, Collection<String> styles) {}

    /** A problem's place within the shown text. */
    record Mark(int start, int end, Problem.Severity severity) {}

    StyledLine {
        stretches = List.copyOf(stretches);
    }

    /**
     * All lines of a text.
     *
     * @param shown as the editor shows it
     * @param marks in any order; positions in {@code shown}
     */
    static List<StyledLine> of(String shown, List<Mark> marks) {
        List<List<Token>> tokens = YamlTokenizer.tokens(shown);
        var lines = new ArrayList<StyledLine>(tokens.size());
        int start = 0;
        for (List<Token> line : tokens) {
            int newline = shown.indexOf('\n', start);
            int end = newline < 0 ? shown.length() : newline;
            lines.add(line(start, end, line, marks));
            start = end + 1;
        }
        return lines;
    }

    private static StyledLine line(int start, int end, List<Token> tokens, List<Mark> marks) {
        var here = marks.stream().filter(mark -> mark.start <= end && mark.end >= start).toList();
        var cuts = new TreeSet<Integer>();
        cuts.add(0);
        cuts.add(end - start);
        for (Token token : tokens) {
            cuts.add(token.start());
            cuts.add(token.end());
        }
        for (Mark mark : here) {
            cuts.add(Math.clamp(mark.start - start, 0, end - start));
            cuts.add(Math.clamp(mark.end - start, 0, end - start));
        }
        var stretches = new ArrayList<Stretch>();
        int token = 0;
        Integer from = cuts.pollFirst();
        for (int to : cuts) {
            while (token < tokens.size() && tokens.get(token).end() <= from) {
                token++;
            }
            var styles = new TreeSet<String>();
            if (token < tokens.size() && tokens.get(token).start() <= from) {
                styles.add(tokens.get(token).kind().styleClass);
            }
            for (Mark mark : here) {
                if (mark.start - start <= from && mark.end - start >= to) {
                    styles.add(styleOf(mark.severity));
                }
            }
            stretches.add(new Stretch(to - from, Set.copyOf(styles)));
            from = to;
        }
        return new StyledLine(stretches);
    }

    private static String styleOf(Problem.Severity severity) {
        return switch (severity) {
            case ERROR -> "problem-error";
            case WARNING -> "problem-warning";
            case INFO -> "problem-info";
        };
    }
}
