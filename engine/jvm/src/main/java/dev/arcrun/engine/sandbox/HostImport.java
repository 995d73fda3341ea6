package dev.arcrun.engine.sandbox;

import com.dylibso.chicory.runtime.HostFunction;
import com.dylibso.chicory.wasm.types.FunctionType;
import com.dylibso.chicory.wasm.types.ValType;
import java.util.ArrayList;
import java.util.List;

/** One function the host gives to guests, with the types it may be imported as. */
record HostImport(String module, String name, List<FunctionType> types, Body body) {

    /** Gives the function's only result; a function without one gives anything. */
    @FunctionalInterface
    interface Body {
        int call(GuestCall call, CheckedMemory memory, long[] args);
    }

    /** A mistake of ours inside a host function: not the guest's failure. */
    static final class Bug extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Bug(String function, RuntimeException cause) {
            super("host function " + function + " failed", cause);
        }
    }

    String fullName() {
        return module + "." + name;
    }

    boolean fits(FunctionType type) {
        return types.contains(type);
    }

    HostFunction bind(GuestCall call, FunctionType type) {
        String function = fullName();
        boolean gives = !type.returns().isEmpty();
        return new HostFunction(
                module,
                name,
                type,
                (instance, args) -> {
                    int result;
                    try {
                        var memory = new CheckedMemory(instance.memory(), function);
                        result = body.call(call, memory, args);
                    } catch (GuestEnd e) {
                        throw e;
                    } catch (RuntimeException e) {
                        throw new Bug(function, e);
                    }
                    return gives ? new long[] {result} : null;
                });
    }

    /**
     * A function type in one word: a letter a parameter ({@code i}: i32, {@code l}: i64), then
     * {@code :} and the results.
     */
    static FunctionType type(String word) {
        int colon = word.indexOf(':');
        return FunctionType.of(values(word.substring(0, colon)), values(word.substring(colon + 1)));
    }

    private static List<ValType> values(String letters) {
        var values = new ArrayList<ValType>();
        for (char letter : letters.toCharArray()) {
            values.add(letter == 'l' ? ValType.I64 : ValType.I32);
        }
        return values;
    }
}
