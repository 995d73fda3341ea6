package dev.arcrun.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartStoreTest {
    @TempDir Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);

    private PartStore store() {
        return new PartStore(folder.resolve("deep/store.db"), now::get);
    }

    @Test
    void each_part_has_a_store_of_its_own_that_lasts() {
        try (PartStore store = store()) {
            store.put("a", "seen", "1", 0);
            store.put("a", "seen", "2", 0);
        }
        try (PartStore store = store()) {
            assertThat(store.get("a", "seen")).isEqualTo("2");
            assertThat(store.get("b", "seen")).isNull();
            assertThat(store.get("a", "other")).isNull();
        }
    }

    @Test
    void a_value_with_a_time_to_live_is_gone_after_it() {
        try (PartStore store = store()) {
            store.put("a", "k", "v", 60);
            now.set(Instant.ofEpochSecond(59));
            assertThat(store.get("a", "k")).isEqualTo("v");
            now.set(Instant.ofEpochSecond(60));
            assertThat(store.get("a", "k")).isNull();
        }
    }

    @Test
    void nothing_is_made_before_the_first_use() {
        store().close();
        assertThat(folder.resolve("deep")).doesNotExist();
    }

    @Test
    void a_broken_store_says_which_file() throws Exception {
        Files.createDirectories(folder.resolve("deep"));
        Files.writeString(folder.resolve("deep/store.db"), "not a database ".repeat(100));
        try (PartStore store = store()) {
            assertThatThrownBy(() -> store.get("a", "k"))
                    .isInstanceOf(WorkspaceException.class)
                    .hasMessageContaining("store.db");
        }
    }
}
