package dev.arcrun.engine.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No text makes the reader throw, hang or overflow; every problem has a place in the text. */
class HostileTextTest {

    private static RecipeDocument read(String text) {
        RecipeDocument document = RecipeDocument.read(text);
        assertThat(document.text()).isEqualTo(text);
        for (Problem problem : document.problems()) {
            Problem.Place place = problem.place();
            assertThat(place.start()).isBetween(0, text.length());
            assertThat(place.end()).isBetween(place.start(), text.length());
            assertThat(problem.message()).doesNotContain("{0}", "{1}", "null");
            assertThat(problem.place().line()).isPositive();
            assertThat(problem.place().column()).isPositive();
        }
        for (int offset : List.of(0, text.length() / 2, text.length())) {
            Address address = document.addressAt(offset);
            if (address != null) {
                assertThat(document.placeOf(address)).isNotNull();
            }
        }
        return document;
    }

    private static List<String> codes(String text) {
        return read(text).problems().stream().map(Problem::code).distinct().toList();
    }

    @Test
    void a_text_cut_off_anywhere_is_read_as_far_as_it_goes() {
        for (int seed : List.of(3, 14)) {
            String whole = RandomRecipe.text(seed);
            RecipeDocument before = RecipeDocument.read(whole);
            for (int end = 0; end <= whole.length(); end++) {
                RecipeDocument cut = RecipeDocument.read(whole.substring(0, end), before);
                if (!cut.parsed()) {
                    assertThat(cut.recipe()).isEqualTo(before.recipe());
                    assertThat(cut.problems()).isNotEmpty();
                }
            }
        }
    }

    @Test
    void random_characters_are_read() {
        for (int seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            byte[] bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
            read(new String(bytes, StandardCharsets.ISO_8859_1));
            read(new String(bytes, StandardCharsets.UTF_16BE));
        }
    }

    @Test
    void random_pieces_of_yaml_are_read() {
        String[] pieces = {
            "name: ",
            "flow:",
            "config:\n",
            "\n",
            "  ",
            "- ",
            "\"",
            "'",
            "[",
            "]",
            "{",
            "}",
            ", ",
            ": ",
            "? ",
            "&a ",
            "*a",
            "!t ",
            "|",
            ">",
            "|2-\n",
            "#c",
            "\t",
            "a >> PIPE >> b",
            "---\n",
            "...\n",
            "%YAML 1.2\n",
            "x",
            "中",
            "😀",
            "\r\n",
            "<<: ",
            "run: ",
            "\\",
            "\u0000",
            "\uFEFF",
            "~",
            "1"
        };
        for (int seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            read(text.toString());
        }
    }

    @Test
    void deep_nesting_is_refused_with_its_place() {
        String start = "name: a\nflow: [\"input >> PIPE >> x\"]\nconfig: ";
        assertThat(codes(start + "[".repeat(100_000))).contains("TOO_DEEP");
        assertThat(codes(start + "{a: ".repeat(50_000))).contains("TOO_DEEP");
        assertThat(codes("- ".repeat(30_000) + "a")).contains("TOO_DEEP");
        assertThat(codes("name: a\nx: " + "[".repeat(150) + "]".repeat(150)))
                .doesNotContain("TOO_DEEP");
    }

    @Test
    void aliases_that_multiply_are_refused() {
        StringBuilder laughs =
                new StringBuilder("name: a\nconfig:\n  a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 60; i++) {
            String one = "*a" + (i - 1);
            String all = String.join(", ", java.util.Collections.nCopies(9, one));
            laughs.append("  a" + i + ": &a" + i + " [" + all + "]\n");
        }
        assertThat(codes(laughs.toString())).contains("ALIAS_LIMIT");
        String long_ =
                "name: a\nconfig:\n  a: &a {x: 1, y: 2}\n  b:\n" + "    - *a\n".repeat(100_000);
        assertThat(codes(long_)).contains("ALIAS_LIMIT");
    }

    @Test
    void aliases_in_aliases_dont_overflow_the_stack() {
        StringBuilder chain = new StringBuilder("name: a\nconfig:\n");
        String open = "[".repeat(150);
        String close = "]".repeat(150);
        chain.append("  a0: &a0 1\n");
        for (int i = 1; i < 500; i++) {
            chain.append("  a" + i + ": &a" + i + " " + open + "*a" + (i - 1) + close + "\n");
        }
        assertThat(codes(chain.toString())).contains("ALIAS_LIMIT");
    }

    @Test
    void a_text_over_five_mebibytes_isnt_read() {
        assertThat(codes("#" + "x".repeat(5 * 1024 * 1024))).containsExactly("TOO_LARGE");
    }

    @Test
    void long_lines_and_many_keys_are_read() {
        Stream.of(
                        "name: " + "a".repeat(300_000),
                        "name: a\nflow: [\"" + "a >> ".repeat(100_000) + "\"]",
                        "a: 1\n".repeat(4_000),
                        "name: a\nflow: []\n" + "k: [1\n".repeat(2_000),
                        "\"".repeat(20_001),
                        "\t- a\n".repeat(5_000),
                        "&a ".repeat(5_000),
                        "0x" + "f".repeat(200_000))
                .forEach(HostileTextTest::read);
    }
}
