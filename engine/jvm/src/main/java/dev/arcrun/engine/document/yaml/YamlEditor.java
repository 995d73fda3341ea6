package dev.arcrun.engine.document.yaml;

import dev.arcrun.engine.document.yaml.CannotEditException.Reason;
import dev.arcrun.engine.value.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes edits in a text. What an edit makes of the text is read again and compared with what it
 * means for the data: an edit does exactly what it says, or it is refused.
 */
public final class YamlEditor {

    /**
     * A tree and the splices that lead to its text, each with offsets in the text that the one
     * before left.
     */
    public record Edited(YamlTree tree, List<Splice> splices) {
        public Edited {
            splices = List.copyOf(splices);
        }
    }

    private YamlEditor() {}

    /**
     * Makes one edit.
     *
     * @throws CannotEditException when the text can't hold the change; nothing is changed then
     */
    public static Edited apply(YamlTree tree, TreeEdit edit) {
        Json before = tree.data();
        Json meant = DataEdit.apply(before, edit);
        if (meant.equals(before)) {
            return new Edited(tree, List.of());
        }
        List<List<TreeEdit>> attempts = new ArrayList<>();
        List<TreeEdit> parts = SmallerEdits.of(before, edit);
        attempts.add(parts);
        if (parts.size() > 1) {
            attempts.add(List.of(edit));
        }
        for (boolean blocks : new boolean[] {true, false}) {
            for (List<TreeEdit> attempt : attempts) {
                Edited edited = attempt(tree, attempt, blocks);
                if (edited.tree.sound() && edited.tree.data().equals(meant)) {
                    return edited;
                }
            }
        }
        SharedValues.check(tree, edit);
        throw new CannotEditException(
                Reason.UNUSUAL_LAYOUT, DataEdit.steps(edit.path(), edit.path().size()));
    }

    /**
     * Makes several edits, each meant for the tree that the one before left. Edits of different
     * places are made at once, as renaming a node in a large recipe needs.
     *
     * @throws CannotEditException when one of them can't be made; nothing is changed then
     */
    public static Edited applyAll(YamlTree tree, List<TreeEdit> edits) {
        if (edits.size() > 1) {
            Edited together = together(tree, edits);
            if (together != null) {
                return together;
            }
        }
        YamlTree current = tree;
        List<Splice> splices = new ArrayList<>();
        for (TreeEdit edit : edits) {
            Edited edited = apply(current, edit);
            current = edited.tree;
            splices.addAll(edited.splices);
        }
        return new Edited(current, splices);
    }

    private static @Nullable Edited together(YamlTree tree, List<TreeEdit> edits) {
        Json meant = tree.data();
        TextEdit text = new TextEdit(tree, true);
        List<Splice> splices = new ArrayList<>();
        for (TreeEdit edit : edits) {
            meant = DataEdit.apply(meant, edit);
            splices.addAll(text.splices(edit));
        }
        List<Splice> ordered = Splice.inOrderOfUse(tree.text(), splices);
        for (int i = 1; i < ordered.size(); i++) {
            if (ordered.get(i).end() > ordered.get(i - 1).start()) {
                return null;
            }
        }
        YamlTree changed = YamlTree.read(applied(tree.text(), ordered));
        boolean asMeant = changed.sound() && changed.data().equals(meant);
        return asMeant ? new Edited(changed, ordered) : null;
    }

    /** What removes one entry of a mapping and leaves the others, also those of the same key. */
    public static List<Splice> removal(YamlTree tree, YamlNode.Mapping mapping, int index) {
        return mapping.entries().size() < 2
                ? List.of()
                : new RemoveElement(tree.source()).remove(mapping, index);
    }

    private static Edited attempt(YamlTree tree, List<TreeEdit> edits, boolean blocks) {
        YamlTree current = tree;
        List<Splice> made = new ArrayList<>();
        for (TreeEdit edit : edits) {
            boolean again = true;
            while (again && current.sound()) {
                List<Splice> splices =
                        Splice.inOrderOfUse(
                                current.text(), new TextEdit(current, blocks).splices(edit));
                again = isRepeated(edit) && !splices.isEmpty();
                if (!splices.isEmpty()) {
                    current = YamlTree.read(applied(current.text(), splices));
                    made.addAll(splices);
                }
            }
        }
        return new Edited(current, made);
    }

    /** A key that stands several times is removed several times. */
    private static boolean isRepeated(TreeEdit edit) {
        return edit instanceof TreeEdit.Remove(List<Object> path)
                && path.getLast() instanceof String;
    }

    private static String applied(String text, List<Splice> descending) {
        StringBuilder changed = new StringBuilder(text);
        for (Splice splice : descending) {
            changed.replace(splice.start(), splice.end(), splice.text());
        }
        return changed.toString();
    }
}
