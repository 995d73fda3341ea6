package dev.arcrun.engine.sandbox;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers that wait for the guest to fetch them, each under a number from 1. */
final class AnswerHandles {
    private final Map<Integer, Answer> answers = new HashMap<>();
    private final long mostBytes;
    private long bytes;
    private int last;

    private static final class Answer {
        final byte[] bytes;
        int read;

        Answer(byte[] bytes) {
            this.bytes = bytes;
        }
    }

    /**
     * @param mostBytes how much may wait at one time
     */
    AnswerHandles(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    int add(byte[] answer) {
        if (bytes + answer.length > mostBytes) {
            throw new GuestStopped(GuestFailures.memoryLimit());
        }
        bytes += answer.length;
        answers.put(++last, new Answer(answer));
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
        Answer answer = answers.remove(handle);
        bytes -= answer == null ? 0 : answer.bytes.length;
        return answer != null;
    }
}
