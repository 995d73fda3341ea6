package dev.arcrun.engine.run;

import dev.arcrun.engine.run.SecretForm.Way;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The ways in which a secret shows in texts. Encoders don't agree on which characters they leave as
 * they are, so each may stand either way; what begins an escape is always escaped, so that no text
 * fits in two ways.
 */
final class SecretForms {
    private static final String BASE64 =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final String BASE64_URL =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final String HEX = "0123456789abcdef";
    private static final String ESCAPED = "\"\\\b\f\n\r\t";
    private static final String ESCAPES = "\"\\bfnrt";

    private SecretForms() {}

    /** The forms are the caller's to wipe. */
    static List<SecretForm> of(char[] secret) {
        List<SecretForm> forms = new ArrayList<>();
        forms.add(SecretForm.literal(secret.clone()));
        forms.add(new SecretForm(pieces(secret, SecretForms::percent)));
        forms.add(new SecretForm(pieces(secret, SecretForms::jsonEscaped)));
        byte[] bytes = utf8(secret);
        for (int shift = 0; shift < 3; shift++) {
            for (String alphabet : List.of(BASE64, BASE64_URL)) {
                char[] digits = base64(bytes, shift, alphabet);
                if (digits.length >= Redactor.SHORTEST) {
                    forms.add(SecretForm.literal(digits));
                }
            }
        }
        Arrays.fill(bytes, (byte) 0);
        return forms;
    }

    private interface Encoding {
        List<Way> waysOf(char[] character);
    }

    /** Letters and digits, which no encoder changes, stand together; of all else each by itself. */
    private static List<List<Way>> pieces(char[] secret, Encoding encoding) {
        List<List<Way>> pieces = new ArrayList<>();
        for (int start = 0, end; start < secret.length; start = end) {
            end = start;
            while (end < secret.length && isPlain(secret[end])) {
                end++;
            }
            if (end > start) {
                pieces.add(List.of(new Way(Arrays.copyOfRange(secret, start, end), false)));
                continue;
            }
            end = start + Character.charCount(Character.codePointAt(secret, start));
            pieces.add(encoding.waysOf(Arrays.copyOfRange(secret, start, end)));
        }
        return pieces;
    }

    private static boolean isPlain(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    private static List<Way> percent(char[] character) {
        List<Way> ways = new ArrayList<>();
        byte[] bytes = utf8(character);
        char[] encoded = new char[bytes.length * 3];
        for (int i = 0; i < bytes.length; i++) {
            encoded[i * 3] = '%';
            encoded[i * 3 + 1] = HEX.charAt(bytes[i] >> 4 & 0xf);
            encoded[i * 3 + 2] = HEX.charAt(bytes[i] & 0xf);
        }
        ways.add(new Way(encoded, true));
        if (character[0] == ' ') {
            ways.add(new Way(new char[] {'+'}, false));
        }
        if (character[0] != '%') {
            ways.add(new Way(character, false));
        }
        return ways;
    }

    private static List<Way> jsonEscaped(char[] character) {
        List<Way> ways = new ArrayList<>();
        char[] encoded = new char[character.length * 6];
        for (int i = 0; i < character.length; i++) {
            encoded[i * 6] = '\\';
            encoded[i * 6 + 1] = 'u';
            for (int digit = 0; digit < 4; digit++) {
                encoded[i * 6 + 2 + digit] = HEX.charAt(character[i] >> (12 - 4 * digit) & 0xf);
            }
        }
        ways.add(new Way(encoded, true));
        int named = ESCAPED.indexOf(character[0]);
        if (named >= 0) {
            ways.add(new Way(new char[] {'\\', ESCAPES.charAt(named)}, false));
        } else {
            ways.add(new Way(character, false));
        }
        if (character[0] == '/') {
            ways.add(new Way(new char[] {'\\', '/'}, false));
        }
        return ways;
    }

    private static byte[] utf8(char[] text) {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(text));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        Arrays.fill(encoded.array(), (byte) 0);
        return bytes;
    }

    /**
     * The digits that depend on the secret alone when {@code shift} bytes (mod 3) stand before it.
     */
    private static char[] base64(byte[] bytes, int shift, String alphabet) {
        int firstBit = shift * 8;
        int firstDigit = (firstBit + 5) / 6;
        int lastDigit = (firstBit + bytes.length * 8) / 6;
        char[] digits = new char[Math.max(0, lastDigit - firstDigit)];
        for (int digit = firstDigit; digit < lastDigit; digit++) {
            int value = 0;
            for (int bit = digit * 6; bit < digit * 6 + 6; bit++) {
                int at = bit - firstBit;
                value = value << 1 | (bytes[at / 8] >> (7 - at % 8) & 1);
            }
            digits[digit - firstDigit] = alphabet.charAt(value);
        }
        return digits;
    }
}
