package dev.arcrun.engine.validate;

import dev.arcrun.engine.document.Problem;
import dev.arcrun.engine.document.Problem.Place;
import dev.arcrun.engine.document.Problem.QuickFix;
import dev.arcrun.engine.document.Problem.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The problems found so far, in the user's language. */
final class Findings {
    private static final Comparator<Problem> BY_PLACE =
            Comparator.comparingInt((Problem it) -> it.place().start())
                    .thenComparing(Problem::severity)
                    .thenComparing(Problem::code)
                    .thenComparing(Problem::message);

    private final Wording wording;
    private final List<Problem> problems = new ArrayList<>();

    Findings(Wording wording) {
        this.wording = wording;
    }

    void error(Message message, Place place, List<QuickFix> fixes) {
        add(Severity.ERROR, message, place, fixes);
    }

    void warning(Message message, Place place, List<QuickFix> fixes) {
        add(Severity.WARNING, message, place, fixes);
    }

    void info(Message message, Place place, List<QuickFix> fixes) {
        add(Severity.INFO, message, place, fixes);
    }

    void add(Severity severity, Message message, Place place, List<QuickFix> fixes) {
        problems.add(new Problem(message.code(), severity, wording.of(message), place, fixes));
    }

    /** The label of a quick fix. */
    String label(String key, Object... details) {
        return wording.of(Message.of("FIX", key, details));
    }

    /** Of a contract's texts by language tag the one to show. */
    String text(Map<String, String> texts) {
        return wording.of(texts);
    }

    List<Problem> byPlace() {
        return problems.stream().sorted(BY_PLACE).distinct().toList();
    }
}
