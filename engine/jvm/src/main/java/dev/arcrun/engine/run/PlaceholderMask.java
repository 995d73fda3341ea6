package dev.arcrun.engine.run;

import dev.arcrun.engine.schedule.TraceEntry;
import dev.arcrun.engine.value.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes a run's nonce out of credential placeholders, so that what is shown can't be used as one.
 */
final class PlaceholderMask {
    private final String marked;

    PlaceholderMask(String nonce) {
        this.marked = "#" + nonce + "»";
    }

    String of(String text) {
        return text.replace(marked, "»");
    }

    /** The value without nonces; the same object where there are none, as nearly always. */
    Json of(Json value) {
        if (!marks(value)) {
            return value;
        }
        return switch (value) {
            case Json.Str(String text) -> Json.of(of(text));
            case Json.Arr(var items) -> Json.array(items.stream().map(this::of).toList());
            case Json.Obj object -> of(object);
            case Json.Null _, Json.Bool _, Json.Num _ -> value;
        };
    }

    Json.Obj of(Json.Obj object) {
        if (!marks(object)) {
            return object;
        }
        Map<String, Json> members = new LinkedHashMap<>();
        object.members().forEach((name, value) -> members.put(of(name), of(value)));
        return new Json.Obj(members);
    }

    private boolean marks(Json value) {
        return switch (value) {
            case Json.Str(String text) -> text.contains(marked);
            case Json.Arr(var items) -> {
                for (Json item : items) {
                    if (marks(item)) {
                        yield true;
                    }
                }
                yield false;
            }
            case Json.Obj object -> {
                for (Map.Entry<String, Json> member : object.members().entrySet()) {
                    if (member.getKey().contains(marked) || marks(member.getValue())) {
                        yield true;
                    }
                }
                yield false;
            }
            case Json.Null _, Json.Bool _, Json.Num _ -> false;
        };
    }

    CallReport of(CallReport report) {
        return new CallReport(
                of(report.log()),
                report.hostCalls().stream().map(this::of).toList(),
                report.computingMs(),
                report.memoryBytes());
    }

    TraceEntry of(TraceEntry entry) {
        return new TraceEntry(
                entry.key(),
                entry.part(),
                entry.status(),
                entry.attempt(),
                entry.startedMs(),
                entry.durationMs(),
                nullable(entry.input()),
                nullable(entry.output()),
                entry.error() == null ? null : of(entry.error()),
                entry.errorCode(),
                entry.unresolved());
    }

    @Nullable Json nullable(@Nullable Json value) {
        return value == null ? null : of(value);
    }
}
