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

    /** Writes its input back, up to 60,000 bytes. */
    static WasmModuleBuilder echo() {
        byte[] iovec = {TEXT & 0xff, TEXT >> 8, 0, 0, 0x60, (byte) 0xea, 0, 0};
        return new WasmModuleBuilder()
                .importingWasi("fd_write", "iiii:i")
                .importingWasi("fd_read", "iiii:i")
                .memory(2)
                .data(IOVEC, iovec)
                .start(code ->
                        code.i32(0)
                                .i32(IOVEC)
                                .i32(1)
                                .i32(IOVEC + 4)
                                .call(1)
                                .drop()
                                .i32(1)
                                .i32(IOVEC)
                                .i32(1)
                                .i32(SCRATCH)
                                .call(0)
                                .drop());
    }

    /** Sends one request to {@code arcrun.call} and writes the answer as its result. */
    static WasmModuleBuilder asking(String request) {
        int handle = 500;
        int length = request.getBytes(StandardCharsets.UTF_8).length;
        int answer = 65_536;
        byte[] iovec = {0, 0, 1, 0, 0, 0, 0, 0};
        return new WasmModuleBuilder()
                .importingWasi("fd_write", "iiii:i")
                .importing("arcrun", "call", "ii:i")
                .importing("arcrun", "size", "i:i")
                .importing("arcrun", "read", "iii:i")
                .importing("arcrun", "drop", "i:")
                .memory(20)
                .data(IOVEC, iovec)
                .data(TEXT, request)
                .start(code ->
                        code.i32(handle)
                                .i32(TEXT)
                                .i32(length)
                                .call(1)
                                .store()
                                .i32(IOVEC + 4)
                                .i32(handle)
                                .load()
                                .call(2)
                                .store()
                                .i32(handle)
                                .load()
                                .i32(answer)
                                .i32(IOVEC + 4)
                                .load()
                                .call(3)
                                .drop()
                                .i32(handle)
                                .load()
                                .call(4)
                                .i32(1)
                                .i32(IOVEC)
                                .i32(1)
                                .i32(SCRATCH)
                                .call(0)
                                .drop());
    }

    /** What {@link #u6u} writes for the answers "error" and "not found". */
    static final String TOLD_ERROR = "{\"success\":false,\"error\":\"told 1\"}";

    static final String TOLD_NOT_FOUND = "{\"success\":false,\"error\":\"told 2\"}";

    /**
     * Calls a function of {@code u6u} that takes only texts and gives an answer, and writes the
     * answer as its result.
     */
    static WasmModuleBuilder u6u(String function, String type, String... texts) {
        int out = 65_536;
        int length = 512;
        var builder =
                new WasmModuleBuilder()
                        .importingWasi("fd_write", "iiii:i")
                        .importing("u6u", function, type)
                        .memory(4)
                        .data(IOVEC, new byte[] {0, 0, 1, 0, 0, 0, 0, 0})
                        .data(IOVEC + 8, new byte[] {0, 12, 0, 0, 34, 0, 0, 0})
                        .data(IOVEC + 16, new byte[] {0, 13, 0, 0, 34, 0, 0, 0})
                        .data(0x0c00, TOLD_ERROR)
                        .data(0x0d00, TOLD_NOT_FOUND);
        var call = new WasmCode();
        int at = TEXT;
        for (String text : texts) {
            int bytes = text.getBytes(StandardCharsets.UTF_8).length;
            builder.data(at, text);
            call.i32(at).i32(bytes);
            at += bytes;
        }
        return builder.start(code ->
                code.i32(length)
                        .raw(call.toBytes())
                        .i32(out)
                        .i32(IOVEC + 4)
                        .call(1)
                        .store()
                        .i32(1)
                        .i32(length)
                        .load()
                        .i32(8)
                        .op(0x6c)
                        .i32(IOVEC)
                        .op(0x6a)
                        .i32(1)
                        .i32(SCRATCH)
                        .call(0)
                        .drop());
    }

    static PartModule load(WasmModuleBuilder builder) {
        try {
            return PartModule.load(builder.build());
        } catch (PartLoadException e) {
            throw new AssertionError("the test's own module is refused: " + e.getMessage(), e);
        }
    }
}
