package dev.arcrun.desktop.inspector;

import static dev.arcrun.desktop.OpenedRecipes.GREETING;
import static dev.arcrun.desktop.OpenedRecipes.opened;
import static dev.arcrun.desktop.OpenedRecipes.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.desktop.completion.KnownParts;
import dev.arcrun.desktop.document.DocumentModel;
import dev.arcrun.desktop.document.Selection;
import dev.arcrun.desktop.work.Threads;
import java.util.List;
import org.junit.jupiter.api.Test;

class InspectorViewModelTest {
    private final DocumentModel documents = opened(GREETING);
    private final Selection selection = new Selection();
    private final InspectorViewModel inspector =
            new InspectorViewModel(
                    documents, selection, new PartForms(KnownParts.NONE, Threads.direct()));

    @Test
    void nothing_is_shown_until_a_node_is_chosen() {
        assertThat(inspector.node().get()).isNull();
        assertThat(inspector.rows()).isEmpty();
    }

    @Test
    void parameters_are_listed_by_path() {
        selection.select("greet");

        assertThat(inspector.rows())
                .extracting(row -> ParameterPath.of(row.path()) + "=" + row.text().get())
                .containsExactly("values=", "values.text=Hello {{input.name}}", "values.times=2");
    }

    @Test
    void what_is_typed_goes_into_the_text_and_nowhere_else() {
        selection.select("shout");

        inspector.type(row("operation"), "lower");

        assertThat(text(documents)).isEqualTo(GREETING.replace("upper", "lower"));
    }

    @Test
    void a_text_stays_a_text_and_a_number_a_number() {
        selection.select("greet");

        inspector.type(row("values.times"), "3");
        inspector.type(row("values.text"), "7");

        assertThat(text(documents)).contains("times: 3").contains("text: '7'");
    }

    @Test
    void a_number_can_be_cleared_and_written_anew() {
        selection.select("greet");

        inspector.type(row("values.times"), "");
        inspector.type(row("values.times"), "15");

        assertThat(text(documents)).contains("times: 15");
    }

    @Test
    void the_lines_stay_the_same_objects_while_their_values_change() {
        selection.select("shout");
        ParameterRow before = row("operation");

        inspector.type(before, "lower");
        documents.undo();

        assertThat(row("operation")).isSameAs(before);
        assertThat(before.text().get()).isEqualTo("upper");
    }

    @Test
    void typing_in_a_row_is_one_step_of_the_history() {
        selection.select("shout");
        for (String value : List.of("lowe", "lower")) {
            inspector.type(row("operation"), value);
        }

        documents.undo();

        assertThat(text(documents)).isEqualTo(GREETING);
    }

    @Test
    void parameters_can_be_added_at_any_depth_and_removed() {
        selection.select("greet");

        boolean added = inspector.add("values.flags.loud", "true");
        String with = text(documents);
        inspector.remove(row("values.flags"));

        assertThat(added).isTrue();
        assertThat(with).contains("loud: true");
        assertThat(text(documents)).doesNotContain("loud");
        assertThat(inspector.add("  ", "x")).isFalse();
    }

    @Test
    void the_part_can_be_changed_and_cleared() {
        selection.select("shout");

        inspector.usePart("number_ops");
        String changed = text(documents);
        inspector.usePart("");

        assertThat(changed).contains("component: number_ops");
        assertThat(text(documents)).doesNotContain("number_ops");
    }

    @Test
    void renaming_follows_the_references() {
        selection.select("greet");

        inspector.rename("salute");

        assertThat(text(documents)).contains("{{salute.data.text}}");
        assertThat(inspector.node().get()).isNotNull();
    }

    @Test
    void a_large_list_is_one_text_of_json() {
        var items =
                new StringBuilder(
                        "name: big\nflow:\n  - input >> PIPE >> a\nconfig:\n  a:\n    list: [0");
        for (int i = 1; i < 1000; i++) {
            items.append(", ").append(i);
        }
        documents.open(items.append("]\n").toString());
        selection.select("a");

        assertThat(inspector.rows()).hasSize(1);
    }

    private ParameterRow row(String path) {
        return inspector.rows().stream()
                .filter(row -> ParameterPath.of(row.path()).equals(path))
                .findFirst()
                .orElseThrow();
    }
}
