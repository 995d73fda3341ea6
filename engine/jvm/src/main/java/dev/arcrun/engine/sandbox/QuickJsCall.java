package dev.arcrun.engine.sandbox;

import com.dylibso.chicory.runtime.ChicoryInterruptedException;
import com.dylibso.chicory.wasm.ChicoryException;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonReader;
import dev.arcrun.engine.value.JsonSyntaxException;
import dev.arcrun.engine.value.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * One call of the part {@code code}, on the current thread, in a QuickJS of its own. User code can
 * change every object it sees, but not how its result is read: that is done from outside.
 */
final class QuickJsCall {
    private static final long MIB = 1024 * 1024;

    private final QuickJsModule module;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Consumer<byte[]> log;
    private int pages;
    private int outputBytes;

    /**
     * @param log receives what {@code log(...)} writes, in UTF-8
     */
    QuickJsCall(
            QuickJsModule module,
            InstantSource clock,
            RandomGenerator random,
            Consumer<byte[]> log) {
        this.module = module;
        this.clock = clock;
        this.random = random;
        this.log = log;
    }

    /**
     * @return {@code {success: true, data}}
     * @throws CodeFailure when there is no result
     * @throws ChicoryInterruptedException when the thread was interrupted
     */
    Json.Obj run(CodeInput input) {
        if (input.code().isBlank()) {
            return success(Json.NULL);
        }
        try {
            return success(data(input));
        } catch (ChicoryInterruptedException e) {
            throw e;
        } catch (StackOverflowError e) {
            throw QuickJsFailures.outOfStack();
        } catch (ChicoryException e) {
            throw e.getCause() instanceof StackOverflowError
                    ? QuickJsFailures.outOfStack()
                    : QuickJsFailures.broken(String.valueOf(e.getMessage()));
        }
    }

    /** Linear memory at the end, in pages of 64 KiB. */
    int pages() {
        return pages;
    }

    /** The result's length as JSON. */
    int outputBytes() {
        return outputBytes;
    }

    private Json data(CodeInput input) {
        CodeLimits limits = input.limits();
        String given = JsonWriter.compact(input.input());
        var imports = new QuickJsImports(limits.ticks(), clock, random, log);
        long texts = 3L * (given.length() + input.code().length());
        var vm = new QuickJsVm(module, imports, limits.memoryMiB() * MIB, texts);
        try {
            int argument = vm.parseJson(given);
            int function = vm.function("input", input.code(), QuickJsFailures.FILE_NAME);
            if (!vm.isFunction(function)) {
                throw QuickJsFailures.code("The code must be the body of one function.");
            }
            Json data = data(vm, vm.call(function, argument), limits);
            if (imports.exhausted()) {
                throw QuickJsFailures.outOfTicks(imports.ticks());
            }
            return data;
        } catch (JsThrown e) {
            CodeFailure failure = QuickJsFailures.thrown(vm, e.value());
            throw imports.exhausted() ? QuickJsFailures.outOfTicks(imports.ticks()) : failure;
        } finally {
            pages = vm.pages();
        }
    }

    private Json data(QuickJsVm vm, int value, CodeLimits limits) {
        if (vm.isUndefined(value)) {
            return Json.NULL;
        }
        if (vm.isPromise(value)) {
            throw QuickJsFailures.code(
                    "The code returned a promise, and nothing waits for it here. Return the value"
                            + " itself; `async` and `await` can't be used.");
        }
        byte[] json = vm.json(value);
        if (json == null) {
            throw QuickJsFailures.code(
                    "The code returned a function or a symbol, which is not data. Return an object,"
                            + " list, text, number, true, false or null.");
        }
        outputBytes = json.length;
        if (json.length > limits.outputBytes()) {
            throw QuickJsFailures.tooLong(json.length, limits.outputBytes());
        }
        try {
            return JsonReader.read(new String(json, StandardCharsets.UTF_8));
        } catch (JsonSyntaxException e) {
            throw QuickJsFailures.code("The result can't be read: " + e.getMessage() + ".");
        }
    }

    private static Json.Obj success(Json data) {
        return Json.object("success", Json.TRUE, "data", data);
    }
}
