package dev.arcrun.engine.validate;

import dev.arcrun.engine.part.Component;
import dev.arcrun.engine.part.Contract;
import dev.arcrun.engine.validate.Flow.Stop;
import dev.arcrun.engine.validate.Flow.Way;
import dev.arcrun.engine.value.Json;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which top-level fields results have. A part answers {@code success, data} or {@code success,
 * error, error_code} (PART.md); a connector adds {@code status} and {@code text}; the engine adds
 * what loops gave (RECIPE.md, section 6).
 */
final class Results {
    static final Set<String> OF_PARTS =
            Set.of("success", "data", "error", "error_code", "hint", "pending", "task_id");
    private static final Set<String> OF_CONNECTORS = Set.of("status", "text");

    private final Map<Stop, Component> components;
    private final boolean[] partBefore;
    private final boolean[] openBefore;

    Results(Flow flow, Map<Stop, Component> components) {
        this.components = components;
        this.partBefore = new boolean[flow.stops.size()];
        this.openBefore = new boolean[flow.stops.size()];
        for (Stop stop : flow.order) {
            for (Way way : stop.in) {
                Stop source = way.from();
                partBefore[stop.index] |= partBefore[source.index] || !source.virtual();
                openBefore[stop.index] |= openBefore[source.index] || open(source);
            }
        }
    }

    /** Whether results of it can have any fields; those of virtual nodes are the run input's. */
    boolean open(Stop stop) {
        return !stop.virtual() && dataSchema(stop) == null;
    }

    /** Whether a result before this stop can have any fields. */
    boolean openBefore(Stop stop) {
        return openBefore[stop.index];
    }

    /** Whether results before this stop have a field of that name as a rule. */
    boolean usualBefore(Stop stop, String field) {
        return partBefore[stop.index] && usual(field);
    }

    /** Whether the results of any part may have such a field as a rule. */
    static boolean usual(String field) {
        return OF_PARTS.contains(field) || OF_CONNECTORS.contains(field) || ofLoops(field);
    }

    static boolean ofLoops(String field) {
        return field.equals("results") || field.startsWith("results_");
    }

    /** Whether the result of this stop can have such a field. */
    boolean mayHave(Stop stop, String field) {
        boolean ofConnector =
                contract(stop) instanceof Contract it
                        && it.runtime() == Contract.Runtime.CONNECTOR
                        && OF_CONNECTORS.contains(field);
        return OF_PARTS.contains(field) || ofConnector || open(stop);
    }

    /** What describes the result's {@code data}; null where nothing does, as for triggers. */
    Json.@Nullable Obj dataSchema(Stop stop) {
        Contract contract = contract(stop);
        return contract == null || contract.runtime() == Contract.Runtime.TRIGGER
                ? null
                : contract.outputSchema();
    }

    /** The contract of the part that runs there; null for anything else. */
    @Nullable Contract contract(Stop stop) {
        return components.get(stop) instanceof Component.Part(var _, var contract)
                ? contract
                : null;
    }
}
