package dev.arcrun.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.document.RecipeDocument;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TopologyTest {
    @Test
    void steps_are_in_flow_order_as_far_as_their_sources_allow() {
        assertThat(
                        names(
                                of(
                                                "late >> PIPE >> last",
                                                "input >> PIPE >> early",
                                                "early >> PIPE >> late")
                                        .steps))
                .containsExactly("input", "early", "late", "last");
    }

    @Test
    void a_body_holds_what_only_its_edge_leads_to() {
        Topology topology =
                of("a >> FOREACH x >> b", "b >> PIPE >> c", "c >> PIPE >> d", "a >> PIPE >> d");
        assertThat(names(topology.root.steps)).containsExactly("a", "d");
        assertThat(names(body(topology, "a").steps)).containsExactly("b", "c");
    }

    @Test
    void the_body_of_a_loop_within_a_loop_is_a_block_of_its_own() {
        Topology topology = of("a >> FOREACH x >> b", "b >> FOREACH y >> c", "b >> PIPE >> d");
        Block outer = body(topology, "a");
        assertThat(names(outer.steps)).containsExactly("b", "d");
        assertThat(outer.children).hasSize(1);
        assertThat(names(outer.children.getFirst().steps)).containsExactly("c");
    }

    @Test
    void two_loops_into_one_node_leave_both_bodies_empty() {
        Topology topology = of("a >> FOREACH x >> b", "a >> FOREACH y >> b");
        assertThat(names(topology.root.steps)).containsExactly("a", "b");
        assertThat(topology.root.children).allMatch(body -> body.steps.isEmpty());
        assertThat(topology.root.children).allMatch(body -> body.exits.size() == 1);
    }

    @Test
    void the_virtual_output_and_what_follows_it_are_outside() {
        Topology topology = of("a >> FOREACH x >> b", "b >> PIPE >> output", "output >> PIPE >> c");
        assertThat(names(topology.root.steps)).containsExactly("a", "output", "c");
    }

    @Test
    void an_edge_out_of_two_loops_is_an_exit_of_both() {
        Topology topology = of("a >> FOREACH x >> b", "b >> FOREACH y >> c", "c >> PIPE >> output");
        Block outer = body(topology, "a");
        assertThat(outer.exits).hasToString("[c → output]");
        assertThat(outer.children.getFirst().exits).hasToString("[c → output]");
    }

    @Test
    void a_circle_is_told_by_the_names_of_its_nodes() {
        Topology topology =
                of("input >> PIPE >> a", "a >> PIPE >> b", "b >> PIPE >> c", "c >> PIPE >> a");
        assertThat(topology.cycle).containsExactly("a", "b", "c", "a");
    }

    @Test
    void an_edge_to_its_own_source_is_a_circle() {
        assertThat(of("a >> PIPE >> a").cycle).containsExactly("a", "a");
    }

    @Test
    void a_long_chain_of_loops_within_loops_is_read() {
        String[] flow = new String[3_000];
        for (int i = 0; i < flow.length; i++) {
            flow[i] = "n" + i + " >> FOREACH x >> n" + (i + 1);
        }
        assertThat(of(flow).steps.getLast().block.depth).isEqualTo(3_000);
    }

    private static Topology of(String... flow) {
        var text = new StringBuilder("name: test\nflow:\n");
        for (String line : flow) {
            text.append("  - \"").append(line).append("\"\n");
        }
        return new Topology(RecipeDocument.read(text.toString()).recipe());
    }

    private static Block body(Topology topology, String source) {
        Step step = Objects.requireNonNull(topology.named(source));
        return topology.root.children.stream()
                .filter(body -> step.loops.stream().anyMatch(loop -> loop.body == body))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(List<Step> steps) {
        return steps.stream().map(Step::name).toList();
    }
}
