package dev.arcrun.workspace;

import dev.arcrun.engine.connector.Tokens;
import dev.arcrun.engine.connector.TokensInMemory;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the tokens of a workspace's targets are kept: in the user's own folder, a file for each
 * target, so that two hosts never renew one refresh token.
 */
public final class TokenStores {
    /** Runs on this computer. */
    public static final String DESKTOP = "desktop";

    private TokenStores() {}

    /**
     * The file of a target.
     *
     * @param target letters, digits, {@code -} and {@code _}
     */
    public static TokenStore of(Workspace workspace, String target) {
        if (!target.matches("[A-Za-z0-9_-]{1,64}")) {
            throw new WorkspaceException(
                    "`" + target + "` can't be a target's name: only letters, digits, - and _.");
        }
        Path folder = UserFolders.data().resolve("tokens").resolve(UserFolders.name(workspace));
        return new TokenStore(folder.resolve(target + ".db"));
    }

    /** Where runs on this computer keep theirs: without a workspace, until the program ends. */
    static Tokens on(@Nullable Workspace workspace) {
        return workspace == null ? new TokensInMemory() : of(workspace, DESKTOP);
    }
}
