package dev.arcrun.engine.schedule;

import dev.arcrun.engine.template.MagicVariables;
import dev.arcrun.engine.template.Scope;
import dev.arcrun.engine.value.Json;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** A scope in which magic variables come first. They are worked out when one is asked for. */
final class MagicScope implements Scope {
    private final RunState run;
    private final @Nullable NodeState call;
    private final FrameScope rest;
    private @Nullable Scope magic;

    private MagicScope(RunState run, @Nullable NodeState call, FrameScope rest) {
        this.run = run;
        this.call = call;
        this.rest = rest;
    }

    /** For the parameters of a call: {@code _call_id} is there. */
    static MagicScope of(RunState run, NodeState call, FrameScope rest) {
        return new MagicScope(run, call, rest);
    }

    static MagicScope outsideCalls(RunState run, FrameScope rest) {
        return new MagicScope(run, null, rest);
    }

    @Override
    public @Nullable Json lookup(String name) {
        Json value = name.startsWith("_") ? magic().lookup(name) : null;
        return value == null ? rest.lookup(name) : value;
    }

    @Override
    public Collection<String> names() {
        return rest.or(magic()).names();
    }

    private Scope magic() {
        Scope known = magic;
        if (known == null) {
            known =
                    MagicVariables.scope(
                            Instant.ofEpochMilli(run.nowMs),
                            run.context.runId(),
                            run.recipe.name(),
                            run.context.triggeredBy(),
                            run.context.scheduledAt(),
                            call == null ? null : CallId.of(run, call));
            magic = known;
        }
        return known;
    }
}
