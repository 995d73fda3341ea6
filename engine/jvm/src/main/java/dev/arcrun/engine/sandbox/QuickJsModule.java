package dev.arcrun.engine.sandbox;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.wasm.WasmModule;
import java.util.function.Function;

/**
 * The catalog's QuickJS, which runs the part {@code code}. Decision 0002 says where it comes from.
 *
 * @param wasm the module, with or without its code section
 * @param machine what executes an instance of it: its bytecode, or an interpreter
 */
record QuickJsModule(WasmModule wasm, Function<Instance, Machine> machine) {
    /** SHA-256 of the only {@code code.wasm} that is given the imports of {@code env}. */
    static final String SHA256 = "d4c9375f2b1ca4dc95f72c8aa2982a7a9951ac8011490d79c6582df732b4bbd9";
}
