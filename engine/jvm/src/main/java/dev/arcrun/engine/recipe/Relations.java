package dev.arcrun.engine.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Relations as they are written between two {@code >>}, with all their aliases. RECIPE.md, section
 * 2. Latin words are read in any case; full-width parentheses count as parentheses.
 */
public final class Relations {
    /** The loop variable of a bare FOREACH. */
    public static final String DEFAULT_VARIABLE = "item";

    private static final Map<String, Relation> WORDS =
            Map.ofEntries(
                    Map.entry("PIPE", new Relation.Always()),
                    Map.entry("完成後", new Relation.Always()),
                    Map.entry("ON_CLICK", new Relation.Always()),
                    Map.entry("CLICK", new Relation.Always()),
                    Map.entry("ON_SUCCESS", new Relation.OnSuccess()),
                    Map.entry("SUCCESS", new Relation.OnSuccess()),
                    Map.entry("ON_FAIL", new Relation.OnFail()),
                    Map.entry("FAIL", new Relation.OnFail()),
                    Map.entry("失敗時", new Relation.OnFail()),
                    Map.entry("IF", new Relation.If("")),
                    Map.entry("條件滿足時", new Relation.If("")),
                    Map.entry("ON_TRUE", new Relation.OnBranch("true")),
                    Map.entry("TRUE", new Relation.OnBranch("true")),
                    Map.entry("成立時", new Relation.OnBranch("true")),
                    Map.entry("為真時", new Relation.OnBranch("true")),
                    Map.entry("ON_FALSE", new Relation.OnBranch("false")),
                    Map.entry("FALSE", new Relation.OnBranch("false")),
                    Map.entry("ELSE", new Relation.OnBranch("false")),
                    Map.entry("不成立時", new Relation.OnBranch("false")),
                    Map.entry("為假時", new Relation.OnBranch("false")),
                    Map.entry("否則", new Relation.OnBranch("false")),
                    Map.entry("FOREACH", new Relation.Foreach(DEFAULT_VARIABLE)),
                    Map.entry("對每個", new Relation.Foreach(DEFAULT_VARIABLE)),
                    Map.entry("CALLS_SUBFLOW", new Relation.CallsSubflow()),
                    Map.entry("SUBFLOW", new Relation.CallsSubflow()),
                    Map.entry("CONTINUE", new Relation.Documentation("CONTINUE")),
                    Map.entry("IS_A", new Relation.Documentation("IS_A")),
                    Map.entry("CONTAINS", new Relation.Documentation("CONTAINS")),
                    Map.entry("HAS_STYLE", new Relation.Documentation("HAS_STYLE")),
                    Map.entry("HAS_BEHAVIOR", new Relation.Documentation("HAS_BEHAVIOR")));

    private static final List<String> IF_WORDS = List.of("IF", "條件滿足時");
    private static final List<String> BRANCH_WORDS = List.of("ON_BRANCH", "BRANCH", "分支");
    private static final List<String> LOOP_WORDS = List.of("FOREACH", "對每個");

    private Relations() {}

    /** The relation of a text; {@link Relation.Unknown} where nobody knows it. */
    public static Relation parse(String text) {
        String trimmed = text.strip();
        String upper = trimmed.toUpperCase(Locale.ROOT);
        Relation word = WORDS.get(upper);
        if (word != null) {
            return word;
        }
        String condition = inParentheses(trimmed, IF_WORDS);
        if (condition != null) {
            return new Relation.If(condition);
        }
        String branch = inParentheses(trimmed, BRANCH_WORDS);
        if (branch != null && !branch.isEmpty()) {
            return new Relation.OnBranch(branch);
        }
        String variable = loopVariable(trimmed);
        return variable != null ? new Relation.Foreach(variable) : new Relation.Unknown(trimmed);
    }

    /** The relation in its first form: what {@link #parse} reads back as the same. */
    public static String write(Relation relation) {
        return switch (relation) {
            case Relation.Always() -> "PIPE";
            case Relation.OnSuccess() -> "ON_SUCCESS";
            case Relation.OnFail() -> "ON_FAIL";
            case Relation.OnBranch(String branch) when branch.equals("true") -> "ON_TRUE";
            case Relation.OnBranch(String branch) when branch.equals("false") -> "ON_FALSE";
            case Relation.OnBranch(String branch) -> "ON_BRANCH(" + branch + ")";
            case Relation.If(String condition) when condition.isEmpty() -> "IF";
            case Relation.If(String condition) -> "IF(" + condition + ")";
            case Relation.Foreach(String variable) -> "FOREACH " + variable;
            case Relation.CallsSubflow() -> "CALLS_SUBFLOW";
            case Relation.Documentation(String label) -> label;
            case Relation.Unknown(String text) -> text;
        };
    }

    /**
     * The known relation that a misspelt one is most like, with its parentheses or variable kept.
     */
    public static @Nullable String suggest(String text) {
        String trimmed = text.strip();
        int end = 0;
        while (end < trimmed.length() && "(（ ".indexOf(trimmed.charAt(end)) < 0) {
            end++;
        }
        List<String> known = new ArrayList<>(WORDS.keySet());
        known.addAll(BRANCH_WORDS);
        known.sort(null);
        String word = trimmed.substring(0, end).toUpperCase(Locale.ROOT);
        String nearest = Spelling.nearest(word, known);
        if (nearest == null) {
            return null;
        }
        String whole = nearest + trimmed.substring(end);
        if (!(parse(whole) instanceof Relation.Unknown)) {
            return whole;
        }
        return parse(nearest) instanceof Relation.Unknown ? null : nearest;
    }

    private static @Nullable String inParentheses(String text, List<String> words) {
        for (String word : words) {
            String rest = Objects.requireNonNullElse(after(text, word), "").strip();
            if (rest.length() >= 2
                    && "(（".indexOf(rest.charAt(0)) >= 0
                    && ")）".indexOf(rest.charAt(rest.length() - 1)) >= 0) {
                return rest.substring(1, rest.length() - 1).strip();
            }
        }
        return null;
    }

    private static @Nullable String loopVariable(String text) {
        for (String word : LOOP_WORDS) {
            String rest = after(text, word);
            if (rest == null) {
                continue;
            }
            String inside = inParentheses(text, LOOP_WORDS);
            String variable = inside != null ? inside : rest.strip();
            boolean apart =
                    inside != null
                            || (!rest.isEmpty() && Character.isWhitespace(rest.charAt(0)))
                            || word.charAt(0) > 0x7f;
            if (apart && Names.isReference(variable)) {
                return variable;
            }
        }
        return null;
    }

    /** What follows a word that a text begins with, in any case; null where it doesn't. */
    private static @Nullable String after(String text, String word) {
        int end = Math.min(word.length(), text.length());
        boolean begins = text.substring(0, end).toUpperCase(Locale.ROOT).equals(word);
        return begins ? text.substring(end) : null;
    }
}
