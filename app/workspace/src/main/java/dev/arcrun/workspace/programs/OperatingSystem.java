package dev.arcrun.workspace.programs;

import java.util.Locale;

/** The systems programs are installed on in different ways. */
public enum OperatingSystem {
    LINUX,
    MAC,
    WINDOWS;

    /** The one this program runs on. */
    public static OperatingSystem here() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return name.startsWith("windows") ? WINDOWS : name.startsWith("mac") ? MAC : LINUX;
    }
}
