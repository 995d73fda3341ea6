package dev.arcrun.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartFolderTest {
    private static final Path MERGE = Path.of("..", "parts", "merge");

    @TempDir Path folder;

    @Test
    void a_folder_with_contract_and_program_is_a_part() throws IOException {
        copy("contract.yaml");
        copy("merge.wasm");

        var read = (PartFolder.Reading.Read) PartFolder.read(folder);

        assertThat(read.part().id()).isEqualTo("merge");
        assertThat(read.part().wasm()).isEqualTo(Files.readAllBytes(MERGE.resolve("merge.wasm")));
    }

    @Test
    void a_missing_program_is_said() throws IOException {
        copy("contract.yaml");
        assertThat(problem()).contains("merge.wasm").contains("missing");
    }

    @Test
    void a_missing_contract_is_said() {
        assertThat(problem()).contains("contract.yaml").contains("no such file");
    }

    @Test
    void a_contract_that_is_no_text_is_refused() throws IOException {
        Files.write(folder.resolve("contract.yaml"), new byte[] {(byte) 0xff, 0, 1});
        assertThat(problem()).contains("UTF-8");
    }

    @Test
    void a_contract_of_absurd_length_is_refused() throws IOException {
        Files.writeString(folder.resolve("contract.yaml"), "# ".repeat(600_000));
        assertThat(problem()).contains("longer");
    }

    @Test
    void mistakes_in_the_contract_are_said_with_their_line() throws IOException {
        String contract = Files.readString(MERGE.resolve("contract.yaml"));
        Files.writeString(
                folder.resolve("contract.yaml"), contract.replace("category: data", "category: x"));
        assertThat(problem()).containsPattern("contract\\.yaml:\\d+:\\d+: category");
    }

    private void copy(String file) throws IOException {
        Files.copy(MERGE.resolve(file), folder.resolve(file));
    }

    private String problem() {
        return ((PartFolder.Reading.Refused) PartFolder.read(folder)).problems().toString();
    }
}
