package dev.arcrun.desktop.completion;

import java.util.List;

/**
 * What can be written at a caret.
 *
 * @param start where the typed beginning starts in the text; it is replaced up to the caret
 * @param candidates best first
 */
public record Completion(int start, List<Candidate> candidates) {
    public static final Completion NONE = new Completion(0, List.of());

    public Completion {
        candidates = List.copyOf(candidates);
    }

    public boolean isEmpty() {
        return candidates.isEmpty();
    }
}
