package dev.arcrun.desktop.completion;

import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonWriter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Chooses among candidates by what was typed, and writes them as YAML wants them. */
final class Offers {
    private static final int MOST = 100;
    private static final Pattern PLAIN =
            Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_ -]*[\\p{L}\\p{N}_]|[\\p{L}_]");
    private static final List<String> WORDS = List.of("true", "false", "null", "yes", "no", "~");

    private Offers() {}

    /** Those that begin with what was typed, then those that have it inside; each label once. */
    static Completion beginning(int start, String typed, Collection<Candidate> offers) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        Map<String, Candidate> chosen = new LinkedHashMap<>();
        for (boolean inside : new boolean[] {false, true}) {
            for (Candidate offer : offers) {
                String label = offer.label().toLowerCase(Locale.ROOT);
                boolean fits = inside ? label.contains(wanted) : label.startsWith(wanted);
                if (fits && chosen.size() < MOST) {
                    chosen.putIfAbsent(offer.label(), offer);
                }
            }
        }
        return new Completion(start, List.copyOf(chosen.values()));
    }

    static Candidate choice(Json value) {
        String written =
                value instanceof Json.Str(String text) ? plain(text) : JsonWriter.compact(value);
        String label = value instanceof Json.Str(String text) ? text : written;
        return new Candidate(label, written, "", "");
    }

    static String plainKey(String name) {
        return PLAIN.matcher(name).matches() ? name : JsonWriter.quote(name);
    }

    private static String plain(String text) {
        return PLAIN.matcher(text).matches() && !WORDS.contains(text.toLowerCase(Locale.ROOT))
                ? text
                : JsonWriter.quote(text);
    }
}
