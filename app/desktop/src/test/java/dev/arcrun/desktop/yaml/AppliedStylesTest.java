package dev.arcrun.desktop.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AppliedStylesTest {
    private final AppliedStyles applied = new AppliedStyles();
    private final List<String> set = new ArrayList<>();

    @Test
    void only_lines_that_differ_are_set() {
        applied.replaced(0, "", "a: 1\nb: 2\nc: 3");
        update("a: 1\nb: 2\nc: 3");
        set.clear();

        applied.replaced(1, "2", "x");
        update("a: 1\nb: x\nc: 3");

        assertThat(set).containsExactly("from 1: 1");
    }

    @Test
    void lines_that_only_moved_are_left_alone() {
        applied.replaced(0, "", "a: 1\nb: 2");
        update("a: 1\nb: 2");
        set.clear();

        applied.replaced(0, "", "new: true\n");
        update("new: true\na: 1\nb: 2");

        assertThat(set).containsExactly("from 0: 2");
    }

    @Test
    void removed_lines_leave_the_rest_alone() {
        applied.replaced(0, "", "a: 1\nb: 2\nc: 3");
        update("a: 1\nb: 2\nc: 3");
        set.clear();

        applied.replaced(0, "a: 1\nb", "b");
        update("b: 2\nc: 3");

        assertThat(set).containsExactly("from 0: 1");
    }

    private void update(String text) {
        applied.update(
                StyledLine.of(text, List.of()),
                (from, lines) -> set.add("from " + from + ": " + lines.size()));
    }
}
