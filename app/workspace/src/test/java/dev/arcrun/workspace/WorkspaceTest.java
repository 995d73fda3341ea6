package dev.arcrun.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {
    @TempDir Path folder;

    @BeforeEach
    void make() {
        TextFile.write(folder.resolve("arcrun.yaml"), "name: Shop\nstart: b\nhosts: [a.test, 7, b.test]\n");
        for (String name : List.of("b.yaml", "a.yml", ".hidden.yaml", "notes.txt")) {
            TextFile.write(folder.resolve("recipes").resolve(name), "name: x\n");
        }
        TextFile.write(folder.resolve("outside.yaml"), "name: outside\n");
    }

    @Test
    void the_workspace_around_a_file_is_found_by_walking_up() {
        Workspace workspace = Workspace.around(folder.resolve("recipes/deep/er/x.yaml"));
        assertThat(workspace).isEqualTo(new Workspace(folder));
        assertThat(Workspace.around(Path.of("/"))).isNull();
    }

    @Test
    void recipe_files_are_the_yaml_files_by_name() {
        assertThat(new Workspace(folder).recipeFiles())
                .extracting(Workspace::recipeName)
                .containsExactly("a", "b");
        assertThat(new Workspace(folder.resolve("nowhere")).recipeFiles()).isEmpty();
    }

    @Test
    void a_recipe_is_found_by_name_but_never_outside_its_folder() {
        Workspace workspace = new Workspace(folder);
        assertThat(workspace.recipeFile("b")).isEqualTo(folder.resolve("recipes/b.yaml"));
        assertThat(workspace.recipeFile("c")).isNull();
        assertThat(workspace.recipeFile("../outside")).isNull();
        assertThat(workspace.recipeFile("../recipes/b")).isEqualTo(folder.resolve("recipes/b.yaml"));
    }

    @Test
    void settings_have_a_name_a_start_and_proposed_hosts() {
        assertThat(WorkspaceSettings.of(new Workspace(folder)))
                .isEqualTo(new WorkspaceSettings("Shop", "b", List.of("a.test", "b.test")));
        assertThat(WorkspaceSettings.of(new Workspace(folder.resolve("recipes"))))
                .isEqualTo(new WorkspaceSettings("recipes", null, List.of()));
    }

    @Test
    void settings_that_are_no_yaml_say_where() {
        TextFile.write(folder.resolve("arcrun.yaml"), "name: [a\nb: c\n");
        assertThatThrownBy(() -> WorkspaceSettings.of(new Workspace(folder)))
                .isInstanceOf(WorkspaceException.class)
                .hasMessageContaining("arcrun.yaml:2:");
        TextFile.write(folder.resolve("arcrun.yaml"), "- a\n");
        assertThatThrownBy(() -> WorkspaceSettings.of(new Workspace(folder)))
                .hasMessageContaining("keys and values");
    }
}
