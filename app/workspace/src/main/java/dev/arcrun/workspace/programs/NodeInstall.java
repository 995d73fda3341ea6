package dev.arcrun.workspace.programs;

/** How to get Node with npm, the rest of a sentence for each system. */
public final class NodeInstall {
    public static final String ON_LINUX =
            "install the packages `nodejs` and `npm`, or take it from https://nodejs.org";
    public static final String ON_MAC =
            "run `brew install node`, or take it from https://nodejs.org";
    public static final String ON_WINDOWS =
            "run `winget install OpenJS.NodeJS.LTS`, or take it from https://nodejs.org";

    private NodeInstall() {}

    public static String on(OperatingSystem system) {
        return switch (system) {
            case LINUX -> ON_LINUX;
            case MAC -> ON_MAC;
            case WINDOWS -> ON_WINDOWS;
        };
    }
}
