package dev.arcrun.desktop.inspector;

import static dev.arcrun.desktop.OpenedRecipes.GREETING;
import static dev.arcrun.desktop.OpenedRecipes.opened;
import static dev.arcrun.desktop.OpenedRecipes.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.catalog.schema.SchemaField;
import dev.arcrun.desktop.completion.CatalogParts;
import dev.arcrun.desktop.document.DocumentModel;
import dev.arcrun.desktop.document.Selection;
import dev.arcrun.desktop.work.Threads;
import dev.arcrun.engine.value.Json;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The form of a node whose part has a contract. */
class InspectorFormTest {
    private final DocumentModel documents = opened(GREETING);
    private final Selection selection = new Selection();
    private final InspectorViewModel inspector =
            new InspectorViewModel(
                    documents, selection, new PartForms(new CatalogParts(), Threads.direct()));

    @Test
    void what_the_part_knows_has_a_line_in_its_order_whether_it_is_set_or_not() {
        selection.select("shout");

        assertThat(inspector.rows())
                .filteredOn(row -> row.depth() == 0)
                .extracting(row -> ParameterPath.of(row.path()))
                .containsExactly("operation", "input", "args");
        assertThat(row("operation").present().get()).isTrue();
        assertThat(row("args").present().get()).isFalse();
        assertThat(row("args").text().get()).isEmpty();
    }

    @Test
    void a_line_knows_its_choices_and_whether_the_part_needs_it() {
        selection.select("shout");

        SchemaField operation = Objects.requireNonNull(row("operation").field());

        assertThat(operation.required()).isTrue();
        assertThat(operation.choices()).contains(Json.of("upper"), Json.of("split"));
        assertThat(operation.title().in("zh-TW")).isEqualTo("操作");
    }

    @Test
    void an_empty_line_that_is_filled_in_is_written_and_removed_it_is_empty_again() {
        selection.select("shout");
        ParameterRow args = row("args");

        inspector.type(args, "{\"from\": \"a\"}");
        assertThat(text(documents)).contains("args:");
        inspector.remove(row("args"));

        assertThat(text(documents)).isEqualTo(GREETING);
        assertThat(row("args").present().get()).isFalse();
    }

    @Test
    void a_line_keeps_its_identity_when_it_is_first_filled_in() {
        documents.open(GREETING.replace("    operation: upper\n", ""));
        selection.select("shout");
        ParameterRow before = row("operation");

        inspector.type(before, "lower");

        assertThat(row("operation")).isSameAs(before);
        assertThat(before.present().get()).isTrue();
        assertThat(text(documents)).contains("operation: lower");
    }

    @Test
    void another_part_brings_its_own_form() {
        selection.select("shout");

        inspector.usePart("number_ops");

        assertThat(Objects.requireNonNull(row("operation").field()).choices())
                .contains(Json.of("sqrt"));
    }

    @Test
    void what_the_contract_does_not_know_stands_below() {
        documents.open(GREETING.replace("operation: upper", "operation: upper\n    extra: 1"));
        selection.select("shout");

        ParameterRow last = inspector.rows().getLast();
        assertThat(ParameterPath.of(last.path())).isEqualTo("extra");
        assertThat(last.field()).isNull();
    }

    private ParameterRow row(String path) {
        return inspector.rows().stream()
                .filter(row -> ParameterPath.of(row.path()).equals(path))
                .findFirst()
                .orElseThrow();
    }
}
