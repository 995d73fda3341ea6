package dev.arcrun.desktop.graph;

import static dev.arcrun.desktop.OpenedRecipes.GREETING;
import static dev.arcrun.desktop.OpenedRecipes.opened;
import static dev.arcrun.desktop.OpenedRecipes.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.desktop.document.DocumentModel;
import dev.arcrun.desktop.document.Selection;
import dev.arcrun.desktop.work.Threads;
import dev.arcrun.engine.recipe.Relation;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GraphViewModelTest {
    private static final NodeKinds KINDS =
            new NodeKinds(Map.of("set", "data", "string_ops", "data")::get);

    private final DocumentModel documents = opened(GREETING);
    private final Selection selection = new Selection();
    private final GraphViewModel graph =
            new GraphViewModel(documents, selection, Threads.direct(), KINDS);

    @Test
    void the_picture_has_the_nodes_and_edges_of_the_recipe() {
        assertThat(graph.picture().nodes())
                .extracting(GraphNode::name, GraphNode::part, GraphNode::kind)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("input", "input", GraphNode.Kind.INPUT),
                        org.assertj.core.groups.Tuple.tuple("greet", "set", GraphNode.Kind.DATA),
                        org.assertj.core.groups.Tuple.tuple(
                                "shout", "string_ops", GraphNode.Kind.DATA));
        assertThat(graph.picture().edges())
                .extracting(GraphEdge::kind)
                .containsOnly(GraphEdge.Kind.SUCCESS);
    }

    @Test
    void typing_in_the_text_changes_the_picture() {
        int line = text(documents).indexOf("config:");

        documents.type(line, "", "  - \"shout >> ON_FAIL >> output\"\n");

        assertThat(graph.picture().nodes()).extracting(GraphNode::name).contains("output");
        assertThat(graph.picture().edges())
                .extracting(GraphEdge::kind)
                .contains(GraphEdge.Kind.FAIL);
    }

    @Test
    void a_text_that_does_not_parse_leaves_the_picture_and_marks_it_stale() {
        GraphPicture before = graph.picture();

        documents.type(0, "", "x: [");

        assertThat(graph.picture()).isSameAs(before);
        assertThat(graph.stale().get()).isTrue();
        documents.undo();
        assertThat(graph.stale().get()).isFalse();
    }

    @Test
    void a_change_that_does_not_concern_the_flow_leaves_the_picture_alone() {
        GraphPicture before = graph.picture();

        documents.type(text(documents).indexOf("# said"), "# said", "# told");

        assertThat(graph.picture()).isSameAs(before);
    }

    @Test
    void a_renamed_node_stays_chosen() {
        graph.selectNode("greet");

        graph.rename("greet", "salute");

        assertThat(text(documents))
                .contains("input >> ON_SUCCESS >> salute", "{{salute.data.text}}");
        assertThat(selection.node().get()).isEqualTo("salute");
    }

    @Test
    void deleting_a_node_removes_its_edges_and_its_settings() {
        graph.selectNode("shout");

        graph.deleteSelected();

        assertThat(text(documents)).doesNotContain("shout");
        assertThat(selection.node().get()).isNull();
        documents.undo();
        assertThat(text(documents)).isEqualTo(GREETING);
    }

    @Test
    void deleting_an_edge_leaves_the_nodes() {
        graph.selectEdge(1);

        graph.deleteSelected();

        assertThat(graph.picture().edges()).hasSize(1);
        assertThat(graph.picture().node("shout")).isNotNull();
    }

    @Test
    void connecting_writes_a_triplet() {
        graph.connect("greet", new Relation.Foreach("name"), "output");

        assertThat(text(documents)).contains("greet >> FOREACH name >> output");
    }

    @Test
    void the_relation_of_an_edge_can_be_changed() {
        graph.changeRelation(1, new Relation.OnFail());

        assertThat(text(documents)).contains("greet >> ON_FAIL >> shout");
    }

    @Test
    void an_added_node_follows_the_chosen_one_and_gets_a_name_of_its_own() {
        graph.selectNode("shout");

        graph.add("set");
        graph.add("set");

        assertThat(text(documents))
                .contains("shout >> ON_SUCCESS >> set", "set >> ON_SUCCESS >> set_2");
        assertThat(selection.node().get()).isEqualTo("set_2");
    }

    @Test
    void arrow_keys_walk_from_node_to_node() {
        graph.move(Direction.RIGHT);
        graph.move(Direction.RIGHT);
        graph.move(Direction.RIGHT);
        String rightmost = selection.node().get();
        graph.move(Direction.RIGHT);
        graph.move(Direction.LEFT);

        assertThat(rightmost).isEqualTo("shout");
        assertThat(selection.node().get()).isEqualTo("greet");
    }

    @Test
    void choosing_an_edge_and_choosing_a_node_exclude_each_other() {
        graph.selectNode("greet");
        graph.selectEdge(0);
        String node = selection.node().get();
        graph.selectNode("greet");

        assertThat(node).isNull();
        assertThat(graph.selectedEdge().get()).isEqualTo(-1);
    }

    @Test
    void every_relation_has_a_line_of_its_own_kind_and_the_words_the_recipe_uses() {
        documents.open(
                """
                name: all
                flow:
                  - "input >> PIPE >> a"
                  - "a >> IF(x > 1) >> b"
                  - "a >> ON_TRUE >> c"
                  - "a >> FOREACH item >> d"
                  - "a >> CALLS_SUBFLOW >> other"
                  - "a >> IS_A >> e"
                  - "a >> ON_SUCCES >> f"
                """);

        assertThat(graph.picture().edges())
                .extracting(GraphEdge::kind)
                .containsExactly(
                        GraphEdge.Kind.ALWAYS,
                        GraphEdge.Kind.CONDITION,
                        GraphEdge.Kind.BRANCH,
                        GraphEdge.Kind.LOOP,
                        GraphEdge.Kind.SUBFLOW,
                        GraphEdge.Kind.DOCUMENTATION,
                        GraphEdge.Kind.BROKEN);
        assertThat(graph.picture().edges())
                .extracting(GraphEdge::detail)
                .containsExactly("", "x > 1", "true", "item", "", "IS_A", "ON_SUCCES");
        assertThat(graph.picture().node("other"))
                .extracting(GraphNode::kind)
                .isEqualTo(GraphNode.Kind.RECIPE);
    }

    @Test
    void a_node_without_a_triplet_is_shown_too() {
        documents.open("name: one\nflow: []\nconfig:\n  lonely:\n    component: set\n");

        assertThat(graph.picture().nodes()).extracting(GraphNode::name).containsExactly("lonely");
    }
}
