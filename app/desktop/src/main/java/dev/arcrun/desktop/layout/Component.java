package dev.arcrun.desktop.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * A connected part of a flow.
 *
 * @param flow the part alone, its nodes and links numbered from 0
 * @param nodes for each of its nodes the number in the whole
 * @param links for each of its links the number in the whole
 */
record Component(Flow flow, int[] nodes, int[] links) {

    /** The connected parts, in order of their first nodes. */
    static List<Component> of(Flow whole) {
        int[] root = roots(whole);
        var nodesOf = new LinkedHashMap<Integer, List<Integer>>();
        int[] local = new int[root.length];
        for (int node = 0; node < root.length; node++) {
            var members = nodesOf.computeIfAbsent(root[node], key -> new ArrayList<>());
            local[node] = members.size();
            members.add(node);
        }
        var linksOf = new LinkedHashMap<Integer, List<Integer>>();
        for (int link = 0; link < whole.links().size(); link++) {
            int at = root[whole.links().get(link).from()];
            linksOf.computeIfAbsent(at, key -> new ArrayList<>()).add(link);
        }
        var parts = new ArrayList<Component>();
        nodesOf.forEach((key, nodes) -> {
            List<Integer> links = linksOf.getOrDefault(key, List.of());
            var flow =
                    new Flow(
                            nodes.stream().map(whole.boxes()::get).toList(),
                            links.stream()
                                    .map(whole.links()::get)
                                    .map(link -> renumbered(link, local))
                                    .toList());
            parts.add(new Component(flow, array(nodes), array(links)));
        });
        return parts;
    }

    private static Flow.Link renumbered(Flow.Link link, int[] local) {
        return new Flow.Link(local[link.from()], local[link.to()], link.labelWidth());
    }

    private static int[] array(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int[] roots(Flow whole) {
        int[] parent = new int[whole.boxes().size()];
        Arrays.setAll(parent, node -> node);
        for (Flow.Link link : whole.links()) {
            int from = root(parent, link.from());
            int to = root(parent, link.to());
            parent[Math.max(from, to)] = Math.min(from, to);
        }
        for (int node = 0; node < parent.length; node++) {
            parent[node] = root(parent, node);
        }
        return parent;
    }

    private static int root(int[] parent, int node) {
        int at = node;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }
}
