package dev.arcrun.engine.document.yaml;

import dev.arcrun.engine.document.yaml.YamlIssue.Kind;
import dev.arcrun.engine.value.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tree to value: aliases followed, a duplicate key's last value, keys as text. A key that is a list
 * or mapping is left out.
 */
public final class DataReader {
    /** So many nodes may come out of aliases in one document. */
    public static final int MOST_ALIASED_NODES = 100_000;

    /** Aliases aren't followed below this depth. */
    private static final int MAX_DEPTH = 400;

    private final List<YamlIssue> issues = new ArrayList<>();
    private int aliased;
    private int aliasDepth;
    private int depth;

    /** What was found so far: aliases that grow too large. */
    public List<YamlIssue> issues() {
        return List.copyOf(issues);
    }

    public Json read(YamlNode node) {
        if (aliasDepth > 0) {
            aliased++;
        }
        depth++;
        Json value = value(node);
        depth--;
        return value;
    }

    private Json value(YamlNode node) {
        return switch (node) {
            case YamlNode.Scalar scalar -> scalar(scalar);
            case YamlNode.Sequence sequence -> {
                List<Json> items = new ArrayList<>(sequence.items().size());
                for (YamlNode item : sequence.items()) {
                    items.add(read(item));
                }
                yield new Json.Arr(items);
            }
            case YamlNode.Mapping mapping -> {
                Map<String, Json> members = new LinkedHashMap<>();
                for (YamlNode.Entry entry : mapping.entries()) {
                    String name = entry.name();
                    if (name != null) {
                        members.put(name, read(entry.value()));
                    }
                }
                yield new Json.Obj(members);
            }
            case YamlNode.Alias alias -> follow(alias);
        };
    }

    private Json follow(YamlNode.Alias alias) {
        YamlNode target = alias.target();
        if (target == null) {
            return Json.NULL;
        }
        if (aliased > MOST_ALIASED_NODES || depth > MAX_DEPTH) {
            issues.add(
                    new YamlIssue(
                            Kind.ALIAS_LIMIT,
                            alias.start(),
                            alias.end(),
                            alias.anchor(),
                            MOST_ALIASED_NODES));
            return Json.NULL;
        }
        aliasDepth++;
        Json value = read(target);
        aliasDepth--;
        return value;
    }

    private static Json scalar(YamlNode.Scalar scalar) {
        String tag = scalar.properties().tag();
        if (tag == null) {
            return scalar.style() == YamlNode.Style.PLAIN
                    ? CoreSchema.value(scalar.text())
                    : Json.of(scalar.text());
        }
        return switch (tag) {
            case "tag:yaml.org,2002:int",
                    "tag:yaml.org,2002:float",
                    "tag:yaml.org,2002:bool",
                    "tag:yaml.org,2002:null" ->
                    CoreSchema.value(scalar.text());
            default -> Json.of(scalar.text());
        };
    }
}
