package dev.arcrun.engine.document.yaml;

import dev.arcrun.engine.value.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text read as YAML.
 *
 * @param root null where nothing is written
 * @param issues in order of place
 * @param sound whether the whole text is YAML; if not, the tree holds what could be read
 */
public record YamlTree(
        SourceText source, @Nullable YamlNode root, List<YamlIssue> issues, boolean sound) {

    public YamlTree {
        issues = List.copyOf(issues);
    }

    /** Never throws for bad text. */
    public static YamlTree read(String text) {
        return YamlReader.read(text);
    }

    public String text() {
        return source.text();
    }

    /** The whole as a value, aliases followed; null where nothing is written. */
    public Json data() {
        return root == null ? Json.NULL : new DataReader().read(root);
    }
}
