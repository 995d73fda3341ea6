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
        Step last = joining(step.mergeKey());
        if (last != null) {
            done.pop();
        }
        done.push(last == null ? step : last.then(step));
        undone.clear();
        sealed = false;
        tell();
    }

    /** The last step, if one with this key would join it. */
    @Nullable Step joining(@Nullable String mergeKey) {
        Step last = done.peek();
        boolean joins =
                !sealed
                        && undone.isEmpty()
                        && last != null
                        && mergeKey != null
                        && mergeKey.equals(last.mergeKey());
        return joins ? last : null;
    }

    /** Forgets the last step, which the caller has taken back or will put another in place of. */
    void dropLast() {
        done.poll();
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
