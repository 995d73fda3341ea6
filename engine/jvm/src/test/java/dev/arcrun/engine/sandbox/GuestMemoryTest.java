package dev.arcrun.engine.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dylibso.chicory.runtime.ByteArrayMemory;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.runtime.WasmRuntimeException;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuestMemoryTest {
    private static final int PAGE = Memory.PAGE_SIZE;

    @Test
    void grows_up_to_the_limit_of_the_call_and_remembers_the_refusal() {
        var memory = new GuestMemory(1, 65_536, 4);

        assertThat(memory.grow(3)).isEqualTo(1);
        assertThat(memory.refused()).isFalse();
        assertThat(memory.grow(1)).isEqualTo(-1);
        assertThat(memory.refused()).isTrue();
        assertThat(memory.pages()).isEqualTo(4);
    }

    @Test
    void the_modules_own_maximum_is_no_refusal() {
        var memory = new GuestMemory(1, 2, 4);

        assertThat(memory.grow(5)).isEqualTo(-1);
        assertThat(memory.grow(-1)).isEqualTo(-1);
        assertThat(memory.refused()).isFalse();
    }

    @Test
    void new_pages_are_zero_and_old_ones_keep_their_content() {
        var memory = new GuestMemory(1, 100, 100);
        memory.writeByte(PAGE - 1, (byte) 7);
        for (int i = 0; i < 50; i++) {
            memory.grow(1);
        }

        assertThat(memory.read(PAGE - 1)).isEqualTo((byte) 7);
        assertThat(memory.readLong(51 * PAGE - 8)).isZero();
        assertThatThrownBy(() -> memory.read(51 * PAGE)).isInstanceOf(WasmRuntimeException.class);
    }

    /** Chicory's own memory is the oracle: same values, and out of bounds in the same places. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void does_what_chicorys_memory_does(long seed) {
        var random = new SplittableRandom(seed);
        Memory ours = new GuestMemory(2, 4, 4);
        Memory oracle = new ByteArrayMemory(new MemoryLimits(2, 4));
        for (int step = 0; step < 20_000; step++) {
            int at = address(random);
            int kind = random.nextInt(14);
            long value = random.nextLong();
            int length = random.nextInt(-2, 300);
            int from = address(random);

            assertThat(run(ours, kind, at, value, length, from))
                    .as("seed %d step %d: kind %d at %d", seed, step, kind, at)
                    .isEqualTo(run(oracle, kind, at, value, length, from));
        }
        assertThat(ours.readBytes(0, ours.pages() * PAGE))
                .isEqualTo(oracle.readBytes(0, oracle.pages() * PAGE));
    }

    private static int address(SplittableRandom random) {
        return switch (random.nextInt(6)) {
            case 0 -> random.nextInt();
            case 1 -> 2 * PAGE - random.nextInt(-4, 12);
            case 2 -> PAGE - random.nextInt(12);
            default -> random.nextInt(2 * PAGE);
        };
    }

    private static Object run(Memory memory, int kind, int at, long value, int length, int from) {
        try {
            return switch (kind) {
                case 0 -> memory.readInt(at);
                case 1 -> memory.readLong(at);
                case 2 -> memory.readShort(at);
                case 3 -> memory.read(at);
                case 4 -> memory.readU16(at);
                case 5 -> Float.floatToRawIntBits(memory.readFloat(at));
                case 6 -> Double.doubleToRawLongBits(memory.readDouble(at));
                case 7 -> done(() -> memory.writeI32(at, (int) value));
                case 8 -> done(() -> memory.writeLong(at, value));
                case 9 -> done(() -> memory.writeShort(at, (short) value));
                case 10 -> done(() -> memory.writeByte(at, (byte) value));
                case 11 -> done(() -> memory.writeF64(at, Double.longBitsToDouble(value)));
                case 12 -> done(() -> memory.copy(at, from, Math.max(0, length)));
                default -> done(() -> memory.fill((byte) value, at, at + Math.max(0, length)));
            };
        } catch (RuntimeException e) {
            return "out of bounds";
        }
    }

    private static String done(Runnable action) {
        action.run();
        return "done";
    }
}
