package dev.arcrun.engine.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.recipe.Node;
import dev.arcrun.engine.recipe.Recipe;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Arcrun's compiled graphs as recipes. More cases: engine/conformance/document. */
class CompiledGraphTest {

    @Test
    void a_converted_graph_means_the_same_recipe() {
        RecipeDocument graph =
                RecipeDocument.read(
                        """
                        {"name": "g", "graph": {"id": "g", "nodes": [
                          {"id": "timer", "type": "Component", "componentId": "cron", "data": {"cron_expr": "0 9 * * *"}},
                          {"id": "end", "type": "Component", "componentId": "code", "data": {"code": "let a;\\nreturn a;\\n"}},
                          {"id": "out", "type": "Output", "componentId": "done"}],
                         "edges": [{"from": "timer", "to": "end", "type": "IF", "condition": "a > 1"},
                                   {"from": "end", "to": "out", "type": "ON_SUCCESS"}]}}
                        """);
        Recipe converted = RecipeDocument.read(graph.toYaml()).recipe();
        assertThat(converted.edges().getFirst()).isEqualTo(graph.recipe().edges().getFirst());
        assertThat(converted.edges().getLast().to()).isEqualTo("output");
        assertThat(converted.nodes().values().stream().map(Node::role).toList())
                .isEqualTo(graph.recipe().nodes().values().stream().map(Node::role).toList());
        assertThat(converted.triggers()).isEqualTo(graph.recipe().triggers()).hasSize(1);
        assertThat(converted.node("end")).isEqualTo(graph.recipe().node("end"));
        assertThat(graph.toYaml()).contains("    code: |\n      let a;\n      return a;\n");
    }

    @Test
    void nodes_and_edges_without_names_are_problems() {
        RecipeDocument graph =
                RecipeDocument.read(
                        "{\"id\": \"g\", \"nodes\": [{\"x\": 1}], \"edges\": [{\"to\": \"a\"}]}");
        List<String> codes = graph.problems().stream().map(Problem::code).toList();
        assertThat(codes).containsExactly("NODE_WITHOUT_ID", "EDGE_WITHOUT_NODE");
    }
}
