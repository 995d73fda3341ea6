package dev.arcrun.engine.document;

import dev.arcrun.engine.document.Problem.QuickFix;
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
    private final YamlTree tree;
    private final Findings findings;

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
        return List.of();
    }
}
