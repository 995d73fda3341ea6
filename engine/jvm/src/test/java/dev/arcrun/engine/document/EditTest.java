package dev.arcrun.engine.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arcrun.engine.recipe.Relation;
import dev.arcrun.engine.value.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What edits do to a text. More cases: engine/conformance/document. */
class EditTest {
    private static final String ORDERS =
            """
            # The orders of a day
            name: orders

            flow:
              - "input >> ON_SUCCESS >> fetch"   # first
              - "fetch >> FOREACH order >> notify"

            config:
              fetch:
                component: http_request
                url: "https://example.com/orders"  # where they are

              notify:
                component: telegram_send
                text: "Order {{fetch.data.id}}"
            """;

    private static String after(String text, Edit... edits) {
        RecipeDocument.Edited edited = RecipeDocument.read(text).apply(List.of(edits));
        assertThat(applied(text, edited.changes())).isEqualTo(edited.document().text());
        assertThat(applied(edited.document().text(), edited.inverse())).isEqualTo(text);
        return edited.document().text();
    }

    static String applied(String text, List<Edit.ReplaceText> changes) {
        String changed = text;
        for (Edit.ReplaceText change : changes) {
            changed =
                    changed.substring(0, change.start())
                            + change.replacement()
                            + changed.substring(change.end());
        }
        return changed;
    }

    @Test
    void a_replaced_value_keeps_its_quotes_and_the_comment_behind_it() {
        String after =
                after(ORDERS, new Edit.SetParameter("fetch", List.of("url"), Json.of("http://a")));
        assertThat(after)
                .isEqualTo(ORDERS.replace("\"https://example.com/orders\"", "\"http://a\""));
    }

    @Test
    void a_multi_line_text_becomes_a_block_scalar_and_the_comment_stays_on_its_line() {
        String after =
                after(ORDERS, new Edit.SetParameter("fetch", List.of("url"), Json.of("a\n b\n")));
        assertThat(after).contains("    url: |  # where they are\n      a\n       b\n");
    }

    @Test
    void a_new_parameter_goes_below_the_others_of_its_node() {
        String after =
                after(
                        ORDERS,
                        new Edit.SetParameter(
                                "fetch", List.of("headers", "Accept"), Json.of("*/*")));
        assertThat(after)
                .contains(
                        "orders\"  # where they are\n    headers:\n      Accept: \"*/*\"\n\n  notify");
    }

    @Test
    void a_node_gets_a_blank_line_before_it_where_the_others_have_one() {
        String after = after(ORDERS, new Edit.AddNode("log", "set", Json.object("a", Json.of(1))));
        assertThat(after).isEqualTo(ORDERS + "\n  log:\n    component: set\n    a: 1\n");
    }

    @Test
    void lines_of_the_flow_are_added_removed_and_moved_with_their_comments() {
        assertThat(after(ORDERS, new Edit.AddEdge("fetch", new Relation.OnFail(), "log", 1)))
                .contains("# first\n  - \"fetch >> ON_FAIL >> log\"\n  - \"fetch >> FOREACH");
        assertThat(after(ORDERS, new Edit.RemoveEdge(0)))
                .contains("flow:\n  - \"fetch >> FOREACH order >> notify\"\n");
        assertThat(after(ORDERS, new Edit.MoveEdge(0, 1)))
                .contains("notify\"\n  - \"input >> ON_SUCCESS >> fetch\"   # first\n\nconfig");
        assertThat(after(ORDERS, new Edit.RemoveEdge(0), new Edit.RemoveEdge(0)))
                .contains("\nflow: []\n\nconfig:");
    }

    @Test
    void a_renamed_node_is_followed_by_flow_config_and_templates() {
        assertThat(after(ORDERS, new Edit.RenameNode("fetch", "load")))
                .isEqualTo(
                        ORDERS.replace(">> fetch", ">> load")
                                .replace("fetch >>", "load >>")
                                .replace("  fetch:", "  load:")
                                .replace("{{fetch.", "{{load."));
    }

    @Test
    void a_node_cant_take_the_name_of_another() {
        assertThatThrownBy(() -> after(ORDERS, new Edit.RenameNode("fetch", "notify")))
                .isInstanceOf(EditException.class)
                .hasMessageContaining("`notify` already");
    }

    @Test
    void a_removed_node_takes_its_lines_and_settings_with_it() {
        assertThat(after(ORDERS, new Edit.RemoveNode("notify")))
                .isEqualTo(
                        """
                        # The orders of a day
                        name: orders

                        flow:
                          - "input >> ON_SUCCESS >> fetch"   # first

                        config:
                          fetch:
                            component: http_request
                            url: "https://example.com/orders"  # where they are

                        """);
    }

    @Test
    void a_value_equal_to_what_is_there_changes_nothing() {
        assertThat(
                        RecipeDocument.read(ORDERS)
                                .apply(
                                        List.of(
                                                new Edit.SetParameter(
                                                        "notify",
                                                        List.of("text"),
                                                        Json.of("Order {{fetch.data.id}}"))))
                                .changes())
                .isEmpty();
    }

    @Test
    void an_alias_is_written_out_where_it_is_edited_and_the_other_users_stay() {
        String text =
                """
                name: a
                flow: ["input >> PIPE >> x", "x >> PIPE >> y"]
                config:
                  x: &base
                    h: {a: 1}
                  y: *base
                """;
        assertThat(after(text, new Edit.SetParameter("y", List.of("h", "a"), Json.of(2))))
                .isEqualTo(
                        text.replace("*base\n", "\n    h:\n      a: 2\n").replace("y: \n", "y:\n"));
        assertThatThrownBy(() ->
                        after(text, new Edit.SetParameter("x", List.of("h", "a"), Json.of(2))))
                .isInstanceOf(EditException.class)
                .hasMessageContaining("&base");
    }
}
