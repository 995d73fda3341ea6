package dev.arcrun.engine.validate;

import dev.arcrun.engine.part.Contract;
import dev.arcrun.engine.recipe.Node;
import dev.arcrun.engine.validate.Flow.Stop;
import dev.arcrun.engine.validate.Flow.Way;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/** UNREACHABLE: no way leads from the input to a node; it would start by itself in every run. */
final class Unreachable implements Rule {
    private static final String CRON = "cron";

    @Override
    public void check(Checked recipe, Findings findings) {
        BitSet reached = reached(recipe.flow);
        for (Stop stop : recipe.flow.stops) {
            boolean first = stop.in.isEmpty() && stop.used && !isStart(recipe, stop);
            if (first && !reached.isEmpty() && !reached.get(stop.index)) {
                findings.warning(
                        Message.of("UNREACHABLE", "", stop.name()),
                        recipe.places.node(stop.name()),
                        List.of());
            }
        }
    }

    private static boolean isStart(Checked recipe, Stop stop) {
        Contract contract = recipe.contract(stop);
        boolean trigger = contract != null && contract.runtime() == Contract.Runtime.TRIGGER;
        return trigger || stop.virtual() || stop.node.componentName().equals(CRON);
    }

    /** The stops that can be reached from those where the run or a trigger enters. */
    private static BitSet reached(Flow flow) {
        var reached = new BitSet();
        Deque<Stop> open = new ArrayDeque<>();
        for (Stop stop : flow.stops) {
            if (stop.node.role() == Node.Role.INPUT) {
                reached.set(stop.index);
                open.add(stop);
            }
        }
        while (!open.isEmpty()) {
            for (Way way : open.remove().out) {
                if (!reached.get(way.to().index)) {
                    reached.set(way.to().index);
                    open.add(way.to());
                }
            }
        }
        return reached;
    }
}
