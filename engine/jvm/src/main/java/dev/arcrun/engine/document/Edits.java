package dev.arcrun.engine.document;

import dev.arcrun.engine.document.yaml.CannotEditException;
import dev.arcrun.engine.document.yaml.Splice;
import dev.arcrun.engine.document.yaml.TreeEdit;
import dev.arcrun.engine.document.yaml.YamlEditor;
import dev.arcrun.engine.document.yaml.YamlTree;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes edits one after the other and remembers what they replaced. */
@SuppressWarnings("ReferenceEquality") // an edit that changes nothing gives the same tree
final class Edits {
    private final Messages messages;
    private final List<Edit.ReplaceText> changes = new ArrayList<>();
    private final List<Edit.ReplaceText> inverse = new ArrayList<>();
    private YamlTree tree;
    private @Nullable Reading reading;

    Edits(YamlTree tree, Reading reading, Messages messages) {
        this.tree = tree;
        this.reading = reading;
        this.messages = messages;
    }

    YamlTree tree() {
        return tree;
    }

    List<Edit.ReplaceText> changes() {
        return changes;
    }

    List<Edit.ReplaceText> inverse() {
        return inverse.reversed();
    }

    void make(Edit edit) {
        if (edit instanceof Edit.ReplaceText(int start, int end, String replacement)) {
            replaceText(start, end, replacement);
            return;
        }
        Reading now = reading();
        if (!now.understood()) {
            throw new EditException(messages.text("edit.syntax"));
        }
        if (now.outline().compiled()) {
            throw new EditException(messages.text("edit.compiled"));
        }
        List<TreeEdit> parts = new EditPlan(tree.data(), now, messages).parts(edit);
        try {
            YamlEditor.Edited edited = YamlEditor.applyAll(tree, parts);
            record(edited.splices());
            move(edited.tree());
        } catch (CannotEditException e) {
            throw new EditException(messages.text("edit." + e.reason().name(), e.arguments()), e);
        }
    }

    private Reading reading() {
        if (reading == null) {
            reading = new DocumentReader(tree, new Findings(tree.source(), messages)).read();
        }
        return reading;
    }

    private void move(YamlTree next) {
        if (next != tree) {
            tree = next;
            reading = null;
        }
    }

    private void replaceText(int start, int end, String replacement) {
        if (start < 0 || end < start || end > tree.text().length()) {
            throw new EditException(messages.text("edit.range", start, end, tree.text().length()));
        }
        Splice splice = new Splice(start, end, replacement);
        String changed = splice.apply(tree.text());
        record(List.of(splice));
        move(YamlTree.read(changed));
    }

    private void record(List<Splice> splices) {
        String text = tree.text();
        for (Splice splice : splices) {
            changes.add(new Edit.ReplaceText(splice.start(), splice.end(), splice.text()));
            Splice back = splice.inverse(text);
            inverse.add(new Edit.ReplaceText(back.start(), back.end(), back.text()));
            text = splice.apply(text);
        }
    }
}
