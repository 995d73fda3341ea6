package dev.arcrun.engine.document;

import dev.arcrun.engine.document.Problem.QuickFix;
import dev.arcrun.engine.document.yaml.Splice;
import dev.arcrun.engine.document.yaml.YamlEditor;
import dev.arcrun.engine.document.yaml.YamlIssue;
import dev.arcrun.engine.document.yaml.YamlIssue.Kind;
import dev.arcrun.engine.document.yaml.YamlLint;
import dev.arcrun.engine.document.yaml.YamlNode;
import dev.arcrun.engine.document.yaml.YamlTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Decides what kind of document a tree is and reads it. */
final class DocumentReader {
    /** Finding an entry takes a walk through the tree: not for thousands of them. */
    private static final int MOST_REMOVALS = 50;

    private final YamlTree tree;
    private final Findings findings;
    private int removals;

    DocumentReader(YamlTree tree, Findings findings) {
        this.tree = tree;
        this.findings = findings;
    }

    Reading read() {
        List<YamlIssue> issues = new ArrayList<>(tree.issues());
        issues.addAll(YamlLint.issues(tree));
        boolean sound = tree.sound();
        boolean bomb = false;
        for (YamlIssue issue : issues) {
            findings.add(issue, fixes(issue));
            bomb |= issue.kind() == Kind.ALIAS_LIMIT;
        }
        if (bomb) {
            return nothing(false);
        }
        if (tree.root() == null) {
            return empty(sound);
        }
        YamlNode root = tree.root();
        if (!(root instanceof YamlNode.Mapping mapping)) {
            boolean blank = root instanceof YamlNode.Scalar scalar && scalar.text().isBlank();
            if (blank) {
                return empty(sound);
            }
            if (sound) {
                findings.add(ProblemCode.NOT_A_RECIPE, root);
            }
            return nothing(false);
        }
        Reading reading =
                GraphReader.isGraph(mapping)
                        ? new GraphReader(findings, mapping).read()
                        : new RecipeReader(findings, mapping, !sound).read();
        return sound
                ? reading
                : new Reading(reading.recipe(), reading.unplaced(), reading.outline(), false);
    }

    private Reading empty(boolean sound) {
        if (sound) {
            findings.add(ProblemCode.NAME_MISSING, findings.place(0, 0), List.of());
            findings.add(ProblemCode.FLOW_MISSING, findings.place(0, 0), List.of());
        }
        return nothing(sound);
    }

    private static Reading nothing(boolean understood) {
        return new Reading(RecipeReader.EMPTY, Map.of(), Outline.EMPTY, understood);
    }

    private List<QuickFix> fixes(YamlIssue issue) {
        if (issue.kind() == Kind.TAB_INDENTATION) {
            int start = issue.start();
            int end = start;
            String text = tree.text();
            while (end < text.length() && (text.charAt(end) == '\t' || text.charAt(end) == ' ')) {
                end++;
            }
            String spaces = text.substring(start, end).replace("\t", "  ");
            Edit edit = new Edit.ReplaceText(start, end, spaces);
            return List.of(findings.fix("fix.tabs", List.of(edit)));
        }
        if (issue.kind() == Kind.CONTROL_CHARACTER) {
            Edit edit = new Edit.ReplaceText(issue.start(), issue.end(), "");
            return List.of(
                    findings.fix("fix.control", List.of(edit), issue.arguments().getFirst()));
        }
        if (issue.kind() == Kind.DUPLICATE_KEY
                && tree.root() != null
                && removals++ < MOST_REMOVALS) {
            return removal(tree.root(), issue);
        }
        return List.of();
    }

    /** Removes the entry whose key stands at the issue's place. */
    private List<QuickFix> removal(YamlNode node, YamlIssue issue) {
        switch (node) {
            case YamlNode.Mapping mapping -> {
                for (int i = 0; i < mapping.entries().size(); i++) {
                    YamlNode.Entry entry = mapping.entries().get(i);
                    if (entry.key().start() == issue.start()) {
                        return removal(YamlEditor.removal(tree, mapping, i), issue);
                    }
                    if (entry.value().end() > issue.start()) {
                        return removal(entry.value(), issue);
                    }
                }
            }
            case YamlNode.Sequence sequence -> {
                for (YamlNode item : sequence.items()) {
                    if (item.end() > issue.start()) {
                        return removal(item, issue);
                    }
                }
            }
            case YamlNode.Scalar _, YamlNode.Alias _ -> {}
        }
        return List.of();
    }

    private List<QuickFix> removal(List<Splice> splices, YamlIssue issue) {
        if (splices.size() != 1) {
            return List.of();
        }
        Splice splice = splices.getFirst();
        Edit edit = new Edit.ReplaceText(splice.start(), splice.end(), splice.text());
        Object key = issue.arguments().getFirst();
        return List.of(findings.fix("fix.remove_duplicate", List.of(edit), key));
    }
}
