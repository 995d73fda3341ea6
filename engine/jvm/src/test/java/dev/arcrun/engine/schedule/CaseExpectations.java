package dev.arcrun.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares a played case with what it expects. */
final class CaseExpectations {
    private static final Set<String> ENTRY_KEYS =
            Set.of(
                    "node",
                    "part",
                    "status",
                    "attempt",
                    "iteration",
                    "input",
                    "output",
                    "error",
                    "error_code",
                    "unresolved");

    private final CaseRun run;

    private CaseExpectations(CaseRun run) {
        this.run = run;
    }

    static void check(ConformanceCase script, CaseRun run, boolean inOrder) {
        var expectations = new CaseExpectations(run);
        script.expected().forEach((key, value) -> expectations.check(key, value, inOrder));
    }

    private void check(String key, Json expected, boolean inOrder) {
        switch (key) {
            case "status" -> assertSame(key, Json.of(run.status()), expected);
            case "data" -> assertSame(key, data(), expected);
            case "error" -> assertSame(key, text(ended().error()), expected);
            case "error_has" -> {
                for (Json part : ((Json.Arr) expected).items()) {
                    assertThat(ended().error()).contains(((Json.Str) part).value());
                }
            }
            case "error_code" -> assertSame(key, text(ended().errorCode()), expected);
            case "failed_node" -> assertSame(key, text(ended().failedNode()), expected);
            case "failed_items" -> assertSame(key, Json.of(ended().failedItems()), expected);
            case "trace" -> checkWhole(expected);
            case "trace_has" -> checkPart(expected);
            case "calls" -> {
                if (inOrder) {
                    checkCalls(expected);
                }
            }
            case "delays" -> checkDelays(expected);
            default -> throw new IllegalArgumentException("unknown expectation `" + key + "`");
        }
    }

    private Outcome ended() {
        if (run.outcome == null) {
            throw new AssertionError("the run has not ended");
        }
        return run.outcome;
    }

    /** Null also for a run without a result. */
    private Json data() {
        Json data = ended().data();
        return data == null ? Json.NULL : data;
    }

    private static Json text(@Nullable String text) {
        return Json.of(text);
    }

    private void checkWhole(Json expected) {
        List<Json> entries = ((Json.Arr) expected).items();
        List<Json.Obj> actual = trace();
        assertThat(actual.stream().map(CaseExpectations::brief))
                .as("trace")
                .isEqualTo(entries.stream().map(e -> brief(entry(e))).toList());
        for (int i = 0; i < entries.size(); i++) {
            checkEntry(entries.get(i), actual.get(i));
        }
    }

    private void checkPart(Json expected) {
        for (Json each : ((Json.Arr) expected).items()) {
            Json.Obj entry = entry(each);
            List<Json.Obj> same =
                    trace().stream().filter(it -> brief(it).equals(brief(entry))).toList();
            assertThat(same).as("%s in %s", brief(entry), trace()).hasSize(1);
            checkEntry(each, same.getFirst());
        }
    }

    private static void checkEntry(Json written, Json.Obj actual) {
        Json.Obj expected = (Json.Obj) written;
        if (!expected.members().containsKey("node")) {
            return;
        }
        CaseFile.onlyKnown(expected, ENTRY_KEYS);
        expected.members()
                .forEach((key, value) ->
                        assertSame(brief(actual) + " " + key, actual.get(key), value));
    }

    /** {@code node[0]#2: status}. */
    private static String brief(Json.Obj entry) {
        var name = new StringBuilder(ConformanceCase.required(entry, "node"));
        if (entry.get("iteration") instanceof Json.Arr iteration) {
            name.append(JsonWriter.compact(iteration));
        }
        if (entry.get("attempt") instanceof Json.Num(double attempt) && attempt > 1) {
            name.append('#').append((int) attempt);
        }
        return name + ": " + ConformanceCase.required(entry, "status");
    }

    /** An entry in full, or short as {@code node[0]#2: status}. */
    private static Json.Obj entry(Json written) {
        Json.Obj entry = (Json.Obj) written;
        if (entry.members().containsKey("node")) {
            return entry;
        }
        Map.Entry<String, Json> only = entry.members().entrySet().iterator().next();
        return Json.object("node", Json.of(only.getKey()), "status", only.getValue());
    }

    private List<Json.Obj> trace() {
        List<Json.Obj> entries = new ArrayList<>();
        for (TraceEntry entry : run.trace()) {
            entries.add(TraceJson.of(entry));
        }
        return entries;
    }

    private void checkCalls(Json expected) {
        List<Json> calls = ((Json.Arr) expected).items();
        assertThat(run.made.stream().map(CaseRun::name))
                .as("calls")
                .isEqualTo(calls.stream().map(CaseExpectations::callName).toList());
        for (int i = 0; i < calls.size(); i++) {
            if (calls.get(i) instanceof Json.Obj call) {
                checkCall(call, run.made.get(i));
            }
        }
    }

    private static String callName(Json call) {
        return call instanceof Json.Obj object
                ? ConformanceCase.required(object, "call")
                : ((Json.Str) call).value();
    }

    private static void checkCall(Json.Obj expected, Command actual) {
        CaseFile.onlyKnown(
                expected,
                Set.of("call", "call_id", "input", "recipe", "awaited", "url", "timeout_ms"));
        Json.Obj seen =
                switch (actual) {
                    case Command.CallPart part ->
                            Json.object(
                                    "call_id", Json.of(part.callId()),
                                    "input", part.input(),
                                    "timeout_ms", Json.of(part.timeoutMs()));
                    case Command.CallRecipe recipe ->
                            Json.object(
                                    "call_id", Json.of(recipe.callId()),
                                    "input", recipe.input(),
                                    "recipe", Json.of(recipe.recipe()),
                                    "awaited", Json.of(recipe.awaited()),
                                    "timeout_ms", Json.of(recipe.timeoutMs()));
                    default -> throw new IllegalStateException();
                };
        for (String key : expected.without("call").members().keySet()) {
            assertSame(CaseRun.name(actual) + " " + key, seen.get(key), expected.get(key));
        }
    }

    private void checkDelays(Json expected) {
        List<Json> seen = new ArrayList<>();
        for (Command.StartTimer timer : run.delays) {
            String name = timer.key() + "#" + timer.attempt();
            seen.add(Json.object(name, Json.of(timer.delayMs())));
        }
        assertSame("delays", Json.array(seen), expected);
    }

    /** Compared as text: the order of members counts. */
    private static void assertSame(String what, @Nullable Json actual, @Nullable Json expected) {
        assertThat(actual == null ? "(none)" : JsonWriter.compact(actual))
                .as(what)
                .isEqualTo(expected == null ? "(none)" : JsonWriter.compact(expected));
    }
}
