package dev.arcrun.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arcrun.engine.connector.Token;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenStoreTest {
    private static final Token FIRST =
            new Token("access-1", Instant.parse("2026-01-02T03:04:05Z"), "refresh-1");
    private static final Token SECOND = new Token("access-2", null, null);

    @TempDir private Path folder;

    private Path file() {
        return folder.resolve("tokens").resolve("desktop.db");
    }

    @Test
    void what_is_kept_is_there_for_another_program() {
        assertThat(new TokenStore(file()).compareAndSet("google", null, FIRST)).isTrue();
        assertThat(new TokenStore(file()).get("google")).isEqualTo(FIRST);
        assertThat(new TokenStore(file()).get("other")).isNull();
    }

    @Test
    void a_token_replaces_only_the_one_it_was_made_from() {
        var tokens = new TokenStore(file());
        tokens.compareAndSet("google", null, FIRST);
        assertThat(tokens.compareAndSet("google", null, SECOND)).isFalse();
        assertThat(tokens.compareAndSet("google", FIRST, SECOND)).isTrue();
        assertThat(tokens.get("google")).isEqualTo(SECOND);
    }

    @Test
    void nobody_else_can_read_the_file() throws IOException {
        new TokenStore(file()).compareAndSet("google", null, FIRST);
        new TokenStore(file()).compareAndSet("google", FIRST, SECOND);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file().getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void of_many_that_renew_at_once_one_wins() throws Exception {
        new TokenStore(file()).compareAndSet("google", null, FIRST);
        List<Callable<Boolean>> all = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            var next = new Token("next-" + i, null, "refresh-" + i);
            var tokens = new TokenStore(file());
            all.add(() -> tokens.compareAndSet("google", FIRST, next));
        }
        int won = 0;
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (Future<Boolean> each : threads.invokeAll(all)) {
                won += each.get() ? 1 : 0;
            }
        }
        assertThat(won).isEqualTo(1);
    }

    @Test
    void a_damaged_file_is_told_without_its_text() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "planted-s3cret is not a database");
        assertThatThrownBy(() -> new TokenStore(file()).get("google"))
                .isInstanceOf(WorkspaceException.class)
                .hasMessageContaining("sign in again")
                .hasMessageNotContaining("planted");
    }

    @Test
    void a_target_is_a_plain_name() {
        var workspace = new Workspace(folder);
        assertThatThrownBy(() -> TokenStores.of(workspace, "../x"))
                .isInstanceOf(WorkspaceException.class);
        assertThat(TokenStores.of(workspace, "cloud").toString())
                .isNotEqualTo(TokenStores.of(workspace, "desktop").toString());
    }
}
