package dev.arcrun.desktop.document;

import dev.arcrun.engine.document.Edit.ReplaceText;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Gathers keystrokes into steps: a word typed in one go is one step; a new line, a jump or a pause
 * starts the next.
 */
final class Typing {
    private static final StepName NAME = StepName.of("undo.typing");
    private static final long PAUSE_NANOS = 1_500_000_000L;

    private int runs;
    private int expected = -1;
    private long last;

    /** The step of a replacement in the editor. */
    Step step(int position, String removed, String inserted, long nanoTime) {
        boolean goesOn =
                nanoTime - last < PAUSE_NANOS
                        && !inserted.contains("\n")
                        && (removed.isEmpty()
                                ? position == expected
                                : position + removed.length() == expected);
        if (!goesOn) {
            runs++;
        }
        expected = position + inserted.length();
        last = nanoTime;
        return step(position, removed, inserted, "typing " + runs);
    }

    static Step step(int position, String removed, String inserted, @Nullable String mergeKey) {
        return new Step(
                NAME,
                List.of(new ReplaceText(position, position + removed.length(), inserted)),
                List.of(
                        new ReplaceText(
                                position,
                                position + inserted.length(),
                                Objects.requireNonNull(removed))),
                mergeKey);
    }
}
