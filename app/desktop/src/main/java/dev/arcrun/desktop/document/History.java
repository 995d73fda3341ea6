package dev.arcrun.desktop.document;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Steps that can be taken back and taken again, without limit. */
public final class History {
    private final Deque<Step> done = new ArrayDeque<>();
    private final Deque<Step> undone = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<@Nullable StepName> nextUndo =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable StepName> nextRedo =
            new ReadOnlyObjectWrapper<>();
    private boolean sealed;

    /** Name of the step that undo would take back, or null. */
    public ReadOnlyObjectProperty<@Nullable StepName> nextUndo() {
        return nextUndo.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable StepName> nextRedo() {
        return nextRedo.getReadOnlyProperty();
    }

    void clear() {
        done.clear();
        undone.clear();
        tell();
    }

    /** From now on the next step stands alone, even if it could join the last one. */
    void seal() {
        sealed = true;
    }

    void add(Step step) {
        Step last = done.peek();
        if (!sealed
                && undone.isEmpty()
                && last != null
                && step.mergeKey() != null
                && step.mergeKey().equals(last.mergeKey())) {
            done.pop();
            done.push(last.then(step));
        } else {
            done.push(step);
        }
        undone.clear();
        sealed = false;
        tell();
    }

    @Nullable Step undo() {
        return move(done, undone);
    }

    @Nullable Step redo() {
        return move(undone, done);
    }

    private @Nullable Step move(Deque<Step> from, Deque<Step> to) {
        Step step = from.poll();
        if (step != null) {
            to.push(step);
            sealed = true;
            tell();
        }
        return step;
    }

    private void tell() {
        nextUndo.set(name(done));
        nextRedo.set(name(undone));
    }

    private static @Nullable StepName name(Deque<Step> steps) {
        Step step = steps.peek();
        return step == null ? null : step.name();
    }
}
