package dev.arcrun.workspace.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arcrun.catalog.PartTemplate;
import dev.arcrun.workspace.WorkspaceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewPartFolderTest {
    @TempDir Path folder;

    @Test
    void the_files_are_written_and_named() {
        Path part = folder.resolve("parts/greet");

        assertThat(NewPartFolder.write(PartTemplate.C, "greet", part))
                .contains("contract.yaml", "part.c", "lib/json.c", ".gitignore")
                .allMatch(file -> Files.isRegularFile(part.resolve(file)));
    }

    @Test
    void nothing_is_overwritten() throws IOException {
        Files.writeString(folder.resolve("mine.txt"), "mine");

        assertThatThrownBy(() -> NewPartFolder.write(PartTemplate.C, "greet", folder))
                .isInstanceOf(WorkspaceException.class)
                .hasMessageContaining("exists already");
        assertThatThrownBy(() ->
                        NewPartFolder.write(PartTemplate.C, "greet", folder.resolve("mine.txt")))
                .isInstanceOf(WorkspaceException.class);
        assertThat(folder).isDirectoryNotContaining(file -> !file.endsWith("mine.txt"));
    }

    @Test
    void an_id_that_is_none_is_explained() {
        assertThatThrownBy(() -> NewPartFolder.write(PartTemplate.C, "../up", folder.resolve("a")))
                .isInstanceOf(WorkspaceException.class)
                .hasMessageContaining("small letter");
        assertThat(folder.resolve("a")).doesNotExist();
    }
}
