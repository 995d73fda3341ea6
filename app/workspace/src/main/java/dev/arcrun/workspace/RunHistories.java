package dev.arcrun.workspace;

import dev.arcrun.engine.history.RunHistory;
import org.jspecify.annotations.Nullable;

/**
 * Where runs are kept: in the workspace's state, or in the user's data folder for recipes outside
 * one.
 */
public final class RunHistories {
    private RunHistories() {}

    public static RunHistory open(@Nullable Workspace workspace) {
        return RunHistory.open(
                workspace == null ? UserFolders.data().resolve("runs.db") : workspace.history());
    }
}
