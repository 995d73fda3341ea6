package dev.arcrun.engine.document;

import dev.arcrun.engine.document.yaml.YamlNode;
import dev.arcrun.engine.recipe.Names;
import dev.arcrun.engine.recipe.Node;
import dev.arcrun.engine.recipe.NodeRun;
import dev.arcrun.engine.value.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A node from its settings. RECIPE.md, sections 1, 2, 4 and 5. */
final class NodeReader {
    /** Keys of a node's config that are settings; every other key is a parameter. */
    static final Set<String> SETTINGS = Set.of("component", "run", "credentials", "ui");

    private static final Map<String, String> INSTALLER_PARTS =
            Map.of("__HTTP_REQ_URL__", "http_request", "__CODE_URL__", "code");

    private final Findings findings;

    NodeReader(Findings findings) {
        this.findings = findings;
    }

    static Node bare(String name) {
        return new Node(
                name, Names.role(name, false), null, Json.Obj.EMPTY, NodeRun.DEFAULT, Map.of());
    }

    Node read(String name, @Nullable YamlNode config) {
        YamlNode found = config == null ? null : YamlNode.resolve(config);
        if (found == null || (found instanceof YamlNode.Scalar scalar && isNull(scalar))) {
            return bare(name);
        }
        if (!(found instanceof YamlNode.Mapping mapping)) {
            findings.add(
                    ProblemCode.WRONG_TYPE,
                    found,
                    name,
                    findings.messages().text("type.mapping"),
                    findings.messages().text(Fields.kind(Fields.data(found))));
            return bare(name);
        }
        Fields fields = new Fields(mapping, name, findings);
        String component = component(fields.text("component"));
        YamlNode.Mapping run = fields.mapping("run");
        return new Node(
                name,
                Names.role(name, component != null),
                component,
                parameters(mapping),
                run == null ? NodeRun.DEFAULT : new RunReader(findings).read(run, name),
                credentials(fields.mapping("credentials"), name));
    }

    private static boolean isNull(YamlNode.Scalar scalar) {
        return Fields.data(scalar) instanceof Json.Null;
    }

    static @Nullable String component(@Nullable String written) {
        return written == null ? null : INSTALLER_PARTS.getOrDefault(written, written);
    }

    static boolean isInstallerPart(String text) {
        return INSTALLER_PARTS.containsKey(text);
    }

    private static Json.Obj parameters(YamlNode.Mapping mapping) {
        Map<String, Json> parameters = new LinkedHashMap<>();
        for (YamlNode.Entry entry : mapping.entries()) {
            String key = entry.name();
            if (key != null && !SETTINGS.contains(key)) {
                parameters.put(key, Fields.data(entry.value()));
            }
        }
        return new Json.Obj(parameters);
    }

    private Map<String, String> credentials(YamlNode.@Nullable Mapping mapping, String node) {
        Map<String, String> credentials = new LinkedHashMap<>();
        if (mapping != null) {
            Fields fields = new Fields(mapping, node + ".credentials", findings);
            for (YamlNode.Entry entry : mapping.entries()) {
                String key = entry.name();
                String name = key == null ? null : fields.text(key);
                if (key != null && name != null) {
                    credentials.put(key, name);
                }
            }
        }
        return credentials;
    }
}
