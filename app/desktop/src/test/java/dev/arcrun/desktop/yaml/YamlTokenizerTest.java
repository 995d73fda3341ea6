package dev.arcrun.desktop.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class YamlTokenizerTest {
    @Test
    void keys_and_values_are_told_apart() {
        assertThat(tokens("name: hello"))
                .containsExactly("KEY name", "PUNCTUATION :", "STRING hello");
        assertThat(tokens("strict: true"))
                .containsExactly("KEY strict", "PUNCTUATION :", "CONSTANT true");
        assertThat(tokens("max: 8 # most"))
                .containsExactly("KEY max", "PUNCTUATION :", "NUMBER 8", "COMMENT # most");
        assertThat(tokens("\"a b\": 'c'"))
                .containsExactly("KEY \"a b\"", "PUNCTUATION :", "STRING 'c'");
    }

    @Test
    void a_triplet_shows_its_relation_and_its_nodes() {
        assertThat(tokens("  - \"input >> ON_SUCCESS >> greet\""))
                .containsExactly(
                        "PUNCTUATION -",
                        "NODE \"input ",
                        "PUNCTUATION >>",
                        "RELATION  ON_SUCCESS ",
                        "PUNCTUATION >>",
                        "NODE  greet\"");
    }

    @Test
    void templates_stand_out_inside_texts() {
        assertThat(tokens("text: 'Hi {{input.name}}!'"))
                .containsExactly(
                        "KEY text",
                        "PUNCTUATION :",
                        "STRING 'Hi ",
                        "TEMPLATE {{input.name}}",
                        "STRING !'");
    }

    @Test
    void flow_style_has_keys_too() {
        assertThat(tokens("run: { timeout_ms: 5000, on: [A, b] }"))
                .contains("KEY timeout_ms", "NUMBER 5000", "STRING A", "STRING b");
    }

    @Test
    void a_block_text_goes_on_as_long_as_it_is_indented() {
        List<List<Token>> lines =
                YamlTokenizer.tokens("code: |\n  key: not a key\n\n  # not a comment\nnext: 1");

        assertThat(lines.get(1)).extracting(Token::kind).containsExactly(Token.Kind.STRING);
        assertThat(lines.get(3)).extracting(Token::kind).containsExactly(Token.Kind.STRING);
        assertThat(lines.get(4)).extracting(Token::kind).startsWith(Token.Kind.KEY);
    }

    @Test
    void a_quoted_text_may_span_lines() {
        List<List<Token>> lines = YamlTokenizer.tokens("a: \"one\n  two: 2\"\nb: 1");

        assertThat(lines.get(1)).extracting(Token::kind).containsExactly(Token.Kind.STRING);
        assertThat(lines.get(2)).extracting(Token::kind).startsWith(Token.Kind.KEY);
    }

    @Test
    void tokens_never_overlap_or_leave_their_line_whatever_the_text() {
        String alphabet = "ab:>|-\"'{}[]#,\\ \n\t\r&*!%0流";
        for (long seed = 1; seed <= 400; seed++) {
            var random = new SplittableRandom(seed);
            var text = new StringBuilder();
            for (int i = 0; i < 120; i++) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String[] lines = text.toString().split("\n", -1);
            List<List<Token>> tokens = YamlTokenizer.tokens(text.toString());
            assertThat(tokens).hasSize(lines.length);
            for (int line = 0; line < lines.length; line++) {
                int end = 0;
                for (Token token : tokens.get(line)) {
                    assertThat(token.start())
                            .as("seed %d, line %d", seed, line)
                            .isGreaterThanOrEqualTo(end);
                    assertThat(token.end()).isGreaterThan(token.start());
                    end = token.end();
                }
                assertThat(end).as("seed %d", seed).isLessThanOrEqualTo(lines[line].length());
            }
        }
    }

    @Test
    void a_very_long_line_is_no_trouble() {
        String line = "- \"" + "x\\\"".repeat(200_000) + "\"";

        assertThat(YamlTokenizer.tokens(line).getFirst()).isNotEmpty();
    }

    private static List<String> tokens(String line) {
        return YamlTokenizer.tokens(line).getFirst().stream()
                .map(token -> token.kind() + " " + line.substring(token.start(), token.end()))
                .toList();
    }
}
