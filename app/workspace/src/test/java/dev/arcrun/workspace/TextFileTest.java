package dev.arcrun.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextFileTest {
    @TempDir Path folder;

    @Test
    void a_text_comes_back_as_it_was_written() {
        Path file = folder.resolve("new/recipe.yaml");
        for (String text : List.of("", "a: 1\r\n", "\uFEFFname: 小明 🙂\n", "no end")) {
            TextFile.write(file, text);
            assertThat(TextFile.read(file)).isEqualTo(text);
        }
    }

    @Test
    void writing_leaves_no_temporary_file_and_keeps_permissions() throws Exception {
        Path file = folder.resolve("a.yaml");
        TextFile.write(file, "one");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        TextFile.write(file, "two");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-r-----");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void a_link_is_followed_and_stays_a_link() throws Exception {
        Path target = folder.resolve("target.yaml");
        Path link = folder.resolve("link.yaml");
        TextFile.write(target, "old");
        Files.createSymbolicLink(link, target);
        TextFile.write(link, "new");
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(TextFile.read(target)).isEqualTo("new");
    }

    @Test
    void what_cannot_be_written_leaves_the_old_file_whole() throws Exception {
        Path file = folder.resolve("a.yaml");
        TextFile.write(file, "old");
        Path impossible = file.resolve("b.yaml");
        assertThatThrownBy(() -> TextFile.write(impossible, "new"))
                .isInstanceOf(WorkspaceException.class)
                .hasMessageContaining("b.yaml");
        assertThat(TextFile.read(file)).isEqualTo("old");
    }

    @Test
    void files_that_are_no_text_are_refused_with_a_reason() throws Exception {
        Path latin = folder.resolve("latin.yaml");
        Files.write(latin, new byte[] {'a', (byte) 0xE9, 'b'});
        assertThatThrownBy(() -> TextFile.read(latin)).hasMessageContaining("isn't UTF-8");
        assertThatThrownBy(() -> TextFile.read(folder)).hasMessageContaining("is a folder");
        assertThatThrownBy(() -> TextFile.read(folder.resolve("none"))).hasMessageContaining("There is no file");
        Path large = folder.resolve("large.yaml");
        try (var file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(TextFile.MAX_BYTES + 1);
        }
        assertThatThrownBy(() -> TextFile.read(large)).hasMessageContaining("over 5 MiB");
    }
}
