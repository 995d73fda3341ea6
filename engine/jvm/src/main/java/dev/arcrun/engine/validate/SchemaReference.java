package dev.arcrun.engine.validate;

import dev.arcrun.engine.value.Json;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A schema's {@code $ref}: a JSON Pointer (RFC 6901) inside the schema; nothing else is read. */
final class SchemaReference {
    private static final int LONGEST_POSITION = 9;

    private SchemaReference() {}

    /** What a reference means in a schema, or null where that is nothing. */
    static @Nullable Json in(Json.Obj root, String reference) {
        if (!reference.equals("#") && !reference.startsWith("#/")) {
            return null;
        }
        Json at = root;
        List<String> steps = List.of(reference.split("/", -1));
        for (String step : steps.subList(1, steps.size())) {
            at = at == null ? null : step(at, decoded(step).replace("~1", "/").replace("~0", "~"));
        }
        return at;
    }

    private static @Nullable Json step(Json at, String name) {
        return switch (at) {
            case Json.Obj object -> object.get(name);
            case Json.Arr(var items) when isPosition(name) -> {
                int position = Integer.parseInt(name);
                yield position < items.size() ? items.get(position) : null;
            }
            default -> null;
        };
    }

    private static boolean isPosition(String name) {
        return !name.isEmpty()
                && name.length() <= LONGEST_POSITION
                && name.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Percent signs and what they stand for; a text in which they don't stays as it is. */
    private static String decoded(String text) {
        var decoded = new StringBuilder();
        for (int i = 0; i < text.length(); ) {
            int end = i;
            while (end + 2 < text.length() && text.charAt(end) == '%' && isHex(text, end + 1)) {
                end += 3;
            }
            if (end == i && text.charAt(i) == '%') {
                return text;
            }
            if (end == i) {
                decoded.append(text.charAt(i++));
                continue;
            }
            byte[] bytes = HexFormat.of().parseHex(text.substring(i, end).replace("%", ""));
            try {
                decoded.append(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)));
            } catch (CharacterCodingException e) {
                return text;
            }
            i = end;
        }
        return decoded.toString();
    }

    private static boolean isHex(String text, int at) {
        return HexFormat.isHexDigit(text.charAt(at)) && HexFormat.isHexDigit(text.charAt(at + 1));
    }
}
