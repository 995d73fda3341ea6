package dev.arcrun.engine.schedule;

import dev.arcrun.engine.part.Component;
import dev.arcrun.engine.part.Components;
import dev.arcrun.engine.recipe.Recipe;
import dev.arcrun.engine.template.CredentialPlaceholder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where one run stands. Follows from its events alone. */
final class RunState {
    /** What there is to do before the next event. */
    sealed interface Work {
        /** All incoming edges of a node are settled. */
        record Decide(NodeState state) implements Work {}

        /** An iteration may begin, or the last one has ended. */
        record Turn(Loop loop) implements Work {}
    }

    final Recipe recipe;
    final Topology topology;
    final RunContext context;
    final CredentialPlaceholder credentials;
    final Trace trace = new Trace();
    final Deque<Work> work = new ArrayDeque<>();

    /** Nodes that wait for one of {@code max_parallel} calls to be free. */
    final Deque<NodeState> ready = new ArrayDeque<>();

    /** Calls at work, and nodes waiting for their next attempt. */
    final Map<CallKey, NodeState> called = new HashMap<>();

    /** By task; several may wait for the same. */
    final Map<String, List<NodeState>> parked = new LinkedHashMap<>();

    /** Nodes whose result is there and waits for a time. */
    final Map<CallKey, NodeState> sleeping = new HashMap<>();

    /** Nodes with an entry in the trace that has no end yet. */
    final Set<NodeState> running = new LinkedHashSet<>();

    final List<Command> commands = new ArrayList<>();

    final Frame root;
    long startedAtMs;
    long nowMs;
    int callsAtWork;
    int executions;
    int failedItems;

    private final Components components;
    private final Map<String, Component> resolved = new HashMap<>();

    RunState(Recipe recipe, Components components, RunContext context) {
        this.recipe = recipe;
        this.components = components;
        this.context = context;
        this.topology = new Topology(recipe);
        this.credentials = CredentialPlaceholder.of(context.nonce());
        this.root = Frame.root(topology.root);
    }

    Component component(Step step) {
        return resolved.computeIfAbsent(step.node.componentName(), components::resolve);
    }

    /** Emits the commands of this event and forgets them. */
    List<Command> takeCommands() {
        List<Command> taken = List.copyOf(commands);
        commands.clear();
        return taken;
    }
}
