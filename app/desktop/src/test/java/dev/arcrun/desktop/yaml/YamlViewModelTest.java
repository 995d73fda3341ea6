package dev.arcrun.desktop.yaml;

import static dev.arcrun.desktop.OpenedRecipes.GREETING;
import static dev.arcrun.desktop.OpenedRecipes.opened;
import static dev.arcrun.desktop.OpenedRecipes.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.desktop.document.DocumentModel;
import dev.arcrun.desktop.document.Selection;
import dev.arcrun.desktop.work.Threads;
import org.junit.jupiter.api.Test;

class YamlViewModelTest {
    private final DocumentModel documents = opened(GREETING);
    private final Selection selection = new Selection();
    private final YamlViewModel yaml = new YamlViewModel(documents, selection, Threads.direct());

    @Test
    void a_caret_in_the_settings_of_a_node_chooses_it() {
        yaml.caretAt(GREETING.indexOf("operation: upper") + 3);

        assertThat(selection.node().get()).isEqualTo("shout");
    }

    @Test
    void a_caret_elsewhere_leaves_the_choice() {
        selection.select("greet");

        yaml.caretAt(0);

        assertThat(selection.node().get()).isEqualTo("greet");
    }

    @Test
    void a_chosen_node_is_found_in_the_text() {
        assertThat(yaml.positionOf("shout")).isEqualTo(GREETING.indexOf("shout:\n"));
        assertThat(yaml.positionOf("nobody")).isEqualTo(-1);
        assertThat(yaml.positionOf(null)).isEqualTo(-1);
    }

    @Test
    void typing_into_a_file_with_long_line_breaks_keeps_them() {
        documents.open(GREETING.replace("\n", "\r\n"));
        String shown = yaml.shown();

        yaml.type(
                shown.indexOf("# said"), "# said to everyone\n", "max_parallel: 2\nstrict: true\n");

        assertThat(text(documents))
                .isEqualTo(
                        GREETING.replace("# said to everyone\n", "max_parallel: 2\nstrict: true\n")
                                .replace("\n", "\r\n"));
    }

    @Test
    void each_line_has_styles_and_problems_are_marked_in_them() {
        documents.type(GREETING.indexOf("ON_SUCCESS"), "ON_SUCCESS", "ON_SUCCES");
        int line =
                text(documents)
                                .substring(0, text(documents).indexOf("ON_SUCCES"))
                                .split("\n")
                                .length
                        - 1;

        StyledLine styled = yaml.styles().get().lines().get(line);

        assertThat(yaml.styles().get().lines()).hasSize(text(documents).split("\n", -1).length);
        assertThat(styled.stretches())
                .anySatisfy(stretch ->
                        assertThat(stretch.styles()).anyMatch(s -> s.startsWith("problem-")));
        assertThat(yaml.problemAt(text(documents).indexOf("ON_SUCCES"))).contains("ON_SUCCES");
    }

    @Test
    void the_stretches_of_a_line_are_as_long_as_the_line() {
        String[] lines = GREETING.split("\n", -1);

        for (int i = 0; i < lines.length; i++) {
            int length =
                    yaml.styles().get().lines().get(i).stretches().stream()
                            .mapToInt(StyledLine.Stretch::length)
                            .sum();
            assertThat(length).as("line %d", i).isEqualTo(lines[i].length());
        }
    }
}
