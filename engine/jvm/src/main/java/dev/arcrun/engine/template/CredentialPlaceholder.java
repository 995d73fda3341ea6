package dev.arcrun.engine.template;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The text that stands for a credential until the host replaces it: <code>
 * «credential:NAME#NONCE»</code>. Who doesn't know the run's nonce can't write one.
 */
public final class CredentialPlaceholder {
    /** The name that means credentials in templates. */
    public static final String ROOT = "credential";

    private static final String START = "«credential:";
    private static final Pattern NONCE = Pattern.compile("[A-Za-z0-9_-]+");

    private final String end;

    private CredentialPlaceholder(String nonce) {
        this.end = "#" + nonce + "»";
    }

    /**
     * The placeholders of one run.
     *
     * @param nonce unguessable; letters, digits, {@code _} and {@code -}
     */
    public static CredentialPlaceholder of(String nonce) {
        if (!NONCE.matcher(nonce).matches()) {
            throw new IllegalArgumentException("a nonce is letters, digits, _ and -");
        }
        return new CredentialPlaceholder(nonce);
    }

    /**
     * The placeholder of a credential.
     *
     * @throws IllegalArgumentException when that can't be a credential's name
     */
    public String text(String name) {
        if (!isCredentialName(name)) {
            throw new IllegalArgumentException("not a credential's name: " + name);
        }
        return START + name + end;
    }

    /** What a credential may be called: letters of any script, digits, {@code _} and {@code -}. */
    public static boolean isCredentialName(String name) {
        return !name.isEmpty() && Characters.endOfName(name, 0) == name.length();
    }

    /**
     * A placeholder in a text.
     *
     * @param start offset of its first character (UTF-16)
     * @param end offset after its last
     */
    public record Match(String name, int start, int end) {}

    /** This run's placeholders in a text, in order. Those of other runs are plain text. */
    public List<Match> find(String text) {
        List<Match> matches = new ArrayList<>();
        int from = 0;
        for (int close = text.indexOf(end); close >= 0; close = text.indexOf(end, from)) {
            int nameStart = startOfName(text, from, close);
            int open = nameStart - START.length();
            from = close + end.length();
            if (nameStart < close && text.startsWith(START, open)) {
                matches.add(new Match(text.substring(nameStart, close), open, from));
            }
        }
        return matches;
    }

    private static int startOfName(String text, int from, int end) {
        int start = end;
        while (start > from && Characters.inName(text.codePointBefore(start))) {
            start -= Character.charCount(text.codePointBefore(start));
        }
        return start;
    }

    /** Says nothing of the nonce. */
    @Override
    public String toString() {
        return "CredentialPlaceholder";
    }
}
