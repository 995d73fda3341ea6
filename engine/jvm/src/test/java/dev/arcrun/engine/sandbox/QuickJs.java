package dev.arcrun.engine.sandbox;

import com.dylibso.chicory.compiler.InterpreterFallback;
import com.dylibso.chicory.compiler.MachineFactoryCompiler;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.SplittableRandom;

/** The catalog's QuickJS, compiled once for all tests, with a fixed clock and chosen randomness. */
final class QuickJs {
    static final Instant NOW = Instant.parse("2026-03-04T05:06:07.089Z");
    private static final PartModule PART = load();

    private QuickJs() {}

    static byte[] wasm() {
        try (InputStream in = QuickJs.class.getResourceAsStream("/quickjs/code.wasm")) {
            if (in == null) {
                throw new IllegalStateException("code.wasm is not among the test resources");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PartModule part() {
        return PART;
    }

    static QuickJsModule module() {
        return new QuickJsModule(PART.module(), Objects.requireNonNull(PART.machines()));
    }

    /** The result of a call with these parameters, a failure included. */
    static Json.Obj call(Json.Obj parameters) {
        return new Run(7).call(parameters);
    }

    static Json.Obj call(String parameters) {
        return call((Json.Obj) JsonReader.read(parameters));
    }

    static Json.Obj run(String code) {
        return call(Json.object("code", Json.of(code)));
    }

    static Json data(String code) {
        return data(code, Json.NULL);
    }

    static Json data(String code, Json input) {
        Json.Obj result = call(Json.object("code", Json.of(code), "input", input));
        if (result.get("data") instanceof Json data) {
            return data;
        }
        throw new AssertionError(result.toString());
    }

    /** The message of a failed call. */
    static String error(Json.Obj result) {
        if (result.get("error") instanceof Json.Str(String error)) {
            return error;
        }
        throw new AssertionError(result.toString());
    }

    static String error(String code) {
        return error(run(code));
    }

    /** One call that keeps its log. */
    static final class Run {
        private final SplittableRandom random;
        private final ByteArrayOutputStream log = new ByteArrayOutputStream();

        Run(long seed) {
            random = new SplittableRandom(seed);
        }

        Json.Obj call(Json.Obj parameters) {
            var call = new QuickJsCall(module(), InstantSource.fixed(NOW), random, log::writeBytes);
            try {
                return call.run(CodeInput.of(parameters, Limits.DEFAULT));
            } catch (CodeFailure e) {
                return e.toResult();
            }
        }

        String log() {
            return log.toString(StandardCharsets.UTF_8);
        }
    }

    private static PartModule load() {
        try {
            PartModule part = PartModule.load(wasm());
            part.use(
                    MachineFactoryCompiler.builder(part.module())
                            .withInterpreterFallback(InterpreterFallback.FAIL)
                            .compile());
            return part;
        } catch (PartLoadException e) {
            throw new IllegalStateException(e);
        }
    }
}
