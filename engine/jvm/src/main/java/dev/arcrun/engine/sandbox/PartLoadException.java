package dev.arcrun.engine.sandbox;

/** A file that can't be run as a part; the message is for the part's author. */
public final class PartLoadException extends Exception {
    private static final long serialVersionUID = 1L;
    private final Code code;

    public enum Code {
        /** Not a WebAssembly module, or one that is cut off or contradicts itself. */
        MALFORMED,
        /** More code, tables, locals or memory than a part may declare. */
        TOO_LARGE,
        /** Needs something that no host gives. */
        UNKNOWN_IMPORT,
        /** Imports a known function with another type. */
        IMPORT_TYPE,
        NO_START,
        NO_MEMORY,
        /** Valid, but uses a feature that parts can't have (threads, several memories, GC). */
        NOT_SUPPORTED
    }

    PartLoadException(Code code, String message) {
        super(message);
        this.code = code;
    }

    PartLoadException(Code code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}
