package dev.arcrun.engine.sandbox;

import com.dylibso.chicory.runtime.Instance;
import dev.arcrun.engine.value.Utf8;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One QuickJS with one global scope, for one call and one thread. A JavaScript value is handed out
 * as the address of its cell in the module's memory; nothing is freed, the whole memory goes with
 * the call.
 *
 * <p>Every step that can run JavaScript throws {@link JsThrown} for an uncaught exception.
 */
final class QuickJsVm {
    /** As deep as about a thousand plain calls; V8's own stack holds that much too. */
    private static final int STACK_BYTES = 256 * 1024;

    /** All of QuickJS's built-in objects but {@code performance}. */
    private static final int INTRINSICS = 0x1fff & ~(1 << 10);

    private static final int PAGE = 64 * 1024;

    /** Pages of the module before JavaScript has made anything, and room for lost space. */
    private static final int OWN_PAGES = 18 + 32;

    private static final int WRITABLE_AND_CONFIGURABLE = 3;

    private final Instance instance;
    private final int context;
    private final int undefined;

    /**
     * @param memoryBytes for JavaScript values
     * @param textBytes for texts that are put in
     */
    QuickJsVm(QuickJsModule module, QuickJsImports imports, long memoryBytes, long textBytes) {
        int pages = OWN_PAGES + (int) ((memoryBytes + 2 * textBytes) / PAGE);
        instance =
                Instance.builder(module.wasm())
                        .withImportValues(
                                imports.link(
                                        module.wasm(),
                                        (guest, arguments) -> log(imports, arguments)))
                        .withMachineFactory(module.machine())
                        .withMemoryFactory(own -> new GuestMemory(own.initialPages(), pages, pages))
                        .withUnsafeExecutionListener(new BoundedInterpreter.Lookout()::look)
                        .withStart(false)
                        .build();
        invoke("_initialize");
        if (invoke("qjs_init2", INTRINSICS) != 0) {
            throw new IllegalStateException("QuickJS does not start");
        }
        imports.started();
        invoke("qjs_set_max_stack_size", STACK_BYTES);
        invoke("qjs_set_memory_limit", memoryBytes);
        invoke("qjs_set_interrupt_handler", 1);
        context = (int) invoke("qjs_get_context_ptr");
        undefined = (int) invoke("qjs_get_undefined");
        defineLog();
    }

    /** The value of that JSON text. */
    int parseJson(String json) {
        Text text = put(json);
        long value = invoke("JS_ParseJSON", context, text.at, text.length, put("input").at);
        invoke("wasm_free", text.at);
        return checked(cell(value));
    }

    /** A function of one parameter. The body starts on line 1 of that file in messages. */
    int function(String parameter, String body, String fileName) {
        Text source = put("(function(" + parameter + "){" + body + "\n})");
        return checked((int) invoke("qjs_eval", source.at, source.length, put(fileName).at, 0));
    }

    int call(int function, int argument) {
        int arguments = allocate(4);
        instance.memory().writeI32(arguments, argument);
        return checked((int) invoke("qjs_call", function, undefined, 1, arguments));
    }

    /** The value as {@code JSON.stringify} writes it, or null where that gives undefined. */
    byte @Nullable [] json(int value) {
        long none = instance.memory().readLong(undefined);
        long written =
                invoke("JS_JSONStringify", context, instance.memory().readLong(value), none, none);
        int json = checked(cell(written));
        return isUndefined(json) ? null : utf8(json);
    }

    /** The value as {@code String()} gives it. */
    String text(int value) {
        return new String(utf8(value), StandardCharsets.UTF_8);
    }

    int property(int object, String name) {
        return checked((int) invoke("qjs_get_prop_string", object, put(name).at));
    }

    boolean isUndefined(int value) {
        return invoke("qjs_is_undefined", value) != 0;
    }

    boolean isText(int value) {
        return invoke("qjs_is_string", value) != 0;
    }

    boolean isObject(int value) {
        return invoke("qjs_is_object", value) != 0;
    }

    boolean isError(int value) {
        return invoke("qjs_is_error", value) != 0;
    }

    boolean isFunction(int value) {
        return invoke("qjs_is_function", value) != 0;
    }

    boolean isPromise(int value) {
        return invoke("qjs_is_promise", value) != 0;
    }

    int pages() {
        return instance.memory().pages();
    }

    private void defineLog() {
        Text name = put("log");
        int function = (int) invoke("qjs_new_host_function", name.at, name.length, 1);
        int global = (int) invoke("qjs_get_global");
        invoke("qjs_define_prop_string", global, name.at, function, WRITABLE_AND_CONFIGURABLE);
    }

    /** {@code log(...)}: texts as they are, other values as JSON, one line a call. */
    private long[] log(QuickJsImports imports, long... arguments) {
        int count = (int) arguments[3];
        int values = (int) arguments[4];
        for (int n = 0; n < count; n++) {
            if (n > 0) {
                imports.log(new byte[] {' '});
            }
            imports.log(shown(imports, instance.memory().readInt(values + 4 * n)));
        }
        imports.log(new byte[] {'\n'});
        return new long[] {invoke("qjs_get_undefined")};
    }

    private byte[] shown(QuickJsImports imports, int value) {
        try {
            if (isText(value) || isError(value)) {
                return utf8(value);
            }
            byte[] json = json(value);
            return json == null ? utf8(value) : json;
        } catch (JsThrown e) {
            if (imports.exhausted()) {
                throw e;
            }
            return "(can't be shown)".getBytes(StandardCharsets.UTF_8);
        }
    }

    private byte[] utf8(int value) {
        int length = allocate(4);
        int at = (int) invoke("qjs_get_string_len", value, length);
        if (at == 0) {
            throw new JsThrown((int) invoke("qjs_get_exception"));
        }
        return instance.memory().readBytes(at, instance.memory().readInt(length));
    }

    private int checked(int value) {
        if (invoke("qjs_is_exception", value) != 0) {
            throw new JsThrown((int) invoke("qjs_get_exception"));
        }
        return value;
    }

    private int cell(long value) {
        int at = allocate(8);
        instance.memory().writeLong(at, value);
        return at;
    }

    private Text put(String text) {
        byte[] bytes = Utf8.of(text);
        int at = allocate(bytes.length + 1);
        instance.memory().write(at, bytes);
        instance.memory().writeByte(at + bytes.length, (byte) 0);
        return new Text(at, bytes.length);
    }

    private int allocate(int bytes) {
        int at = (int) invoke("wasm_malloc", bytes);
        if (at == 0) {
            throw QuickJsFailures.outOfMemory();
        }
        return at;
    }

    private long invoke(String function, long... arguments) {
        long[] results = instance.export(function).apply(arguments);
        return results == null || results.length == 0 ? 0 : results[0];
    }

    private record Text(int at, int length) {}
}
