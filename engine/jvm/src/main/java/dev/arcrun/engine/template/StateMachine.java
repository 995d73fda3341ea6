package dev.arcrun.engine.template;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Thompson's automaton: all states that a text can have led to are followed at once, so no text is
 * read twice.
 */
final class StateMachine {
    private static final int NONE = -1;

    private final List<@Nullable CharacterSet> sets = new ArrayList<>();
    private final List<int[]> next = new ArrayList<>();
    private final String pattern;
    private int start;

    private StateMachine(String pattern) {
        this.pattern = pattern;
    }

    static StateMachine of(Shape shape, String pattern) {
        var machine = new StateMachine(pattern);
        int accept = machine.state(null);
        machine.start = machine.build(shape, accept);
        return machine;
    }

    /** How many states there are. */
    int size() {
        return sets.size();
    }

    /**
     * How a text was decided.
     *
     * @param steps states visited, summed over the text's characters
     */
    record Verdict(boolean matched, long steps) {}

    Verdict run(String text) {
        var current = new StateSet(sets.size());
        var following = new StateSet(sets.size());
        enter(start, current);
        long steps = current.size;
        for (int i = 0; i < text.length() && current.size > 0; ) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            following.clear();
            for (int k = 0; k < current.size; k++) {
                CharacterSet set = sets.get(current.states[k]);
                if (set != null && set.contains(codePoint)) {
                    enter(next.get(current.states[k])[0], following);
                }
            }
            steps += following.size;
            var spare = current;
            current = following;
            following = spare;
        }
        return new Verdict(current.has(0), steps);
    }

    /** Adds a state and all that can be reached from it without a character. */
    private void enter(int state, StateSet into) {
        int done = into.size;
        into.add(state);
        for (; done < into.size; done++) {
            int reached = into.states[done];
            if (sets.get(reached) == null) {
                for (int target : next.get(reached)) {
                    into.add(target);
                }
            }
        }
    }

    /** Makes the states of a shape that go on at {@code then}; gives the first. */
    private int build(Shape shape, int then) {
        return switch (shape) {
            case Shape.OneOf(CharacterSet set) -> state(set, then);
            case Shape.Sequence(List<Shape> parts) -> {
                int first = then;
                for (Shape part : parts.reversed()) {
                    first = build(part, first);
                }
                yield first;
            }
            case Shape.Choice(List<Shape> branches) ->
                    state(null, branches.stream().mapToInt(it -> build(it, then)).toArray());
            case Shape.Repeated(Shape of, int least, int most) -> repeated(of, least, most, then);
        };
    }

    private int repeated(Shape of, int least, int most, int then) {
        int first = then;
        if (most == Shape.Repeated.UNBOUNDED) {
            first = state(null, then, NONE);
            next.get(first)[1] = build(of, first);
        } else {
            for (int i = least; i < most; i++) {
                first = state(null, build(of, first), then);
            }
        }
        for (int i = 0; i < least; i++) {
            first = state(null, build(of, first));
        }
        return first;
    }

    private int state(@Nullable CharacterSet set, int... targets) {
        if (sets.size() == IRegexp.MAX_STATES) {
            throw new IRegexpSyntaxException(
                    "with its repetitions written out it has more than "
                            + IRegexp.MAX_STATES
                            + " states",
                    pattern,
                    pattern.length());
        }
        sets.add(set);
        next.add(targets);
        return sets.size() - 1;
    }

    /** Some of the states, each once, in order of arrival. */
    private static final class StateSet {
        private final int[] states;
        private final int[] placeOf;
        private int size;

        StateSet(int capacity) {
            states = new int[capacity];
            placeOf = new int[capacity];
            Arrays.fill(placeOf, NONE);
        }

        boolean has(int state) {
            int place = placeOf[state];
            return place >= 0 && place < size && states[place] == state;
        }

        void add(int state) {
            if (!has(state)) {
                placeOf[state] = size;
                states[size++] = state;
            }
        }

        void clear() {
            size = 0;
        }
    }
}
