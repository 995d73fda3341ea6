package dev.arcrun.catalog.apirecipe;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text of a recipe: what is between double braces, and what is beside it. */
record Placeholders(List<Piece> pieces) {
    private static final Pattern PATH = Pattern.compile("\\w+(?:\\.\\w+)*");
    private static final String OPEN = "{{";
    private static final String CLOSE = "}}";

    /** A piece of a text. */
    sealed interface Piece {
        record Plain(String text) implements Piece {}

        /**
         * @param name first of the path
         * @param steps the others
         */
        record Placeholder(String name, List<String> steps) implements Piece {
            /** As it stands in a template. */
            String path() {
                return steps.isEmpty() ? name : name + "." + String.join(".", steps);
            }

            /** What follows the first name. */
            String rest() {
                return String.join(".", steps);
            }
        }
    }

    /**
     * @param mistakes told what is wrong about the text
     */
    static Placeholders read(String text, Consumer<String> mistakes) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (int open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, at)) {
            int close = text.indexOf(CLOSE, open);
            if (close < 0) {
                mistakes.accept("`{{` isn't closed by `}}`.");
                break;
            }
            if (open > at) {
                pieces.add(new Piece.Plain(text.substring(at, open)));
            }
            String inside = text.substring(open + OPEN.length(), close).strip();
            at = close + CLOSE.length();
            Matcher path = PATH.matcher(inside);
            if (path.matches()) {
                List<String> names = List.of(inside.split("\\."));
                pieces.add(new Piece.Placeholder(names.getFirst(), names.subList(1, names.size())));
            } else {
                mistakes.accept(
                        "`{{"
                                + (inside.length() > 60 ? inside.substring(0, 60) + "…" : inside)
                                + "}}` can't be read; there is a name between the braces, or a path such"
                                + " as a.b.");
            }
        }
        if (at < text.length()) {
            pieces.add(new Piece.Plain(text.substring(at)));
        }
        return new Placeholders(List.copyOf(pieces));
    }

    /** Whether the text is one placeholder and nothing but white space around it. */
    boolean isWhole() {
        return pieces.stream().filter(Piece.Placeholder.class::isInstance).count() == 1
                && pieces.stream()
                        .allMatch(it ->
                                it instanceof Piece.Placeholder
                                        || (it instanceof Piece.Plain(String text)
                                                && text.isBlank()));
    }

    boolean startsWithPlaceholder() {
        return !pieces.isEmpty() && pieces.getFirst() instanceof Piece.Placeholder;
    }
}
