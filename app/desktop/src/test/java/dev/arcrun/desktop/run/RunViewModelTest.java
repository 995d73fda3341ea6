package dev.arcrun.desktop.run;

import static dev.arcrun.desktop.OpenedRecipes.GREETING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.desktop.document.DocumentModel;
import dev.arcrun.desktop.document.Selection;
import dev.arcrun.desktop.log.LogViewModel;
import dev.arcrun.desktop.recipes.RecipeListViewModel;
import dev.arcrun.desktop.recipes.RecipeStore;
import dev.arcrun.desktop.settings.Settings;
import dev.arcrun.desktop.settings.SettingsFile;
import dev.arcrun.desktop.work.Threads;
import dev.arcrun.engine.run.Run;
import dev.arcrun.engine.run.RunEvent;
import dev.arcrun.engine.schedule.CallKey;
import dev.arcrun.engine.schedule.TraceEntry;
import dev.arcrun.engine.schedule.TraceEntry.Status;
import dev.arcrun.engine.value.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunViewModelTest {
    private static final RecipeStore STORE =
            new RecipeStore() {
                @Override
                public String name() {
                    return "test";
                }

                @Override
                public List<RecipeFile> list() {
                    return List.of(
                            new RecipeFile("one", Path.of("one.yaml")),
                            new RecipeFile("two", Path.of("two.yaml")));
                }

                @Override
                public String load(RecipeFile file) {
                    return GREETING;
                }

                @Override
                public @Nullable Json exampleInput(RecipeFile file) {
                    return file.name().equals("two") ? Json.object("name", Json.of("Ada")) : null;
                }

                @Override
                public void save(RecipeFile file, String text) {}
            };

    @TempDir Path folder;

    private final LogViewModel log = new LogViewModel();
    private Consumer<RunEvent> listener = event -> {};

    @SuppressWarnings("NullAway.Init")
    private RecipeListViewModel recipes;

    @Test
    void an_input_that_is_not_json_is_explained_and_nothing_runs() {
        RunViewModel model = model(this::listens);
        model.input().set("{ oops");

        model.start();

        assertThat(model.inputTrouble().get()).isNotBlank();
        assertThat(model.running().get()).isFalse();
        model.input().set("{}");
        assertThat(model.inputTrouble().get()).isNull();
    }

    @Test
    void updates_of_a_call_replace_each_other_and_add_up_for_their_node() {
        RunViewModel model = model(this::listens);
        model.start();

        tell(entry("greet", List.of(0), Status.RUNNING, 0, 0));
        tell(entry("greet", List.of(1), Status.RUNNING, 2, 0));
        tell(entry("greet", List.of(0), Status.SUCCEEDED, 0, 5));
        NodeActivity during = activity(model, "greet");
        tell(entry("greet", List.of(1), Status.HANDLED, 2, 8));

        assertThat(model.entries().list()).hasSize(2);
        assertThat(during.status()).isEqualTo(Status.RUNNING);
        assertThat(activity(model, "greet")).isEqualTo(new NodeActivity(Status.HANDLED, 2, 1, 10));
    }

    @Test
    void the_chosen_step_follows_its_updates() {
        RunViewModel model = model(this::listens);
        model.start();
        tell(entry("greet", List.of(), Status.RUNNING, 0, 0));
        model.selected().set(model.entries().list().getFirst());

        tell(entry("greet", List.of(), Status.SUCCEEDED, 0, 4));

        assertThat(Objects.requireNonNull(model.selected().get()).status())
                .isEqualTo(Status.SUCCEEDED);
    }

    @Test
    void a_run_that_cannot_start_says_why() {
        RunViewModel model =
                model((request, events) -> {
                    throw new IllegalStateException("The input doesn't fit.");
                });

        model.start();

        assertThat(Objects.requireNonNull(model.result().get()).trouble())
                .isEqualTo("The input doesn't fit.");
        assertThat(model.running().get()).isFalse();
        assertThat(log.lines().getLast().key()).isEqualTo("log.run.failed");
    }

    @Test
    void the_first_input_is_that_of_a_saved_run_and_the_last_one_is_remembered() {
        RunViewModel model = model(this::listens);
        model.input().set("{\"name\": \"Bo\"}");
        model.start();

        recipes.load("two");
        String first = model.input().get();
        recipes.load("one");

        assertThat(first).contains("Ada");
        assertThat(model.input().get()).isEqualTo("{\"name\": \"Bo\"}");
        assertThat(model.running().get()).isFalse();
    }

    private Run listens(RecipeRunner.Request request, Consumer<RunEvent> events) {
        listener = events;
        return new EndlessRun();
    }

    private void tell(TraceEntry entry) {
        listener.accept(new RunEvent.NodeChanged("run", entry));
    }

    private RunViewModel model(RecipeRunner runner) {
        var threads = Threads.direct();
        var documents =
                new DocumentModel(
                        threads,
                        (document, _) -> document.problems(),
                        new SimpleObjectProperty<>(Locale.ENGLISH),
                        complaint -> {});
        recipes = new RecipeListViewModel(STORE, documents, new Selection(), threads, log);
        var file = new SettingsFile(folder.resolve("studio.json"));
        var settings = new Settings(file, file.read(), Runnable::run);
        var model = new RunViewModel(runner, documents, recipes, settings, threads, log);
        recipes.load(null);
        return model;
    }

    private static NodeActivity activity(RunViewModel model, String node) {
        return Objects.requireNonNull(model.entries().activities().get(node));
    }

    private static TraceEntry entry(
            String node, List<Integer> iteration, Status status, long startedMs, long tookMs) {
        return new TraceEntry(
                new CallKey(node, iteration),
                "set",
                status,
                1,
                startedMs,
                tookMs,
                Json.Obj.EMPTY,
                null,
                null,
                null,
                List.of());
    }
}
