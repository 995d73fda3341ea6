package dev.arcrun.engine.validate;

import dev.arcrun.engine.template.IRegexp;
import dev.arcrun.engine.template.IRegexpSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A schema's {@code pattern}, which is written as ECMAScript does and matched in linear time as an
 * I-Regexp (RFC 9485). It fits where it fits a part of the text.
 */
final class SchemaPattern {
    /**
     * States of a pattern times characters of a text. A second's work; 5 MiB fit a pattern of 20
     * states.
     */
    private static final long MOST_STEPS = 100L * 1024 * 1024;

    private static final String ANY = "(.|\\n|\\r)*";
    private static final String DOT = "[^\\n\\r\u2028\u2029]";

    /** A class, a group that doesn't capture, an escape, or one character. */
    private static final Pattern PIECE = Pattern.compile("\\(\\?:|\\\\.|.", Pattern.DOTALL);

    /** Escapes of characters that an I-Regexp takes as they are. */
    private static final Pattern NEEDLESS = Pattern.compile("\\\\[ !\"#$%&',/:;<=>@`~_]");

    /**
     * What short forms of ECMAScript's patterns hold, as written inside a class; a range comes
     * last, so that a hyphen behind it is a mistake and never a range.
     */
    private static final Map<String, String> SHORT_FORMS =
            Map.of(
                    "d",
                    "0-9",
                    "w",
                    "_A-Za-z0-9",
                    "s",
                    " \\t\\n\\r\u000b\f\u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff\u2000-\u200a");

    private final List<String> alternatives = new ArrayList<>();
    private final StringBuilder body = new StringBuilder();
    private boolean fromStart;
    private boolean toEnd;
    private boolean inClass;
    private boolean beyond;
    private int depth;

    private SchemaPattern() {}

    /**
     * A pattern that says more than I-Regexps can takes every text; a text that would take seconds
     * fits none.
     */
    static boolean fits(String pattern, String text) {
        String said = new SchemaPattern().translated(pattern);
        try {
            if (said == null) {
                return true;
            }
            IRegexp read = IRegexp.parse(said);
            return read.mostSteps(text) <= MOST_STEPS && read.matches(text);
        } catch (IRegexpSyntaxException sayingMore) {
            return true;
        }
    }

    /**
     * The I-Regexp that fits all of a text where the pattern fits a part of it; null where anchors
     * stand elsewhere than at the ends of an alternative.
     */
    private @Nullable String translated(String pattern) {
        Matcher pieces = PIECE.matcher(pattern + "|");
        while (pieces.find() && !beyond) {
            read(pieces.group());
        }
        boolean isWhole = !beyond && depth == 0 && !inClass && body.isEmpty();
        return isWhole ? String.join("|", alternatives) : null;
    }

    private void read(String piece) {
        if (piece.equals("|") && depth == 0 && !inClass) {
            endAlternative();
        } else if (toEnd) {
            beyond = true;
        } else if (inClass) {
            inClass = !piece.equals("]");
            body.append(piece.equals("[") ? "\\[" : insideClass(piece));
        } else if (piece.equals("^")) {
            beyond = fromStart || !body.isEmpty();
            fromStart = true;
        } else if (piece.equals("$")) {
            beyond = depth > 0;
            toEnd = true;
        } else {
            inClass = piece.equals("[");
            depth += piece.startsWith("(") ? 1 : piece.equals(")") ? -1 : 0;
            body.append(outsideClass(piece));
        }
    }

    private void endAlternative() {
        alternatives.add((fromStart ? "" : ANY) + "(" + body + ")" + (toEnd ? "" : ANY));
        fromStart = false;
        toEnd = false;
        body.setLength(0);
    }

    private static String insideClass(String piece) {
        return piece.startsWith("\\")
                ? SHORT_FORMS.getOrDefault(piece.substring(1), unescaped(piece))
                : piece;
    }

    private static String outsideClass(String piece) {
        if (piece.equals("(?:")) {
            return "(";
        }
        if (!piece.startsWith("\\")) {
            return piece.equals(".") ? DOT : piece;
        }
        String form = piece.substring(1);
        String members = SHORT_FORMS.get(form.toLowerCase(Locale.ROOT));
        if (members == null) {
            return unescaped(piece);
        }
        return SHORT_FORMS.containsKey(form) ? "[" + members + "]" : "[^" + members + "]";
    }

    /** Without the backslash where an I-Regexp has none before that character. */
    private static String unescaped(String piece) {
        return NEEDLESS.matcher(piece).matches() ? piece.substring(1) : piece;
    }
}
