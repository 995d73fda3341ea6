package dev.arcrun.engine.history;

import org.jspecify.annotations.Nullable;

/** The run history can't be read or written; the message says which file and what to do. */
public final class HistoryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    HistoryException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
