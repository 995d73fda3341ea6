package dev.arcrun.engine.sandbox;

/** Answers of WASI functions, as far as this host gives them (WASI preview 1, type errno). */
final class Errno {
    static final int SUCCESS = 0;
    static final int BADF = 8;
    static final int INVAL = 28;
    static final int NOSYS = 52;

    private Errno() {}
}
