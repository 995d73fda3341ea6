package dev.arcrun.engine.sandbox;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a guest wrote to standard error: the beginning up to the limit and, if more came, the last 2
 * KiB. Control characters are shown as their symbols, so that a terminal doesn't obey them.
 */
final class GuestLog {
    private static final int TAIL = 2048;
    private static final int LAST_LINES = 5;

    private final int headLimit;
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private final byte[] tail;
    private long afterHead;

    GuestLog(int limit) {
        tail = new byte[Math.min(TAIL, limit / 2)];
        headLimit = limit - tail.length;
    }

    void write(byte[] bytes) {
        int toHead = Math.min(bytes.length, headLimit - head.size());
        head.write(bytes, 0, toHead);
        int rest = bytes.length - toHead;
        if (rest == 0) {
            return;
        }
        int skipped = Math.max(0, rest - tail.length);
        for (int i = toHead + skipped; i < bytes.length && tail.length > 0; i++) {
            tail[(int) ((afterHead + i - toHead) % tail.length)] = bytes[i];
        }
        afterHead += rest;
    }

    /** All that was kept, with a note where something was left out. */
    String text() {
        String end = visible(tailBytes());
        long left = afterHead - Math.min(afterHead, tail.length);
        String note = left == 0 ? "" : "\n… " + left + " bytes of the log are left out …\n";
        return left == 0 ? visible(joined()) : visible(head.toByteArray()) + note + end;
    }

    /** The last lines, for a message. */
    String lastLines() {
        List<String> lines = text().lines().filter(line -> !line.isBlank()).toList();
        return String.join(
                "\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }

    private byte[] joined() {
        byte[] end = tailBytes();
        var all = new ByteArrayOutputStream();
        all.writeBytes(head.toByteArray());
        all.writeBytes(end);
        return all.toByteArray();
    }

    private byte[] tailBytes() {
        int length = (int) Math.min(afterHead, tail.length);
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = tail[(int) ((afterHead - length + i) % tail.length)];
        }
        return bytes;
    }

    static String visible(byte[] utf8) {
        return visible(new String(utf8, StandardCharsets.UTF_8));
    }

    /** Control characters other than line feed and tab as symbols: ESC becomes ␛. */
    static String visible(String text) {
        var shown = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                continue;
            }
            shown.append(visible(c));
        }
        return shown.toString();
    }

    private static char visible(char c) {
        if (c == '\n' || c == '\t') {
            return c;
        }
        if (c < ' ') {
            return (char) ('\u2400' + c);
        }
        if (c == 0x7f) {
            return '\u2421';
        }
        boolean c1 = c >= 0x80 && c < 0xa0;
        boolean turnsText = (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
        return c1 || turnsText ? '\ufffd' : c;
    }
}
