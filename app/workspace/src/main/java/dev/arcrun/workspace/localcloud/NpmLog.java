package dev.arcrun.workspace.localcloud;

import java.util.function.Consumer;

/** Turns what npm writes with {@code --loglevel=http} into a few lines for people. */
final class NpmLog implements Consumer<String> {
    private static final int STEP = 10;

    private final Consumer<String> progress;
    private int fetched;

    NpmLog(Consumer<String> progress) {
        this.progress = progress;
    }

    @Override
    public void accept(String line) {
        if (line.startsWith("npm http ")) {
            if (line.contains(".tgz") && ++fetched % STEP == 0) {
                progress.accept("  " + fetched + " packages …");
            }
        } else if (!line.isBlank()) {
            progress.accept("  " + line);
        }
    }
}
