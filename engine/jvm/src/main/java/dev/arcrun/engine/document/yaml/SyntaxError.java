package dev.arcrun.engine.document.yaml;

import dev.arcrun.engine.document.yaml.YamlIssue.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Where a reading stopped, in words, and which line to leave out to read on. */
record SyntaxError(List<YamlIssue> issues, int from, int to, boolean tabs) {

    static SyntaxError of(TreeBuilder builder, SourceText source) {
        CodePoints codePoints = builder.codePoints();
        YamlEngineException error = builder.error();
        if (!(error instanceof MarkedYamlEngineException marked)) {
            return new SyntaxError(
                    List.of(new YamlIssue(Kind.YAML_SYNTAX, 0, 0, String.valueOf(error))),
                    0,
                    0,
                    false);
        }
        int problem = offset(marked.getProblemMark(), codePoints);
        int context = offset(marked.getContextMark(), codePoints);
        String what = String.valueOf(marked.getProblem());
        if (what.contains("(TAB)")) {
            return tabs(source, problem);
        }
        int quote = builder.quoteBefore(problem);
        if (quote >= 0) {
            return at(source, quote, "this quote isn't closed on its line");
        }
        boolean unclosed = isUnclosed(marked.getContext());
        int at = unclosed && context >= 0 ? context : Math.max(problem, 0);
        return at(source, Math.min(at, source.length()), describe(marked.getContext(), what));
    }

    private static SyntaxError at(SourceText source, int start, String what) {
        int end = Math.max(start, source.lineEnd(start));
        var issue = new YamlIssue(Kind.YAML_SYNTAX, start, end, what);
        return new SyntaxError(List.of(issue), source.lineStart(start), end, false);
    }

    private static boolean isUnclosed(@Nullable String context) {
        return context != null
                && (context.contains("quoted scalar") || context.contains("parsing a flow"));
    }

    private static String describe(@Nullable String context, String problem) {
        return context == null || context.isEmpty() ? problem : problem + " " + context;
    }

    private static int offset(Optional<Mark> mark, CodePoints codePoints) {
        return mark.map(found -> codePoints.offset(found.getIndex())).orElse(-1);
    }

    /** Every line from here on that is indented with a tab. */
    private static SyntaxError tabs(SourceText source, int from) {
        List<YamlIssue> issues = new ArrayList<>();
        int line = source.line(from);
        issues.add(new YamlIssue(Kind.TAB_INDENTATION, from, from + 1));
        for (int at = source.nextLine(from); at < source.length(); at = source.nextLine(at)) {
            int tab = at;
            while (tab < source.length() && source.charAt(tab) == ' ') {
                tab++;
            }
            if (tab < source.length() && source.charAt(tab) == '\t') {
                issues.add(new YamlIssue(Kind.TAB_INDENTATION, tab, tab + 1));
            }
        }
        return new SyntaxError(issues, source.offsetOfLine(line), source.length(), true);
    }

    /** The text with the line blanked; where tabs indent, with a space for each tab. */
    String blank(String text) {
        StringBuilder blanked = new StringBuilder(text);
        boolean indentation = true;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                indentation = true;
                continue;
            }
            if (!tabs) {
                blanked.setCharAt(i, ' ');
            } else if (indentation && c == '\t') {
                blanked.setCharAt(i, ' ');
            } else if (c != ' ') {
                indentation = false;
            }
        }
        return blanked.toString();
    }
}
