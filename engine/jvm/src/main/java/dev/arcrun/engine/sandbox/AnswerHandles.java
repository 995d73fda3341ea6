package dev.arcrun.engine.sandbox;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers that wait for the guest to fetch them, each under a number from 1. */
final class AnswerHandles {
    private final Map<Integer, Answer> answers = new HashMap<>();
    private int last;

    private static final class Answer {
        final byte[] bytes;
        int read;

        Answer(byte[] bytes) {
            this.bytes = bytes;
        }
    }

    int add(byte[] bytes) {
        answers.put(++last, new Answer(bytes));
        return last;
    }

    /** Length in bytes, or -1 for an unknown handle. */
    int size(int handle) {
        Answer answer = answers.get(handle);
        return answer == null ? -1 : answer.bytes.length;
    }

    /** The next bytes not yet fetched, at most so many; null for an unknown handle. */
    byte @Nullable [] read(int handle, long most) {
        Answer answer = answers.get(handle);
        if (answer == null) {
            return null;
        }
        int length = (int) Math.min(most, answer.bytes.length - answer.read);
        byte[] part = new byte[length];
        System.arraycopy(answer.bytes, answer.read, part, 0, length);
        answer.read += length;
        return part;
    }

    boolean drop(int handle) {
        return answers.remove(handle) != null;
    }
}
