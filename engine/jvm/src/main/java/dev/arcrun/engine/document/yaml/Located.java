package dev.arcrun.engine.document.yaml;

import dev.arcrun.engine.document.yaml.YamlNode.Entry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node at the end of a path.
 *
 * @param depth how many steps of the path it is below the root; fewer than the path has where the
 *     rest is missing
 * @param owner the list or mapping that holds it; null for the root
 * @param index its position in the owner
 * @param flow whether a {@code [list]} or {@code {mapping}} encloses it
 * @param enclosing the nodes from the root down to it, itself included
 */
record Located(
        YamlNode node,
        int depth,
        @Nullable YamlNode owner,
        int index,
        boolean flow,
        List<YamlNode> enclosing) {

    /** Walks down as far as the path goes; stops at an alias. */
    static Located walk(YamlNode root, List<Object> path) {
        List<YamlNode> enclosing = new ArrayList<>();
        enclosing.add(root);
        YamlNode node = root;
        YamlNode owner = null;
        int index = 0;
        int depth = 0;
        boolean flow = false;
        for (Object step : path) {
            int position = position(node, step);
            if (position < 0) {
                break;
            }
            owner = node;
            index = position;
            flow |= isFlow(node);
            node = child(node, position);
            enclosing.add(node);
            depth++;
        }
        return new Located(node, depth, owner, index, flow, enclosing);
    }

    private static int position(YamlNode node, Object step) {
        return switch (node) {
            case YamlNode.Mapping mapping when step instanceof String name -> {
                for (int i = mapping.entries().size() - 1; i >= 0; i--) {
                    if (name.equals(mapping.entries().get(i).name())) {
                        yield i;
                    }
                }
                yield -1;
            }
            case YamlNode.Sequence sequence
                    when step instanceof Integer index
                            && index >= 0
                            && index < sequence.items().size() ->
                    index;
            default -> -1;
        };
    }

    static boolean isFlow(YamlNode node) {
        return switch (node) {
            case YamlNode.Sequence sequence -> sequence.flow();
            case YamlNode.Mapping mapping -> mapping.flow();
            case YamlNode.Scalar _, YamlNode.Alias _ -> false;
        };
    }

    static YamlNode child(YamlNode owner, int index) {
        return switch (owner) {
            case YamlNode.Sequence sequence -> sequence.items().get(index);
            case YamlNode.Mapping mapping -> mapping.entries().get(index).value();
            case YamlNode.Scalar _, YamlNode.Alias _ ->
                    throw new IllegalArgumentException("a scalar has no children");
        };
    }

    static int size(YamlNode owner) {
        return switch (owner) {
            case YamlNode.Sequence sequence -> sequence.items().size();
            case YamlNode.Mapping mapping -> mapping.entries().size();
            case YamlNode.Scalar _, YamlNode.Alias _ -> 0;
        };
    }

    @Nullable Entry entry() {
        return owner instanceof YamlNode.Mapping mapping ? mapping.entries().get(index) : null;
    }
}
