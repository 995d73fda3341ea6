package dev.arcrun.catalog.scenario;

import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonReader;
import dev.arcrun.engine.value.JsonWriter;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/** The steps about the part's store. */
final class StoreSteps {
    static final List<Steps.Kind> KINDS =
            List.of(
                    Steps.kind("the store is empty", StoreSteps::empty),
                    Steps.kind("the store has " + Steps.TEXT + " with", StoreSteps::has),
                    Steps.kind("the store's " + Steps.TEXT + " is missing", StoreSteps::missing),
                    Steps.kind("the store's " + Steps.TEXT + " is( .+)?", StoreSteps::is),
                    Steps.kind(
                            "the store's " + Steps.TEXT + " lives (\\d{1,12}) seconds",
                            StoreSteps::lives));

    private StoreSteps() {}

    private static @Nullable String empty(MatchResult words, Scenario.Step step, Play play) {
        play.store.open();
        return null;
    }

    private static @Nullable String has(MatchResult words, Scenario.Step step, Play play) {
        play.store.fill(Steps.text(words.group(1)), Steps.block(step));
        return null;
    }

    private static @Nullable String missing(MatchResult words, Scenario.Step step, Play play) {
        MemoryStore.Entry entry = play.store.get(Steps.text(words.group(1)));
        return entry == null ? null : "it is " + JsonWriter.quote(entry.value());
    }

    /** What is stored is compared as JSON; {@code ""} is an empty text, which is no JSON. */
    private static @Nullable String is(MatchResult words, Scenario.Step step, Play play) {
        MemoryStore.Entry entry = play.store.get(Steps.text(words.group(1)));
        if (entry == null) {
            return "there is no such value";
        }
        String inline = words.group(2);
        Json wanted = JsonReader.read(inline == null ? Steps.block(step) : inline.strip());
        Json stored = entry.value().isEmpty() ? Json.of("") : JsonReader.read(entry.value());
        return stored.equals(wanted) ? null : "it is " + JsonWriter.quote(entry.value());
    }

    private static @Nullable String lives(MatchResult words, Scenario.Step step, Play play) {
        MemoryStore.Entry entry = play.store.get(Steps.text(words.group(1)));
        long wanted = Long.parseLong(words.group(2));
        return entry != null && entry.ttlSeconds() == wanted
                ? null
                : "the store has " + Objects.toString(entry, "no such value");
    }
}
