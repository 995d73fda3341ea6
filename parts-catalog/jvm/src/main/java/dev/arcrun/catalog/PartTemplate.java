package dev.arcrun.catalog;

import java.util.Locale;

/** What a new part can begin as. */
public enum PartTemplate {
    ASSEMBLYSCRIPT(64),
    RUST(256),
    TINYGO(2048),
    C(128),
    CONNECTOR(0);

    private final int maxSizeKb;

    PartTemplate(int maxSizeKb) {
        this.maxSizeKb = maxSizeKb;
    }

    /** The folder of its files. */
    String folder() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What the new contract promises; the template's own program is well below. */
    int maxSizeKb() {
        return maxSizeKb;
    }

    public boolean isConnector() {
        return this == CONNECTOR;
    }
}
