package dev.arcrun.desktop.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.arcrun.desktop.layout.Drawing.Point;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LayeredLayoutTest {
    private static final List<Integer> SIZES = List.of(0, 1, 2, 7, 30, 120);

    @Test
    void nodes_never_overlap() {
        everyFlow((flow, drawing) -> {
            for (int a = 0; a < flow.boxes().size(); a++) {
                for (int b = a + 1; b < flow.boxes().size(); b++) {
                    assertThat(overlap(flow, drawing, a, b))
                            .as("nodes %d and %d overlap", a, b)
                            .isFalse();
                }
            }
        });
    }

    @Test
    void every_node_lies_inside_the_drawing() {
        everyFlow((flow, drawing) -> {
            for (int i = 0; i < flow.boxes().size(); i++) {
                Point corner = drawing.corners().get(i);
                Flow.Box box = flow.boxes().get(i);
                assertThat(corner.x()).isGreaterThanOrEqualTo(0);
                assertThat(corner.y()).isGreaterThanOrEqualTo(-0.001);
                assertThat(corner.x() + box.width()).isLessThanOrEqualTo(drawing.width() + 0.001);
                assertThat(corner.y() + box.height()).isLessThanOrEqualTo(drawing.height() + 0.001);
            }
        });
    }

    @Test
    void without_cycles_every_link_leads_to_the_right() {
        for (long seed : RandomFlows.SEEDS) {
            for (int size : SIZES) {
                Flow flow = RandomFlows.acyclic(seed, size);
                Drawing drawing = LayeredLayout.draw(flow);
                for (Flow.Link link : flow.links()) {
                    double right =
                            drawing.corners().get(link.from()).x()
                                    + flow.boxes().get(link.from()).width();
                    assertThat(drawing.corners().get(link.to()).x())
                            .as("seed %d, %d nodes, %s", seed, size, link)
                            .isGreaterThan(right);
                }
            }
        }
    }

    @Test
    void a_route_begins_at_the_right_side_of_its_source_and_ends_at_the_left_side_of_its_target() {
        everyFlow((flow, drawing) -> {
            for (int i = 0; i < flow.links().size(); i++) {
                Flow.Link link = flow.links().get(i);
                List<Point> route = drawing.routes().get(i);
                Point from = drawing.corners().get(link.from());
                assertThat(route.getFirst().x())
                        .isEqualTo(from.x() + flow.boxes().get(link.from()).width());
                assertThat(route.getLast().x()).isEqualTo(drawing.corners().get(link.to()).x());
            }
        });
    }

    @Test
    void the_same_flow_gives_the_same_drawing() {
        for (long seed : RandomFlows.SEEDS) {
            assertThat(LayeredLayout.draw(RandomFlows.wild(seed, 60)))
                    .as("seed %d", seed)
                    .isEqualTo(LayeredLayout.draw(RandomFlows.wild(seed, 60)));
        }
    }

    @Test
    void a_chain_is_drawn_straight() {
        Flow flow = flow(4, "0>1", "1>2", "2>3");

        List<Double> heights =
                LayeredLayout.draw(flow).corners().stream().map(Point::y).distinct().toList();

        assertThat(heights).hasSize(1);
    }

    @Test
    void two_branches_stand_in_the_order_of_the_flow_and_their_source_between_them() {
        Drawing drawing = LayeredLayout.draw(flow(4, "0>1", "0>2", "1>3", "2>3"));

        double source = drawing.corners().get(0).y();
        double upper = drawing.corners().get(1).y();
        double lower = drawing.corners().get(2).y();
        assertThat(upper).isLessThan(source);
        assertThat(source).isLessThan(lower);
        assertThat(drawing.corners().get(3).y()).isEqualTo(source);
    }

    @Test
    void crossed_branches_are_uncrossed() {
        Flow flow = flow(5, "0>1", "0>2", "2>3", "1>4", "2>3");

        Drawing drawing = LayeredLayout.draw(flow);

        boolean upperFirst = drawing.corners().get(1).y() < drawing.corners().get(2).y();
        boolean targetFirst = drawing.corners().get(4).y() < drawing.corners().get(3).y();
        assertThat(upperFirst).isEqualTo(targetFirst);
    }

    @Test
    void a_long_link_keeps_clear_of_the_nodes_it_passes() {
        Flow flow = flow(4, "0>1", "1>2", "2>3", "0>3");
        Drawing drawing = LayeredLayout.draw(flow);

        for (Point point : drawing.routes().get(3)) {
            for (int node : List.of(1, 2)) {
                Point corner = drawing.corners().get(node);
                boolean inside =
                        point.x() >= corner.x()
                                && point.x() <= corner.x() + 192
                                && point.y() > corner.y()
                                && point.y() < corner.y() + 64;
                assertThat(inside).as("%s lies on node %d", point, node).isFalse();
            }
        }
    }

    @Test
    void parallel_links_are_told_apart() {
        Drawing drawing = LayeredLayout.draw(flow(2, "0>1", "0>1"));

        assertThat(drawing.routes().get(0)).isNotEqualTo(drawing.routes().get(1));
    }

    @Test
    void a_node_that_nothing_leads_to_stands_right_before_its_target() {
        Drawing drawing = LayeredLayout.draw(flow(4, "0>1", "1>2", "3>2"));

        assertThat(drawing.corners().get(3).x()).isEqualTo(drawing.corners().get(1).x());
    }

    @Test
    void flows_that_are_not_connected_stand_below_each_other() {
        Drawing drawing = LayeredLayout.draw(flow(4, "0>1", "2>3"));

        assertThat(drawing.corners().get(2).y()).isGreaterThan(drawing.corners().get(0).y() + 64);
        assertThat(drawing.corners().get(2).x()).isEqualTo(drawing.corners().get(0).x());
    }

    @Test
    void a_chain_of_ten_thousand_nodes_is_drawn_without_running_out_of_stack() {
        var links = new ArrayList<Flow.Link>();
        var boxes = new ArrayList<Flow.Box>();
        for (int i = 0; i < 10_000; i++) {
            boxes.add(new Flow.Box(192, 64));
            if (i > 0) {
                links.add(new Flow.Link(i - 1, i, 0));
            }
        }

        assertThat(LayeredLayout.draw(new Flow(boxes, links)).corners()).hasSize(10_000);
    }

    @Test
    void a_link_to_a_missing_node_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> flow(1, "0>1"))
                .withMessageContaining("missing node");
    }

    private interface Check {
        void of(Flow flow, Drawing drawing);
    }

    private static void everyFlow(Check check) {
        for (long seed : RandomFlows.SEEDS) {
            for (int size : SIZES) {
                for (Flow flow :
                        List.of(RandomFlows.acyclic(seed, size), RandomFlows.wild(seed, size))) {
                    try {
                        check.of(flow, LayeredLayout.draw(flow));
                    } catch (AssertionError e) {
                        throw new AssertionError("seed " + seed + ", " + size + " nodes", e);
                    }
                }
            }
        }
    }

    private static boolean overlap(Flow flow, Drawing drawing, int a, int b) {
        Point one = drawing.corners().get(a);
        Point other = drawing.corners().get(b);
        Flow.Box first = flow.boxes().get(a);
        Flow.Box second = flow.boxes().get(b);
        return one.x() < other.x() + second.width()
                && other.x() < one.x() + first.width()
                && one.y() < other.y() + second.height()
                && other.y() < one.y() + first.height();
    }

    private static Flow flow(int nodes, String... links) {
        var boxes = new ArrayList<Flow.Box>();
        for (int i = 0; i < nodes; i++) {
            boxes.add(new Flow.Box(192, 64));
        }
        var all = new ArrayList<Flow.Link>();
        for (String link : links) {
            String[] ends = link.split(">", -1);
            all.add(new Flow.Link(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]), 0));
        }
        return new Flow(boxes, all);
    }
}
