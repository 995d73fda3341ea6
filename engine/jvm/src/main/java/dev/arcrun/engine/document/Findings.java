package dev.arcrun.engine.document;

import dev.arcrun.engine.document.Problem.Place;
import dev.arcrun.engine.document.Problem.QuickFix;
import dev.arcrun.engine.document.yaml.SourceText;
import dev.arcrun.engine.document.yaml.YamlIssue;
import dev.arcrun.engine.document.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the problems of one reading. */
final class Findings {
    private final SourceText source;
    private final Messages messages;
    private final List<Problem> problems = new ArrayList<>();

    Findings(SourceText source, Messages messages) {
        this.source = source;
        this.messages = messages;
    }

    SourceText source() {
        return source;
    }

    Messages messages() {
        return messages;
    }

    /** In order of place. */
    List<Problem> problems() {
        List<Problem> ordered = new ArrayList<>(problems);
        ordered.sort(Comparator.comparingInt(problem -> problem.place().start()));
        return List.copyOf(ordered);
    }

    void add(ProblemCode code, YamlNode at, Object... arguments) {
        add(code, place(at), List.of(), arguments);
    }

    void add(ProblemCode code, Place place, List<QuickFix> fixes, Object... arguments) {
        String message = messages.text(code.name(), arguments);
        problems.add(new Problem(code.name(), code.severity(), message, place, fixes));
    }

    void add(YamlIssue issue, List<QuickFix> fixes) {
        ProblemCode code = ProblemCode.valueOf(issue.kind().name());
        add(code, place(issue.start(), issue.end()), fixes, issue.arguments().toArray());
    }

    /** A fix labelled by the bundle's {@code key}. */
    QuickFix fix(String key, List<Edit> edits, Object... arguments) {
        return new QuickFix(messages.text(key, arguments), edits);
    }

    Place place(YamlNode node) {
        return place(node.content(), node.end());
    }

    Place place(int start, int end) {
        int from = Math.clamp(start, 0, source.length());
        int to = Math.clamp(end, from, source.length());
        return new Place(source.line(from), source.column(from), from, to);
    }
}
