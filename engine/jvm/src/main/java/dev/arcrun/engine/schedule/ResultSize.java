package dev.arcrun.engine.schedule;

import dev.arcrun.engine.value.EcmaNumber;
import dev.arcrun.engine.value.Json;
import java.util.Map;

/** Counts the UTF-8 bytes of a value's compact JSON without writing it. */
final class ResultSize {
    /** 5 MiB. RECIPE.md, section 3. */
    static final long LIMIT = 5L * 1024 * 1024;

    private long bytes;

    private ResultSize() {}

    static boolean isOverLimit(Json value) {
        return of(value) > LIMIT;
    }

    /** In bytes; counting ends soon after the limit. */
    static long of(Json value) {
        var size = new ResultSize();
        size.count(value);
        return size.bytes;
    }

    private void count(Json value) {
        if (bytes > LIMIT) {
            return;
        }
        switch (value) {
            case Json.Null _ -> bytes += 4;
            case Json.Bool(boolean truth) -> bytes += truth ? 4 : 5;
            case Json.Num(double number) -> bytes += EcmaNumber.toString(number).length();
            case Json.Str(String text) -> countText(text);
            case Json.Arr(var items) -> {
                bytes += 1 + Math.max(1, items.size());
                for (Json item : items) {
                    count(item);
                }
            }
            case Json.Obj(var members) -> {
                bytes += 1 + Math.max(1, members.size());
                for (Map.Entry<String, Json> member : members.entrySet()) {
                    countText(member.getKey());
                    bytes++;
                    count(member.getValue());
                }
            }
        }
    }

    private void countText(String text) {
        bytes += 2;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                i += countWide(text, i);
            } else if (c == '"' || c == '\\') {
                bytes += 2;
            } else if (c < ' ') {
                bytes += "\b\f\n\r\t".indexOf(c) >= 0 ? 2 : 6;
            } else {
                bytes++;
            }
        }
    }

    /** Returns how many further chars belong to this one: 1 for a surrogate pair. */
    private int countWide(String text, int i) {
        char c = text.charAt(i);
        if (c < 0x800) {
            bytes += 2;
            return 0;
        }
        if (!Character.isSurrogate(c)) {
            bytes += 3;
            return 0;
        }
        boolean pair =
                Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
        bytes += pair ? 4 : 6;
        return pair ? 1 : 0;
    }
}
