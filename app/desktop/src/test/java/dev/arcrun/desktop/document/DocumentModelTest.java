package dev.arcrun.desktop.document;

import static dev.arcrun.desktop.OpenedRecipes.GREETING;
import static dev.arcrun.desktop.OpenedRecipes.opened;
import static dev.arcrun.desktop.OpenedRecipes.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.desktop.work.Threads;
import dev.arcrun.engine.document.Edit;
import dev.arcrun.engine.document.RecipeDocument;
import dev.arcrun.engine.value.Json;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class DocumentModelTest {
    private static final StepName NAME = StepName.of("undo.parameter", "shout", "operation");

    @Test
    void an_opened_text_is_read_and_not_modified() {
        DocumentModel model = opened(GREETING);

        assertThat(document(model).recipe().nodes()).containsKeys("greet", "shout");
        assertThat(model.modified().get()).isFalse();
        assertThat(model.history().nextUndo().get()).isNull();
    }

    @Test
    void typing_changes_the_document_and_marks_it_modified() {
        DocumentModel model = opened(GREETING);

        replace(model, "greeting", "welcome");

        assertThat(document(model).recipe().name()).isEqualTo("welcome");
        assertThat(model.modified().get()).isTrue();
    }

    @Test
    void an_edit_changes_the_text_and_can_be_taken_back_and_made_again() {
        DocumentModel model = opened(GREETING);

        model.edit(NAME, null, List.of(set("shout", "operation", "lower")));
        String edited = text(model);
        model.undo();
        String undone = text(model);
        model.redo();

        assertThat(edited).contains("operation: lower");
        assertThat(undone).isEqualTo(GREETING);
        assertThat(text(model)).isEqualTo(edited);
        assertThat(document(model).text()).isEqualTo(edited);
    }

    @Test
    void graph_inspector_and_typing_share_one_history() {
        DocumentModel model = opened(GREETING);

        replace(model, "greeting", "welcome");
        model.edit(NAME, null, List.of(set("shout", "operation", "lower")));
        model.edit(
                StepName.of("undo.rename", "greet"),
                null,
                List.of(new Edit.RenameNode("greet", "salute")));

        assertThat(model.history().nextUndo().get()).isEqualTo(StepName.of("undo.rename", "greet"));
        model.undo();
        model.undo();
        model.undo();
        assertThat(text(model)).isEqualTo(GREETING);
        assertThat(model.modified().get()).isFalse();
    }

    @Test
    void edits_of_one_parameter_in_a_row_are_one_step() {
        DocumentModel model = opened(GREETING);

        for (String value : List.of("l", "lo", "low", "lower")) {
            model.edit(NAME, "operation", List.of(set("shout", "operation", value)));
        }
        model.undo();

        assertThat(text(model)).isEqualTo(GREETING);
    }

    @Test
    void values_on_the_way_leave_no_trace_in_the_text() {
        DocumentModel model = opened(GREETING);

        for (String value : List.of("uppe", "", "l", "lower")) {
            model.edit(NAME, "operation", List.of(set("shout", "operation", value)));
        }
        String changed = text(model);
        model.edit(NAME, "operation", List.of(set("shout", "operation", "upper")));

        assertThat(changed).isEqualTo(GREETING.replace("operation: upper", "operation: lower"));
        assertThat(text(model)).isEqualTo(GREETING);
        assertThat(model.history().nextUndo().get()).isNull();
    }

    @Test
    void letters_typed_in_a_row_are_one_step_and_a_new_line_starts_another() {
        DocumentModel model = opened("name: a");

        model.type(7, "", "b");
        model.type(8, "", "c");
        model.type(9, "", "\n");
        model.undo();
        String withoutBreak = text(model);
        model.undo();

        assertThat(withoutBreak).isEqualTo("name: abc");
        assertThat(text(model)).isEqualTo("name: a");
    }

    @Test
    void a_text_that_does_not_parse_keeps_the_last_good_recipe_and_every_character() {
        DocumentModel model = opened(GREETING);

        model.type(0, "", "flow: [");

        assertThat(document(model).parsed()).isFalse();
        assertThat(document(model).recipe().nodes()).containsKeys("greet", "shout");
        assertThat(text(model)).isEqualTo("flow: [" + GREETING);
        assertThat(model.problems().get()).isNotEmpty();
    }

    @Test
    void an_edit_that_cannot_be_made_is_explained_and_changes_nothing() {
        var complaints = new ArrayList<String>();
        DocumentModel model = opened(GREETING, complaints);

        model.edit(
                StepName.of("undo.rename", "greet"),
                null,
                List.of(new Edit.RenameNode("greet", "shout")));

        assertThat(complaints).singleElement().asString().contains("shout");
        assertThat(text(model)).isEqualTo(GREETING);
        assertThat(model.history().nextUndo().get()).isNull();
        assertThat(model.editing().get()).isFalse();
    }

    @Test
    void a_saved_text_is_not_modified_until_it_changes_again() {
        DocumentModel model = opened(GREETING);
        replace(model, "greeting", "welcome");

        model.saved(text(model));
        boolean afterSaving = model.modified().get();
        model.undo();

        assertThat(afterSaving).isFalse();
        assertThat(model.modified().get()).isTrue();
    }

    @Test
    void an_edit_that_typing_has_overtaken_is_made_on_the_new_text() {
        var background = new ArrayDeque<Runnable>();
        var threads =
                new Threads(
                        background::add, Runnable::run, Runnable::run, (pause, work) -> work.run());
        var model =
                new DocumentModel(
                        threads,
                        (document, _) -> document.problems(),
                        new SimpleObjectProperty<>(Locale.ENGLISH),
                        complaint -> {});
        model.open(GREETING);
        runAll(background);

        model.edit(NAME, null, List.of(set("shout", "operation", "lower")));
        replace(model, "greeting", "welcome");
        runAll(background);

        assertThat(text(model)).contains("name: welcome").contains("operation: lower");
        model.undo();
        model.undo();
        assertThat(text(model)).isEqualTo(GREETING);
    }

    @Test
    void a_reading_that_typing_has_overtaken_is_dropped() {
        var background = new ArrayDeque<Runnable>();
        var threads =
                new Threads(
                        background::add, Runnable::run, Runnable::run, (pause, work) -> work.run());
        var model =
                new DocumentModel(
                        threads,
                        (document, _) -> document.problems(),
                        new SimpleObjectProperty<>(Locale.ENGLISH),
                        complaint -> {});
        model.open("name: first");
        model.open("name: second");
        Objects.requireNonNull(background.poll()).run();

        assertThat(model.document().get()).isNull();
        runAll(background);
        assertThat(document(model).recipe().name()).isEqualTo("second");
    }

    private static void runAll(ArrayDeque<Runnable> tasks) {
        while (!tasks.isEmpty()) {
            tasks.poll().run();
        }
    }

    private static Edit set(String node, String name, String value) {
        return new Edit.SetParameter(node, List.of(name), Json.of(value));
    }

    private static void replace(DocumentModel model, String removed, String inserted) {
        model.type(text(model).indexOf(removed), removed, inserted);
    }

    private static RecipeDocument document(DocumentModel model) {
        return Objects.requireNonNull(model.document().get());
    }
}
