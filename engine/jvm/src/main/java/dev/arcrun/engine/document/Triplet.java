package dev.arcrun.engine.document;

import dev.arcrun.engine.recipe.Relation;
import dev.arcrun.engine.recipe.Relations;
import org.jspecify.annotations.Nullable;

/**
 * {@code from >> relation >> to} as it is written.
 *
 * @param from the first field with the spaces around it; likewise the others
 */
record Triplet(String from, String relation, String to) {
    private static final String ARROW = ">>";

    /** The fields of a line, or null where there aren't three, or one is empty. */
    static @Nullable Triplet parse(String text) {
        int first = text.indexOf(ARROW);
        int last = text.lastIndexOf(ARROW);
        if (first < 0 || last < first + ARROW.length()) {
            return null;
        }
        Triplet triplet =
                new Triplet(
                        text.substring(0, first),
                        text.substring(first + ARROW.length(), last),
                        text.substring(last + ARROW.length()));
        String relation = triplet.relation.strip();
        boolean inParentheses = relation.endsWith(")") || relation.endsWith("）");
        boolean three = inParentheses || !relation.contains(ARROW);
        boolean full = !triplet.from.isBlank() && !relation.isEmpty() && !triplet.to.isBlank();
        return three && full ? triplet : null;
    }

    static String write(String from, Relation relation, String to) {
        return from + " >> " + Relations.write(relation) + " >> " + to;
    }

    String source() {
        return from.strip();
    }

    String target() {
        return to.strip();
    }

    int relationStart() {
        int lead = relation.length() - relation.stripLeading().length();
        return from.length() + ARROW.length() + lead;
    }

    int targetStart() {
        int lead = to.length() - to.stripLeading().length();
        return from.length() + relation.length() + 2 * ARROW.length() + lead;
    }

    int sourceStart() {
        return from.length() - from.stripLeading().length();
    }

    /** The line with other fields; what stays the same stays as written. */
    String with(String newFrom, Relation newRelation, String newTo) {
        boolean sameRelation = Relations.parse(relation).equals(newRelation);
        return replaced(from, newFrom)
                + ARROW
                + (sameRelation ? relation : replaced(relation, Relations.write(newRelation)))
                + ARROW
                + replaced(to, newTo);
    }

    /** The line with other words for its relation. */
    String withRelationText(String text) {
        return from + ARROW + replaced(relation, text) + ARROW + to;
    }

    private static String replaced(String field, String value) {
        String trimmed = field.strip();
        if (trimmed.equals(value)) {
            return field;
        }
        int lead = field.indexOf(trimmed);
        return field.substring(0, lead) + value + field.substring(lead + trimmed.length());
    }
}
