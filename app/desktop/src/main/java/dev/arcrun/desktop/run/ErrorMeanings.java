package dev.arcrun.desktop.run;

import dev.arcrun.catalog.contract.LocalText;
import dev.arcrun.desktop.completion.KnownParts;
import dev.arcrun.desktop.work.Threads;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What error codes mean, in the user's language: parts themselves tell their errors in English.
 * Looked up off the UI thread when one is first shown; whoever shows it is told when it has
 * arrived.
 */
public final class ErrorMeanings {
    private final KnownParts parts;
    private final Threads threads;
    private final Map<Code, LocalText> known = new HashMap<>();
    private final List<Runnable> listeners = new ArrayList<>();

    private record Code(String part, String code) {}

    public ErrorMeanings(KnownParts parts, Threads threads) {
        this.parts = parts;
        this.threads = threads;
    }

    public void onArrival(Runnable listener) {
        listeners.add(listener);
    }

    /**
     * The meaning in a language other than English; empty in English, where nobody tells one, and
     * as long as it isn't known.
     *
     * @param language tag as in contracts, {@code zh-TW}
     */
    public String of(String part, String code, String language) {
        var wanted = new Code(part, code);
        LocalText found = known.get(wanted);
        if (found == null) {
            known.put(wanted, LocalText.NONE);
            threads.background()
                    .execute(() -> {
                        LocalText meaning = parts.meaning(part, code);
                        threads.ui().execute(() -> arrived(wanted, meaning));
                    });
            found = known.getOrDefault(wanted, LocalText.NONE);
        }
        return language.equals("en") ? "" : found.byLanguage().getOrDefault(language, "");
    }

    private void arrived(Code code, LocalText meaning) {
        known.put(code, meaning);
        listeners.forEach(Runnable::run);
    }
}
