package dev.arcrun.engine.connector;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Texts in headers: refused where they could add lines, encoded where they aren't ASCII. */
final class HeaderText {
    /** Fills 52 characters in base64: with the frame and a header's name, a line of up to 76. */
    private static final int WORD_BYTES = 39;

    private static final int PLAIN_LENGTH = 60;

    private HeaderText() {}

    /**
     * @throws ConnectorFailure {@code INVALID_HEADER} when the text has line breaks or other
     *     control characters
     */
    static void check(String name, String value) throws ConnectorFailure {
        if (!value.chars().allMatch(c -> c == '\t' || (c >= ' ' && c != 0x7f))) {
            throw ConnectorFailure.of(
                    "INVALID_HEADER",
                    "`" + name + "` has a line break or another control character.",
                    "Take it out; a header is one line.");
        }
    }

    /**
     * The header of an HTTP request.
     *
     * @throws ConnectorFailure {@code INVALID_HEADER} when it can't be one
     */
    static void checkHttp(String name, String value) throws ConnectorFailure {
        boolean token =
                !name.isEmpty()
                        && name.chars()
                                .allMatch(c ->
                                        (c >= 'a' && c <= 'z')
                                                || (c >= 'A' && c <= 'Z')
                                                || (c >= '0' && c <= '9')
                                                || "!#$%&'*+-.^_`|~".indexOf(c) >= 0);
        if (!token) {
            throw ConnectorFailure.of(
                    "INVALID_HEADER",
                    "A header can't have the name " + InputText.quoted(name) + ".",
                    "A header's name is letters, digits and hyphens.");
        }
        check(name, value);
        if (!InputText.withoutPlaceholders(value).chars().allMatch(c -> c < 0x7f)) {
            throw ConnectorFailure.of(
                    "INVALID_HEADER",
                    "The header `" + name + "` has characters that aren't ASCII.",
                    "Headers carry ASCII only; encode the text as the service wants it.");
        }
    }

    /** A name before an address: as it is, in quotation marks, or encoded. */
    static String phrase(String name) {
        boolean plain =
                name.chars()
                        .allMatch(c ->
                                (c >= 'a' && c <= 'z')
                                        || (c >= 'A' && c <= 'Z')
                                        || (c >= '0' && c <= '9')
                                        || "!#$%&'*+-/=?^_`{|}~ ".indexOf(c) >= 0);
        if (plain && isPlain(name)) {
            return name;
        }
        return isPlain(name)
                ? "\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\""
                : encodedWords(name);
    }

    /** Free text: as it is, or in encoded words on lines of their own. RFC 2047. */
    static String unstructured(String text) {
        return isPlain(text) ? text : encodedWords(text);
    }

    private static boolean isPlain(String text) {
        return text.length() <= PLAIN_LENGTH
                && !text.contains("=?")
                && text.chars().allMatch(c -> c >= ' ' && c < 0x7f);
    }

    private static String encodedWords(String text) {
        List<String> words = new ArrayList<>();
        var word = new StringBuilder();
        int bytes = 0;
        for (int i = 0; i < text.length(); ) {
            String character = Character.toString(text.codePointAt(i));
            int length = character.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + length > WORD_BYTES) {
                words.add(encodedWord(word));
                word.setLength(0);
                bytes = 0;
            }
            word.append(character);
            bytes += length;
            i += character.length();
        }
        words.add(encodedWord(word));
        return String.join("\r\n ", words);
    }

    private static String encodedWord(CharSequence text) {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(bytes) + "?=";
    }
}
