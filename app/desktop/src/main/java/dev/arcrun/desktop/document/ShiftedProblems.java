package dev.arcrun.desktop.document;

import dev.arcrun.engine.document.Edit.ReplaceText;
import dev.arcrun.engine.document.Problem;
import java.util.List;

/** Moves problems along with the text, until the changed text has been checked itself. */
final class ShiftedProblems {
    private ShiftedProblems() {}

    /**
     * The problems at their places after the changes; those inside a changed stretch are left out.
     */
    static List<Problem> after(List<Problem> problems, List<ReplaceText> changes) {
        List<Problem> shifted = problems;
        for (ReplaceText change : changes) {
            shifted =
                    shifted.stream()
                            .filter(problem -> !touches(problem.place(), change))
                            .map(problem -> moved(problem, change))
                            .toList();
        }
        return shifted;
    }

    private static boolean touches(Problem.Place place, ReplaceText change) {
        return place.start() < change.end() && change.start() < place.end();
    }

    private static Problem moved(Problem problem, ReplaceText change) {
        Problem.Place place = problem.place();
        if (place.start() < change.end() || place.end() <= change.start()) {
            return problem;
        }
        int by = change.replacement().length() - (change.end() - change.start());
        return new Problem(
                problem.code(),
                problem.severity(),
                problem.message(),
                new Problem.Place(
                        place.line(), place.column(), place.start() + by, place.end() + by),
                problem.fixes());
    }
}
