package dev.arcrun.engine.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Small guests that several tests use. */
final class Guests {
    /** Where {@link #writing} keeps its buffer list; free for other guests below. */
    static final int IOVEC = 1000;

    static final int SCRATCH = 2000;
    static final int TEXT = 4096;

    private Guests() {}

    /** Writes a text to standard output, or error, and ends. */
    static WasmModuleBuilder writing(int fd, String text) {
        return withText(text).start(write(fd, text));
    }

    /** Has {@code fd_write} as function 0, a memory of 2 pages and the text in it. */
    static WasmModuleBuilder withText(String text) {
        int length = text.getBytes(StandardCharsets.UTF_8).length;
        byte[] iovec = {
            TEXT & 0xff,
            TEXT >> 8,
            0,
            0,
            (byte) length,
            (byte) (length >> 8),
            (byte) (length >> 16),
            0
        };
        return new WasmModuleBuilder()
                .importingWasi("fd_write", "iiii:i")
                .memory(2)
                .data(IOVEC, iovec)
                .data(TEXT, text);
    }

    /** Code that writes the text of {@link #withText}. */
    static Consumer<WasmCode> write(int fd, String text) {
        return code -> code.i32(fd).i32(IOVEC).i32(1).i32(SCRATCH).call(0).drop();
    }

    static PartModule load(WasmModuleBuilder builder) {
        try {
            return PartModule.load(builder.build());
        } catch (PartLoadException e) {
            throw new AssertionError("the test's own module is refused: " + e.getMessage(), e);
        }
    }
}
