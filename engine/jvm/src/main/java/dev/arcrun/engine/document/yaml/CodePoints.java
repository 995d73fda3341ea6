package dev.arcrun.engine.document.yaml;

/** The parser counts code points; the text is UTF-16. */
final class CodePoints {
    /** UTF-16 offset of each code point; empty where both are the same. */
    private final int[] offsets;

    private final int base;
    private final int length;

    /**
     * @param base offset of {@code parsed} in the whole text
     */
    CodePoints(String parsed, int base) {
        this.base = base;
        this.length = parsed.length();
        int count = parsed.codePointCount(0, length);
        if (count == length) {
            offsets = new int[0];
            return;
        }
        offsets = new int[count + 1];
        int offset = 0;
        for (int i = 0; i < count; i++) {
            offsets[i] = offset;
            offset += Character.charCount(parsed.codePointAt(offset));
        }
        offsets[count] = offset;
    }

    int offset(int codePoint) {
        if (offsets.length == 0) {
            return base + Math.min(codePoint, length);
        }
        return base + offsets[Math.min(codePoint, offsets.length - 1)];
    }
}
