package dev.arcrun.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.document.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample workspace: every recipe is valid, and every saved run gives what it gave. */
class SamplesTest {
    private static final Path SAMPLES = Path.of("../../samples");
    private static final Set<String> NEED_NETWORK =
            Set.of("repository_card", "notify", "sales_report");

    @TempDir Path folder;

    private Workspace workspace = new Workspace(Path.of("."));

    @BeforeEach
    void copy() throws IOException {
        for (String name : List.of("recipes", "tests")) {
            Files.createDirectories(folder.resolve(name));
            try (Stream<Path> files = Files.list(SAMPLES.resolve(name))) {
                for (Path file : files.toList()) {
                    Files.copy(file, folder.resolve(name).resolve(file.getFileName()));
                }
            }
        }
        Files.copy(SAMPLES.resolve("arcrun.yaml"), folder.resolve("arcrun.yaml"));
        workspace = new Workspace(folder);
    }

    @Test
    void every_recipe_is_without_problems() {
        try (RecipeEngine engine = RecipeEngine.open(workspace, Grants.NONE, Map.of())) {
            assertThat(workspace.recipeFiles()).hasSizeGreaterThanOrEqualTo(8);
            for (Path file : workspace.recipeFiles()) {
                assertThat(engine.open(file).problems())
                        .as(file.toString())
                        .allMatch(problem -> problem.severity() == Problem.Severity.INFO);
            }
        }
    }

    @Test
    void every_saved_run_gives_what_it_gave_and_every_recipe_has_one() throws Exception {
        Set<String> covered = new TreeSet<>();
        try (RecipeEngine engine = RecipeEngine.open(workspace, Grants.NONE, Map.of())) {
            for (Path file : workspace.testFiles()) {
                SavedRun saved = SavedRun.read(file);
                covered.add(saved.recipe());
                assertThat(SavedRuns.differences(engine, workspace, saved))
                        .as(saved.name())
                        .isEmpty();
                assertThat(saved.mocks().isEmpty())
                        .as("only recipes that need the network are mocked: " + saved.name())
                        .isEqualTo(!NEED_NETWORK.contains(saved.recipe()));
            }
        }
        assertThat(covered)
                .containsExactlyInAnyOrderElementsOf(
                        workspace.recipeFiles().stream().map(Workspace::recipeName).toList());
    }

    @Test
    void a_run_is_replayed_to_the_same_record_without_calling_a_part() throws Exception {
        try (RecipeEngine engine = RecipeEngine.open(workspace, Grants.NONE, Map.of())) {
            for (Path file : workspace.testFiles()) {
                SavedRuns.differences(engine, workspace, SavedRun.read(file));
            }
            List<String> ids =
                    engine.history().newest(100).stream().map(run -> run.runId()).toList();
            assertThat(ids).hasSizeGreaterThanOrEqualTo(10);
            for (String id : ids) {
                Replay replay = Objects.requireNonNull(Replay.of(engine, id), id);
                assertThat(replay.difference()).as(id).isNull();
            }
            assertThat(Replay.of(engine, "unknown")).isNull();
        }
    }
}
