package dev.arcrun.engine.sandbox;

import static dev.arcrun.engine.sandbox.Guests.write;

import java.time.Duration;

/** Guests that do harm or nonsense, and how each must end. */
enum HostileGuest {
    ENDLESS_LOOP(FailureCode.TIME_LIMIT, empty().start(code -> code.loop(c -> c.jump(0)))),
    ENDLESS_CONDITIONAL_LOOP(
            FailureCode.TIME_LIMIT, empty().start(code -> code.loop(c -> c.i32(1).jumpIf(0)))),
    ENDLESS_JUMP_TABLE(
            FailureCode.TIME_LIMIT,
            empty().start(code -> code.loop(c -> c.i32(0).jumpTable(0)).unreachable())),
    MEMORY_BOMB(
            FailureCode.MEMORY_LIMIT,
            empty().start(code ->
                    code.loop(c -> c.i32(16).grow().i32(-1).op(0x47).jumpIf(0)).unreachable())),
    OUTPUT_FLOOD(
            FailureCode.OUTPUT_LIMIT,
            Guests.withText("0123456789".repeat(1000))
                    .start(code -> code.loop(c -> flood(c, 1).jump(0)))),
    LOG_FLOOD(
            FailureCode.TIME_LIMIT,
            Guests.withText("0123456789".repeat(1000))
                    .start(code -> code.loop(c -> flood(c, 2).jump(0)))),
    DEEP_RECURSION(
            FailureCode.STACK_LIMIT,
            empty().function(":", code -> code.call(0)).start(code -> code.call(0))),
    DEEP_RECURSION_WITH_LOCALS(
            FailureCode.STACK_LIMIT,
            empty().function(":", 900, code -> code.call(0)).start(code -> code.call(0))),
    DEEP_RECURSION_WITH_MANY_LOCALS(
            FailureCode.STACK_LIMIT,
            empty().function(":", 40_000, code -> code.call(0)).start(code -> code.call(0))),
    OPERANDS_WITHOUT_END(
            FailureCode.STACK_LIMIT,
            empty().function(":i", code -> code.i32(1).i32(1).call(0).op(0x6a, 0x6a))
                    .start(code -> code.call(0).drop())),
    EXIT_CODE_1(
            FailureCode.EXIT_CODE,
            new WasmModuleBuilder()
                    .importingWasi("proc_exit", "i:")
                    .memory(1)
                    .start(code -> code.i32(1).call(0))),
    EXIT_BEFORE_THE_START(
            FailureCode.EXIT_CODE,
            new WasmModuleBuilder()
                    .importingWasi("proc_exit", "i:")
                    .memory(1)
                    .function(":", code -> code.i32(7).call(0))
                    .startSection(1)
                    .start(code -> {})),
    ENDLESS_BEFORE_THE_START(
            FailureCode.TIME_LIMIT,
            empty().function(":", code -> code.loop(c -> c.jump(0)))
                    .startSection(0)
                    .start(code -> {})),
    UNREACHABLE(FailureCode.TRAP, empty().start(WasmCode::unreachable)),
    DIVISION_BY_ZERO(FailureCode.TRAP, empty().start(code -> code.i32(1).i32(0).op(0x6d).drop())),
    LOAD_OUT_OF_BOUNDS(FailureCode.TRAP, empty().start(code -> code.i32(-1).load().drop())),
    STORE_OUT_OF_BOUNDS(FailureCode.TRAP, empty().start(code -> code.i32(65_533).i32(7).store())),
    FILL_OUT_OF_BOUNDS(
            FailureCode.TRAP,
            empty().start(code -> code.i32(1).i32(0).i32(-1).op(0xfc).unsigned(11).op(0))),
    COPY_OUT_OF_BOUNDS(
            FailureCode.TRAP,
            empty().start(code -> code.i32(1).i32(2).i32(70_000).op(0xfc).unsigned(10).op(0, 0))),
    UNINITIALISED_TABLE_ENTRY(
            FailureCode.TRAP,
            empty().table(10).start(code -> code.i32(3).op(0x11).unsigned(0).unsigned(0))),
    SLEEPS_FOR_EVER(
            FailureCode.TIMEOUT,
            new WasmModuleBuilder()
                    .importingWasi("poll_oneoff", "iiii:i")
                    .memory(1)
                    .data(24, new byte[] {0, 0, 0, 0, 0, 0, 0, 0x7f})
                    .start(code -> code.i32(0).i32(200).i32(1).i32(600).call(0).drop())),
    WRITES_NOTHING(FailureCode.INVALID_OUTPUT, empty().start(code -> {})),
    WRITES_NO_JSON(FailureCode.INVALID_OUTPUT, Guests.writing(1, "hello")),
    WRITES_NO_OBJECT(FailureCode.INVALID_OUTPUT, Guests.writing(1, "[1,2]")),
    WRITES_TWO_DOCUMENTS(FailureCode.INVALID_OUTPUT, Guests.writing(1, "{}{}")),
    WRITES_DEEP_JSON(FailureCode.INVALID_OUTPUT, Guests.writing(1, "[".repeat(20_000))),
    MANY_EMPTY_BUFFERS(
            FailureCode.BAD_POINTER,
            Guests.withText("x")
                    .start(code -> code.i32(1).i32(3000).i32(-1).i32(100).call(0).drop()));

    private static final Limits LIMITS =
            Limits.DEFAULT
                    .withComputing(Duration.ofSeconds(20))
                    .withWall(Duration.ofMinutes(1))
                    .withMemoryMiB(16)
                    .withOutputBytes(1 << 20);

    final FailureCode expected;
    final byte[] wasm;

    HostileGuest(FailureCode expected, WasmModuleBuilder builder) {
        this.expected = expected;
        this.wasm = builder.build();
    }

    /** Short where the time is what ends it; else long enough for a busy machine. */
    Limits limits() {
        return switch (expected) {
            case TIME_LIMIT -> LIMITS.withComputing(Duration.ofMillis(100));
            case TIMEOUT -> LIMITS.withWall(Duration.ofMillis(300));
            default -> LIMITS;
        };
    }

    private static WasmModuleBuilder empty() {
        return new WasmModuleBuilder().memory(1);
    }

    private static WasmCode flood(WasmCode code, int fd) {
        write(fd, "").accept(code);
        return code;
    }
}
