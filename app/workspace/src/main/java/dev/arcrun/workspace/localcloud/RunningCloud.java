package dev.arcrun.workspace.localcloud;

import dev.arcrun.workspace.TextFile;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A local Cloudflare that runs.
 *
 * @param api in place of {@code https://api.cloudflare.com/client/v4}
 * @param accountId of its one account, 32 hex digits
 * @param workers a Worker answers under {@code <workers>/<name>/}
 * @param tokenFile readable by its owner alone
 * @param since when it was ready
 */
public record RunningCloud(
        URI api, String accountId, URI workers, Path tokenFile, long processId, Instant since) {
    /**
     * The token its API wants as {@code Authorization: Bearer}: a secret.
     *
     * @throws dev.arcrun.workspace.WorkspaceException when it ended meanwhile
     */
    public String token() {
        return TextFile.read(tokenFile).strip();
    }
}
