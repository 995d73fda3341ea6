package dev.arcrun.catalog.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every way to get a contract wrong, with what its author is told and where. */
class ContractMistakesTest {
    private record Mistake(String right, String wrong, String told) {}

    @TestFactory
    Stream<DynamicTest> a_mistake_is_told_at_its_place_in_plain_words() throws IOException {
        return mistakes().stream()
                .map(mistake -> DynamicTest.dynamicTest(mistake.told(), () -> check(mistake)));
    }

    @Test
    void the_table_covers_the_contract() throws IOException {
        assertThat(mistakes()).hasSizeGreaterThanOrEqualTo(60);
    }

    @Test
    void all_that_is_missing_is_told() {
        assertThat(told("canonical_id: a"))
                .hasSize(12)
                .contains("1:1: `author` is missing.", "1:1: `config_example` is missing.");
    }

    @Test
    void the_words_dont_depend_on_the_machines_language() throws IOException {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.TAIWAN);
            mistakes().forEach(ContractMistakesTest::check);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void a_flood_of_aliases_ends_soon() {
        var flood = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            flood.append("a%d: &a%d [%s]\n".formatted(i, i, "*a%d, ".formatted(i - 1).repeat(9)));
        }
        assertThat(told(flood.toString())).hasSize(1);
    }

    @Test
    void a_contract_without_end_is_refused() {
        assertThat(told("# " + "x".repeat(1_100_000)))
                .containsExactly("1:1: the contract is longer than 1,000,000 characters.");
    }

    @Test
    void what_is_no_map_is_told() {
        String told =
                "1:1: a contract is a map of names and values, such as `canonical_id: greet`.";
        assertThat(told("- a")).containsExactly(told);
        assertThat(told("words")).containsExactly(told);
        assertThat(told("")).containsExactly("1:1: the file is empty.");
        assertThat(told("a: \u0007")).containsExactly("1:1: the file holds control characters.");
    }

    private static void check(Mistake mistake) {
        assertThat(ContractReaderTest.VALID).contains(mistake.right());
        String contract = ContractReaderTest.VALID.replace(mistake.right(), mistake.wrong());
        assertThat(told(contract)).contains(mistake.told());
    }

    private static List<String> told(String contract) {
        ContractReading reading = ContractReader.read(contract, "c");
        assertThat(reading).isInstanceOf(ContractReading.Refused.class);
        return ((ContractReading.Refused) reading)
                .problems().stream().map(problem -> problem.toString().substring(2)).toList();
    }

    private static List<Mistake> mistakes() throws IOException {
        try (InputStream table =
                Objects.requireNonNull(
                        ContractMistakesTest.class.getResourceAsStream("mistakes.txt"))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" \\| ", -1))
                    .map(row -> new Mistake(unescaped(row[0]), unescaped(row[1]), row[2]))
                    .toList();
        }
    }

    private static String unescaped(String text) {
        return text.replace("\\n", "\n").replace("\\t", "\t");
    }
}
