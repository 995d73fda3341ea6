package dev.arcrun.engine.sandbox;

/** A look at the bytes of a module before they are parsed, so that parsing is bounded. */
final class ModuleScan {
    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private final byte[] wasm;

    private ModuleScan(byte[] wasm) {
        this.wasm = wasm;
    }

    static ModuleScan of(byte[] wasm) throws PartLoadException {
        if (wasm.length > MOST_BYTES) {
            throw new PartLoadException(
                    PartLoadException.Code.TOO_LARGE,
                    "The file has more than " + MOST_BYTES / 1024 / 1024 + " MiB.");
        }
        return new ModuleScan(wasm);
    }

    byte[] withoutCustomSections() {
        return wasm;
    }

    boolean mayCompile() {
        return true;
    }
}
