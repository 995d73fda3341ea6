package dev.arcrun.workspace.authoring;

import java.util.Locale;

/** The systems a toolchain is installed on in different ways. */
enum OperatingSystem {
    LINUX,
    MAC,
    WINDOWS;

    static OperatingSystem here() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return name.startsWith("windows") ? WINDOWS : name.startsWith("mac") ? MAC : LINUX;
    }
}
