package dev.arcrun.engine.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EcmaNumberTest {
    @ParameterizedTest
    @CsvSource({
        "0.0, 0",
        "-0.0, 0",
        "1.0, 1",
        "-1.5, -1.5",
        "1e20, 100000000000000000000",
        "1e21, 1e+21",
        "123456789012345680000.0, 123456789012345680000",
        "0.000001, 0.000001",
        "0.0000001, 1e-7",
        "1.5e-7, 1.5e-7",
        "4.9e-324, 5e-324",
        "1.7976931348623157e308, 1.7976931348623157e+308"
    })
    void a_number_is_written_as_ecmascript_writes_it(double number, String text) {
        assertThat(EcmaNumber.toString(number)).isEqualTo(text);
    }

    /** Each line: the bits of a double, what Node.js 20 makes of it. */
    @Test
    void thousands_of_numbers_are_written_as_node_wrote_them() {
        List<String> lines = TestFiles.lines("ecma-numbers.tsv");
        assertThat(lines).hasSizeGreaterThan(2000);
        assertThat(lines)
                .allSatisfy(line -> {
                    String[] fields = line.split("\t", -1);
                    long bits = Long.parseUnsignedLong(fields[0], 16);
                    assertThat(EcmaNumber.toString(Double.longBitsToDouble(bits)))
                            .isEqualTo(fields[1]);
                });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void what_is_written_reads_back_as_the_same_number(long seed) {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < 5_000; i++) {
            double number = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(number)) {
                assertThat(Double.parseDouble(EcmaNumber.toString(number))).isEqualTo(number);
            }
        }
    }
}
