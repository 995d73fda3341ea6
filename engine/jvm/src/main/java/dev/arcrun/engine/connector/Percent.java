package dev.arcrun.engine.connector;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Percent-encoding, as {@code encodeURIComponent} and as forms do it. */
final class Percent {
    private static final String COMPONENT = "-_.!~*'()";
    private static final String FORM = "*-._";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private Percent() {}

    /** ECMA-262, encodeURIComponent. */
    static String component(String text) throws ConnectorFailure {
        return encoded(text, COMPONENT, false);
    }

    /** WHATWG URL, application/x-www-form-urlencoded serializing. */
    static String form(String text) throws ConnectorFailure {
        return encoded(text, FORM, true);
    }

    /** The text's bytes. Halves of surrogate pairs have none. */
    static byte[] utf8(String text) throws ConnectorFailure {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            return copy;
        } catch (CharacterCodingException e) {
            throw ConnectorFailure.of(
                    "INVALID_VALUE",
                    "A text holds half of a character (a lone surrogate) and can't be sent.",
                    "Look where the text was cut.");
        }
    }

    private static String encoded(String text, String plain, boolean plus) throws ConnectorFailure {
        var out = new StringBuilder(text.length());
        for (byte each : utf8(text)) {
            char c = (char) (each & 255);
            boolean stays =
                    (c >= 'a' && c <= 'z')
                            || (c >= 'A' && c <= 'Z')
                            || (c >= '0' && c <= '9')
                            || plain.indexOf(c) >= 0;
            if (stays) {
                out.append(c);
            } else if (plus && c == ' ') {
                out.append('+');
            } else {
                out.append('%').append(HEX.toHexDigits(each));
            }
        }
        return out.toString();
    }
}
