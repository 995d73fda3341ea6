package dev.arcrun.engine.document;

import dev.arcrun.engine.document.Problem.Place;
import dev.arcrun.engine.document.yaml.YamlNode;
import dev.arcrun.engine.document.yaml.YamlTree;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From what is meant to where it stands, and back. */
@SuppressWarnings("ReferenceEquality") // nodes are the same where they stand in one place
final class Addresses {
    private final YamlTree tree;
    private final Reading reading;
    private final Findings places;

    Addresses(YamlTree tree, Reading reading, Messages messages) {
        this.tree = tree;
        this.reading = reading;
        this.places = new Findings(tree.source(), messages);
    }

    @Nullable Place placeOf(Address address) {
        return switch (address) {
            case Address.OfNode(String node) -> node(node);
            case Address.OfEdge(int index) -> {
                List<Object> path = new ArrayList<>(reading.outline().edges());
                path.add(index);
                yield value(path);
            }
            case Address.OfParameter(String node, List<Object> path) -> {
                List<Object> config = reading.outline().config(node);
                if (config == null) {
                    yield node(node);
                }
                Found found = find(joined(config, path));
                yield found != null && found.depth > config.size() ? place(found) : node(node);
            }
            case Address.OfProperty(List<Object> path) -> value(path);
        };
    }

    Place placeInParameter(String node, List<Object> path, int from, int to) {
        List<Object> config = reading.outline().config(node);
        List<Object> whole = config == null ? path : joined(config, path);
        Found found = config == null ? null : find(whole);
        if (found != null
                && found.depth == whole.size()
                && found.node instanceof YamlNode.Scalar scalar) {
            return new ScalarPlaces(places).of(scalar, from, to);
        }
        Place place = placeOf(new Address.OfParameter(node, path));
        return place != null ? place : places.place(0, 0);
    }

    private @Nullable Place node(String node) {
        List<Object> config = reading.outline().config(node);
        Found found = config == null ? null : find(config);
        if (found != null && config != null && found.depth == config.size()) {
            return found.key != null ? places.place(found.key) : place(found);
        }
        return mention(node);
    }

    /** The first line of the flow that names the node; there the name itself. */
    private @Nullable Place mention(String node) {
        Found flow = find(reading.outline().edges());
        if (flow == null || !(flow.node instanceof YamlNode.Sequence sequence)) {
            return null;
        }
        for (YamlNode item : sequence.items()) {
            if (YamlNode.resolve(item) instanceof YamlNode.Scalar scalar) {
                Triplet triplet = Triplet.parse(scalar.text());
                boolean source = triplet != null && triplet.source().equals(node);
                if (triplet != null && (source || triplet.target().equals(node))) {
                    int start = source ? triplet.sourceStart() : triplet.targetStart();
                    return item == scalar
                            ? new ScalarPlaces(places).of(scalar, start, start + node.length())
                            : places.place(item);
                }
            }
        }
        return null;
    }

    private @Nullable Place value(List<Object> path) {
        Found found = find(path);
        return found == null ? null : place(found);
    }

    private Place place(Found found) {
        boolean nothing = found.node instanceof YamlNode.Scalar scalar && scalar.empty();
        return places.place(nothing && found.key != null ? found.key : found.node);
    }

    /** How far down a path leads. */
    private record Found(YamlNode node, @Nullable YamlNode key, int depth) {}

    private @Nullable Found find(List<Object> path) {
        if (tree.root() == null) {
            return null;
        }
        Found found = new Found(tree.root(), null, 0);
        for (Object step : path) {
            Found next = below(found, step);
            if (next == null) {
                return found;
            }
            found = next;
        }
        return found;
    }

    private static @Nullable Found below(Found found, Object step) {
        if (found.node instanceof YamlNode.Mapping mapping && step instanceof String name) {
            YamlNode.Entry entry = mapping.entry(name);
            return entry == null ? null : new Found(entry.value(), entry.key(), found.depth + 1);
        }
        if (found.node instanceof YamlNode.Sequence sequence
                && step instanceof Integer index
                && index >= 0
                && index < sequence.items().size()) {
            return new Found(sequence.items().get(index), null, found.depth + 1);
        }
        return null;
    }

    @Nullable Address at(int offset) {
        List<Object> path = new ArrayList<>();
        YamlNode node = tree.root();
        while (node != null) {
            node = descend(node, offset, path);
        }
        return path.isEmpty() ? null : address(path);
    }

    private static @Nullable YamlNode descend(YamlNode node, int offset, List<Object> path) {
        switch (node) {
            case YamlNode.Mapping mapping -> {
                for (YamlNode.Entry entry : mapping.entries()) {
                    int end = Math.max(entry.key().end(), entry.value().end());
                    if (entry.key().start() <= offset && offset <= end && entry.name() != null) {
                        path.add(entry.name());
                        return entry.key().end() < offset ? entry.value() : null;
                    }
                }
            }
            case YamlNode.Sequence sequence -> {
                for (int i = 0; i < sequence.items().size(); i++) {
                    YamlNode item = sequence.items().get(i);
                    if (item.start() <= offset && offset <= item.end()) {
                        path.add(i);
                        return item;
                    }
                }
            }
            case YamlNode.Scalar _, YamlNode.Alias _ -> {}
        }
        return null;
    }

    private @Nullable Address address(List<Object> path) {
        Outline outline = reading.outline();
        List<Object> edges = outline.edges();
        if (path.size() > edges.size()
                && path.subList(0, edges.size()).equals(edges)
                && path.get(edges.size()) instanceof Integer index) {
            return new Address.OfEdge(index);
        }
        for (int size = path.size(); size > 0; size--) {
            String node = outline.names().get(path.subList(0, size));
            if (node != null) {
                return size == path.size()
                        ? new Address.OfNode(node)
                        : new Address.OfParameter(node, path.subList(size, path.size()));
            }
        }
        return new Address.OfProperty(path);
    }

    private static List<Object> joined(List<Object> first, List<Object> second) {
        List<Object> joined = new ArrayList<>(first);
        joined.addAll(second);
        return joined;
    }
}
