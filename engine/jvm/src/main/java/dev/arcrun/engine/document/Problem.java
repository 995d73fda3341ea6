package dev.arcrun.engine.document;

import java.util.List;

/**
 * Something about a document that its author can mend.
 *
 * @param code stable, for programs: {@code UNKNOWN_RELATION}
 * @param message what happened, with the names involved, then what to do
 */
public record Problem(
        String code, Severity severity, String message, Place place, List<QuickFix> fixes) {

    public enum Severity {
        ERROR,
        WARNING,
        INFO
    }

    /**
     * Line and column count from 1; the offsets are UTF-16 indices into the text, end exclusive.
     */
    public record Place(int line, int column, int start, int end) {}

    /** A named edit that mends the problem. */
    public record QuickFix(String label, List<Edit> edits) {
        public QuickFix {
            edits = List.copyOf(edits);
        }
    }

    public Problem {
        fixes = List.copyOf(fixes);
    }
}
