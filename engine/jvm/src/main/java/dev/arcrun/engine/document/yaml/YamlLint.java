package dev.arcrun.engine.document.yaml;

import dev.arcrun.engine.document.yaml.YamlIssue.Kind;
import dev.arcrun.engine.document.yaml.YamlNode.Entry;
import dev.arcrun.engine.document.yaml.YamlNode.Style;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is odd in a tree that can be read: duplicate keys, unknown tags and the like. */
public final class YamlLint {
    private static final Set<String> KNOWN_TAGS =
            Set.of(
                    "!",
                    "tag:yaml.org,2002:str",
                    "tag:yaml.org,2002:int",
                    "tag:yaml.org,2002:float",
                    "tag:yaml.org,2002:bool",
                    "tag:yaml.org,2002:null",
                    "tag:yaml.org,2002:map",
                    "tag:yaml.org,2002:seq");

    private final SourceText source;
    private final List<YamlIssue> issues = new ArrayList<>();
    private boolean aliases;

    private YamlLint(SourceText source) {
        this.source = source;
    }

    public static List<YamlIssue> issues(YamlTree tree) {
        YamlLint lint = new YamlLint(tree.source());
        if (tree.root() != null) {
            lint.visit(tree.root());
            lint.checkAliases(tree.root());
        }
        return lint.issues;
    }

    private void checkAliases(YamlNode root) {
        if (aliases) {
            DataReader data = new DataReader();
            data.read(root);
            issues.addAll(data.issues());
        }
    }

    private void visit(YamlNode node) {
        String tag = node.properties().tag();
        if (tag != null && !KNOWN_TAGS.contains(tag)) {
            issues.add(new YamlIssue(Kind.UNKNOWN_TAG, node.start(), node.properties().end(), tag));
        }
        switch (node) {
            case YamlNode.Scalar scalar -> visitScalar(scalar);
            case YamlNode.Sequence sequence -> sequence.items().forEach(this::visit);
            case YamlNode.Mapping mapping -> visitMapping(mapping);
            case YamlNode.Alias _ -> aliases = true;
        }
    }

    private void visitScalar(YamlNode.Scalar scalar) {
        if (scalar.style() == Style.PLAIN
                && !scalar.text().isEmpty()
                && CoreSchema.isUnusableNumber(scalar.text())) {
            issues.add(
                    new YamlIssue(
                            Kind.NOT_A_JSON_NUMBER, scalar.content(), scalar.end(), scalar.text()));
        }
    }

    private void visitMapping(YamlNode.Mapping mapping) {
        Set<String> seen = new HashSet<>();
        Set<String> twice = new HashSet<>();
        for (Entry entry : mapping.entries()) {
            String name = entry.name();
            if (name == null) {
                issues.add(
                        new YamlIssue(Kind.KEY_NOT_TEXT, entry.key().start(), entry.key().end()));
            } else if (!seen.add(name)) {
                twice.add(name);
            }
            if ("<<".equals(name)
                    && entry.key() instanceof YamlNode.Scalar key
                    && key.style() == Style.PLAIN) {
                issues.add(new YamlIssue(Kind.MERGE_KEY, key.start(), key.end()));
            }
            visit(entry.key());
            visit(entry.value());
        }
        if (!twice.isEmpty()) {
            duplicates(mapping, twice);
        }
    }

    private void duplicates(YamlNode.Mapping mapping, Set<String> twice) {
        Map<String, List<Entry>> byName = new HashMap<>();
        for (Entry entry : mapping.entries()) {
            String name = entry.name();
            if (name != null && twice.contains(name)) {
                byName.computeIfAbsent(name, _ -> new ArrayList<>()).add(entry);
            }
        }
        byName.forEach((name, entries) -> {
            int last = source.line(entries.getLast().key().start());
            for (Entry entry : entries) {
                int start = entry.key().start();
                issues.add(
                        new YamlIssue(
                                Kind.DUPLICATE_KEY,
                                start,
                                entry.key().end(),
                                name,
                                source.line(start),
                                last));
            }
        });
    }
}
