package dev.arcrun.engine.document;

import dev.arcrun.engine.document.yaml.YamlNode;
import dev.arcrun.engine.recipe.NodeRun;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The {@code run:} block of a node. RECIPE.md, section 5. */
final class RunReader {
    private static final Set<String> KEYS =
            Set.of("timeout_ms", "retry", "optional", "concurrency", "each");
    private static final Set<String> RETRY_KEYS = Set.of("attempts", "delay_ms", "factor", "on");
    private static final long LONGEST_MS = 600_000;
    private static final int MOST_ATTEMPTS = 100;
    private static final int MOST_AT_ONCE = 1_000;

    private final Findings findings;

    RunReader(Findings findings) {
        this.findings = findings;
    }

    NodeRun read(YamlNode.Mapping mapping, String where) {
        Fields fields = new Fields(mapping, where + ".run", findings);
        fields.checkKeys(KEYS);
        return new NodeRun(
                fields.whole("timeout_ms", 1, LONGEST_MS, NodeRun.DEFAULT_TIMEOUT_MS),
                retry(fields.mapping("retry"), where),
                fields.truth("optional", false),
                (int) fields.whole("concurrency", 1, MOST_AT_ONCE, 1),
                fields.text("each"));
    }

    private NodeRun.@Nullable Retry retry(YamlNode.@Nullable Mapping mapping, String where) {
        if (mapping == null) {
            return null;
        }
        Fields fields = new Fields(mapping, where + ".run.retry", findings);
        fields.checkKeys(RETRY_KEYS);
        return new NodeRun.Retry(
                (int) fields.whole("attempts", 1, MOST_ATTEMPTS, 1),
                fields.whole("delay_ms", 0, LONGEST_MS, 0),
                fields.number("factor", 1, 100, 1),
                fields.texts("on"));
    }
}
