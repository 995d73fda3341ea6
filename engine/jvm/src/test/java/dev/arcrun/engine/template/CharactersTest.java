package dev.arcrun.engine.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CharactersTest {
    /** Every UTF-16 unit that {@code /\s/} fits in Node.js 20. */
    private static final int[] SPACES = {
        0x9, 0xa, 0xb, 0xc, 0xd, 0x20, 0xa0, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005,
        0x2006, 0x2007, 0x2008, 0x2009, 0x200a, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff
    };

    @Test
    void white_space_is_what_ecmascript_takes_for_it() {
        assertThat(IntStream.range(0, 0x10000).filter(c -> Characters.isSpace((char) c)))
                .containsExactly(IntStream.of(SPACES).boxed().toArray(Integer[]::new));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a", "Z", "é", "時", "ß", "ʰ", "ا", "ि", "9", "٣", "_", "-", "\ud835\udc00"})
    void letters_marks_digits_and_dashes_make_names(String character) {
        assertThat(Characters.inName(character.codePointAt(0))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {" ", ".", "[", "{", "$", "@", "Ⅷ", "½", "😀", "\u00a0", "\ud800", "‿", "–"})
    void nothing_else_does(String character) {
        assertThat(Characters.inName(character.codePointAt(0))).isFalse();
    }
}
