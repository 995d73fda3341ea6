package dev.arcrun.engine.validate;

import dev.arcrun.engine.template.ReferencePath;
import java.util.ArrayList;
import java.util.List;

/**
 * The member names that a reference follows inside a result or the run input.
 *
 * @param names from the outermost member inwards
 * @param rooted whether the reference's first name is a member already
 */
record Trail(Usage usage, List<String> names, boolean rooted) {
    /** The members of what the reference's first name means. */
    static Trail within(Usage usage) {
        return new Trail(usage, usage.path().steps(), false);
    }

    /** The reference's first name is a member itself. */
    static Trail fromRoot(Usage usage) {
        List<String> names = new ArrayList<>(List.of(usage.root()));
        names.addAll(usage.path().steps());
        return new Trail(usage, List.copyOf(names), true);
    }

    /** The whole reference with another name at a position. */
    String replaced(int at, String name) {
        List<String> changed = new ArrayList<>(names);
        changed.set(at, name);
        return written(changed);
    }

    /** The whole reference with one more name before a position. */
    String inserted(int at, String name) {
        List<String> changed = new ArrayList<>(names);
        changed.add(at, name);
        return written(changed);
    }

    /** The whole reference without the names from a position on. */
    String upTo(int at) {
        return written(names.subList(0, at));
    }

    private String written(List<String> changed) {
        ReferencePath path =
                rooted
                        ? new ReferencePath(changed.getFirst(), changed.subList(1, changed.size()))
                        : new ReferencePath(usage.root(), changed);
        return path.toString();
    }
}
