package dev.arcrun.desktop.yaml;

import java.util.Arrays;

/**
 * The editor knows one line break, {@code \n}; a document may have others. Translates positions and
 * typed text between the two, so that a file with {@code \r\n} keeps them.
 */
final class LineBreaks {
    private final int[] longBreaks;
    private final String usual;

    private LineBreaks(int[] longBreaks, String usual) {
        this.longBreaks = longBreaks;
        this.usual = usual;
    }

    static LineBreaks of(String text) {
        int first = text.indexOf('\r');
        if (first < 0) {
            return new LineBreaks(new int[0], "\n");
        }
        int[] found = new int[text.length()];
        int count = 0;
        for (int i = first; i >= 0; i = text.indexOf("\r\n", i + 1)) {
            if (text.startsWith("\r\n", i)) {
                found[count] = i - count;
                count++;
            }
        }
        boolean shortOnes = text.replace("\r\n", "").indexOf('\n') >= 0;
        return new LineBreaks(Arrays.copyOf(found, count), count > 0 && !shortOnes ? "\r\n" : "\n");
    }

    /** The text as the editor shows it. */
    static String shown(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** Typed text as it goes into the document. */
    String written(String typed) {
        return usual.equals("\n") ? typed : typed.replace("\n", usual);
    }

    /** From a position in the editor to one in the document. */
    int toDocument(int shown) {
        int at = Arrays.binarySearch(longBreaks, shown);
        int before = at >= 0 ? at : -at - 1;
        return shown + before;
    }

    /** From a position in the document to one in the editor. */
    int toShown(int document) {
        int low = 0;
        int high = longBreaks.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (longBreaks[middle] + middle < document) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return document - low;
    }
}
