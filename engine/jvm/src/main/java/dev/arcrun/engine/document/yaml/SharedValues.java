package dev.arcrun.engine.document.yaml;

import dev.arcrun.engine.document.yaml.CannotEditException.Reason;
import java.util.ArrayList;
import java.util.List;

/**
 * Values that stand once and are used in several places ({@code &anchor}, {@code *anchor}). An
 * alias is edited by writing its value out in its place; the anchored value itself isn't edited
 * while others use it.
 */
@SuppressWarnings("ReferenceEquality") // nodes are the same where they stand in one place
final class SharedValues {
    private SharedValues() {}

    /** Throws where such a value is why an edit can't be made. */
    static void check(YamlTree tree, TreeEdit edit) {
        if (tree.root() == null) {
            return;
        }
        Located at = Located.walk(tree.root(), edit.path());
        List<YamlNode> touched = new ArrayList<>(at.enclosing());
        if (edit instanceof TreeEdit.RenameKey && at.entry() != null) {
            touched.removeLast();
            touched.add(at.entry().key());
        } else if (at.depth() == edit.path().size()) {
            descendants(at.node(), touched);
        }
        for (YamlNode node : touched) {
            String anchor = node.properties().anchor();
            if (anchor != null && isUsedOutside(tree.root(), node, at.node())) {
                throw new CannotEditException(
                        Reason.SHARED_VALUE,
                        DataEdit.steps(edit.path(), edit.path().size()),
                        anchor);
            }
        }
    }

    private static void descendants(YamlNode node, List<YamlNode> into) {
        for (int i = 0; i < Located.size(node); i++) {
            YamlNode child = Located.child(node, i);
            into.add(child);
            descendants(child, into);
        }
    }

    private static boolean isUsedOutside(YamlNode from, YamlNode anchored, YamlNode edited) {
        if (from instanceof YamlNode.Alias alias) {
            return alias.target() == anchored;
        }
        for (int i = 0; i < Located.size(from); i++) {
            YamlNode child = Located.child(from, i);
            boolean inside = child == edited && anchored != edited;
            if (!inside && isUsedOutside(child, anchored, edited)) {
                return true;
            }
            if (from instanceof YamlNode.Mapping mapping
                    && isUsedOutside(mapping.entries().get(i).key(), anchored, edited)) {
                return true;
            }
        }
        return false;
    }
}
