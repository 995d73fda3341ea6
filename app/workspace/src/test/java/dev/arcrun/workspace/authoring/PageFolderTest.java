package dev.arcrun.workspace.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.catalog.pages.CatalogPages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageFolderTest {
    @TempDir Path folder;

    @Test
    void pages_are_stale_until_they_are_written() {
        var pages = new PageFolder(folder.resolve("docs"), Map.of("b.md", "B\n", "a.md", "A\n"));

        assertThat(pages.stale())
                .extracting(it -> it.getFileName().toString())
                .containsExactly("a.md", "b.md");
        pages.write();
        assertThat(pages.stale()).isEmpty();
        assertThat(folder.resolve("docs/a.md")).hasContent("A");
    }

    @Test
    void the_page_of_a_part_that_is_gone_is_removed_and_other_files_stay() throws IOException {
        Files.writeString(folder.resolve("gone.md"), CatalogPages.MARK + "# Gone\n");
        Files.writeString(folder.resolve("notes.md"), "# By hand\n");
        var pages = new PageFolder(folder, Map.of("a.md", "A\n"));

        assertThat(pages.stale())
                .containsExactly(folder.resolve("a.md"), folder.resolve("gone.md"));
        pages.write();
        assertThat(folder.resolve("gone.md")).doesNotExist();
        assertThat(folder.resolve("notes.md")).exists();
    }

    @Test
    void windows_line_ends_are_no_difference() throws IOException {
        Files.writeString(folder.resolve("a.md"), "A\r\n");
        assertThat(new PageFolder(folder, Map.of("a.md", "A\n")).stale()).isEmpty();
    }
}
