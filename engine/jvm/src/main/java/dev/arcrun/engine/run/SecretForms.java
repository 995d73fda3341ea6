package dev.arcrun.engine.run;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The ways in which a secret shows in texts. */
final class SecretForms {
    private static final String BASE64 =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final String BASE64_URL =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final String UNRESERVED =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~";
    private static final String HEX_UPPER = "0123456789ABCDEF";
    private static final String HEX_LOWER = "0123456789abcdef";

    private SecretForms() {}

    /** Each form once; the arrays are the caller's to wipe. */
    static List<char[]> of(char[] secret) {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(secret));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        Arrays.fill(encoded.array(), (byte) 0);

        List<char[]> forms = new ArrayList<>();
        add(forms, secret.clone());
        for (int shift = 0; shift < 3; shift++) {
            add(forms, base64(bytes, shift, BASE64));
            add(forms, base64(bytes, shift, BASE64_URL));
        }
        for (String hex : List.of(HEX_UPPER, HEX_LOWER)) {
            add(forms, percent(bytes, hex, false));
            add(forms, percent(bytes, hex, true));
        }
        add(forms, jsonEscaped(secret, false));
        add(forms, jsonEscaped(secret, true));
        Arrays.fill(bytes, (byte) 0);
        return forms;
    }

    private static void add(List<char[]> forms, char[] form) {
        if (form.length >= Redactor.SHORTEST
                && forms.stream().noneMatch(known -> Arrays.equals(known, form))) {
            forms.add(form);
        } else {
            Arrays.fill(form, '\0');
        }
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

    private static char[] percent(byte[] bytes, String hex, boolean plusForSpace) {
        char[] room = new char[bytes.length * 3];
        int length = 0;
        for (byte b : bytes) {
            if (UNRESERVED.indexOf((char) (b & 0xff)) >= 0) {
                room[length++] = (char) b;
            } else if (b == ' ' && plusForSpace) {
                room[length++] = '+';
            } else {
                room[length++] = '%';
                room[length++] = hex.charAt(b >> 4 & 0xf);
                room[length++] = hex.charAt(b & 0xf);
            }
        }
        return cut(room, length);
    }

    private static char[] jsonEscaped(char[] secret, boolean asciiOnly) {
        char[] room = new char[secret.length * 6];
        int length = 0;
        for (char c : secret) {
            int named = "\"\\\b\f\n\r\t".indexOf(c);
            if (named >= 0) {
                room[length++] = '\\';
                room[length++] = "\"\\bfnrt".charAt(named);
            } else if (c < ' ' || asciiOnly && c > '~') {
                room[length++] = '\\';
                room[length++] = 'u';
                for (int shift = 12; shift >= 0; shift -= 4) {
                    room[length++] = HEX_LOWER.charAt(c >> shift & 0xf);
                }
            } else {
                room[length++] = c;
            }
        }
        return cut(room, length);
    }

    private static char[] cut(char[] room, int length) {
        char[] form = Arrays.copyOf(room, length);
        Arrays.fill(room, '\0');
        return form;
    }
}
