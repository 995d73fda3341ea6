package dev.arcrun.engine.sandbox;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.InterpreterMachine;
import com.dylibso.chicory.runtime.MStack;
import com.dylibso.chicory.runtime.StackFrame;
import com.dylibso.chicory.wasm.types.FunctionBody;
import com.dylibso.chicory.wasm.types.FunctionType;
import com.dylibso.chicory.wasm.types.Instruction;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Chicory's interpreter with bounds it doesn't have: frames and operands live on the heap there,
 * and a conditional jump doesn't look whether the thread was interrupted.
 */
final class BoundedInterpreter extends InterpreterMachine {
    /** Locals of all open frames, each about 20 bytes, and operands. */
    private static final long MOST_SLOTS = 2_000_000;

    private static final int SLOTS_OF_A_FRAME = 16;
    private static final int LOOK_EVERY = 4096;

    private long slots;

    BoundedInterpreter(Instance instance) {
        super(instance);
    }

    @Override
    protected long @Nullable [] call(
            MStack stack,
            Instance instance,
            Deque<StackFrame> callStack,
            int function,
            long[] args,
            @Nullable FunctionType type,
            boolean popResults) {
        FunctionBody body = instance.function(function);
        int own = SLOTS_OF_A_FRAME + (body == null ? 0 : body.localTypes().size());
        slots += own;
        try {
            if (slots > MOST_SLOTS) {
                throw new GuestStopped(GuestFailures.stackLimit());
            }
            return super.call(stack, instance, callStack, function, args, type, popResults);
        } finally {
            slots -= own;
        }
    }

    /** Looks now and then whether the guest must end; called for each interpreted instruction. */
    static final class Lookout {
        private int count;

        void look(Instruction instruction, MStack operands) {
            count++;
            if (count % LOOK_EVERY != 0) {
                return;
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new GuestInterrupted();
            }
            if (operands.size() > MOST_SLOTS) {
                throw new GuestStopped(GuestFailures.stackLimit());
            }
        }
    }
}
