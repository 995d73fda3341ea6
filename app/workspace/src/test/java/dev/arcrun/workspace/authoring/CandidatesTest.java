package dev.arcrun.workspace.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arcrun.catalog.PartTemplate;
import dev.arcrun.workspace.Workspace;
import dev.arcrun.workspace.WorkspaceException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CandidatesTest {
    @TempDir Path folder;

    @Test
    void a_folder_a_part_of_the_workspace_and_one_of_the_catalog_are_found() {
        var workspace = new Workspace(folder);
        NewPartFolder.write(PartTemplate.C, "merge", workspace.parts().resolve("merge"));

        assertThat(Candidates.find("merge", null).contract().text()).contains("later members win");
        assertThat(Candidates.find("merge", workspace).contract().text())
                .contains("Greets someone");
        assertThat(Candidates.find(workspace.parts().resolve("merge").toString(), null).name())
                .isEqualTo("merge");
    }

    @Test
    void a_name_that_is_nothing_has_a_suggestion() {
        assertThatThrownBy(() -> Candidates.find("merg", null))
                .isInstanceOf(WorkspaceException.class)
                .hasMessageContaining("did you mean `merge`");
        assertThatThrownBy(() -> Candidates.find(folder.toString(), null))
                .isInstanceOf(WorkspaceException.class)
                .hasMessageContaining("contract.yaml");
    }
}
