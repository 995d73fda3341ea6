package dev.arcrun.engine.schedule;

import dev.arcrun.engine.recipe.Node;
import dev.arcrun.engine.template.Scope;
import dev.arcrun.engine.value.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What names mean at one place of a run, apart from magic variables: loop variables, inner first;
 * {@code input} and node names; top-level fields of ancestors' results, nearest first; the run
 * input's fields. Only what has come before by the flow is there, never what happens to be done.
 * RECIPE.md, section 3.
 */
final class FrameScope implements Scope {
    private static final String INPUT = "input";
    private static final String INDEX = "_index";

    private final RunState run;
    private final Frame frame;
    private final Ancestors ancestors;

    private FrameScope(RunState run, Frame frame, Ancestors ancestors) {
        this.run = run;
        this.frame = frame;
        this.ancestors = ancestors;
    }

    /** Where a node's parameters are put together. */
    static FrameScope before(RunState run, NodeState state) {
        return new FrameScope(run, state.frame, Ancestors.of(state.step));
    }

    /** Where a node's edges are judged: its own result is there. */
    static FrameScope after(RunState run, NodeState state) {
        return new FrameScope(run, state.frame, Ancestors.from(state.step));
    }

    @Override
    public @Nullable Json lookup(String name) {
        Json value = loopVariable(name);
        if (value != null) {
            return value;
        }
        Step node = namedAncestor(name);
        if (node != null) {
            return frame.resultOf(node);
        }
        if (name.equals(INPUT)) {
            return run.context.input();
        }
        value = ancestorField(name);
        return value == null ? inputField(name) : value;
    }

    private @Nullable Json loopVariable(String name) {
        for (Frame each = frame; each.loop != null && each.parent != null; each = each.parent) {
            String variable = each.loop.entry.variable();
            if (name.equals(variable)) {
                return each.loop.items.get(each.index());
            }
            if (name.length() == variable.length() + INDEX.length()
                    && name.startsWith(variable)
                    && name.endsWith(INDEX)) {
                return Json.of(each.index());
            }
        }
        return null;
    }

    /** The name of a node before this one means that node, also when it was skipped. */
    private @Nullable Step namedAncestor(String name) {
        Step step = run.topology.named(name);
        if (step == null || (name.equals(INPUT) && step.node.role() != Node.Role.INPUT)) {
            return null;
        }
        return ancestors.contains(step) ? step : null;
    }

    private @Nullable Json ancestorField(String name) {
        for (Step step : ancestors) {
            if (step.node.role() != Node.Role.INPUT
                    && frame.resultOf(step) instanceof Json.Obj result) {
                Json field = result.get(name);
                if (field != null) {
                    return field;
                }
            }
        }
        return null;
    }

    /**
     * Fields of the run input come last, also where they reach a node as a virtual node's result.
     */
    private @Nullable Json inputField(String name) {
        for (Json input : inputs()) {
            if (input instanceof Json.Obj fields && fields.get(name) != null) {
                return fields.get(name);
            }
        }
        return null;
    }

    /** The run input, preceded by virtual inputs' results, which carry those of their loops. */
    private List<Json> inputs() {
        List<Json> inputs = new ArrayList<>();
        for (Step step : run.topology.inputs) {
            if (!step.loops.isEmpty() && ancestors.contains(step)) {
                Json result = frame.resultOf(step);
                if (result != null) {
                    inputs.add(result);
                }
            }
        }
        inputs.add(run.context.input());
        return inputs;
    }

    @Override
    public Collection<String> names() {
        return new LinkedHashSet<>(members().keySet());
    }

    /** Everything in scope by name, in the order in which names are looked up. */
    Map<String, Json> members() {
        Map<String, Json> members = new LinkedHashMap<>();
        forEach(members::putIfAbsent);
        return Collections.unmodifiableMap(members);
    }

    /** Every value in scope, those that a nearer one of the same name hides included. */
    List<Json> values() {
        List<Json> values = new ArrayList<>();
        forEach((_, value) -> values.add(value));
        return values;
    }

    private void forEach(BiConsumer<String, Json> visitor) {
        for (Frame each = frame; each.loop != null && each.parent != null; each = each.parent) {
            String variable = each.loop.entry.variable();
            visitor.accept(variable, each.loop.items.get(each.index()));
            visitor.accept(variable + INDEX, Json.of(each.index()));
        }
        Json input = lookup(INPUT);
        visitor.accept(INPUT, input == null ? Json.NULL : input);
        List<Json> results = new ArrayList<>();
        Set<String> silent = new HashSet<>();
        for (Step step : ancestors) {
            Json result = frame.resultOf(step);
            if (result == null) {
                silent.add(step.name());
            } else {
                visitor.accept(step.name(), result);
                if (step.node.role() != Node.Role.INPUT) {
                    results.add(result);
                }
            }
        }
        results.addAll(inputs());
        for (Json result : results) {
            if (result instanceof Json.Obj object) {
                object.members()
                        .forEach((name, value) -> {
                            if (!silent.contains(name)) {
                                visitor.accept(name, value);
                            }
                        });
            }
        }
    }
}
