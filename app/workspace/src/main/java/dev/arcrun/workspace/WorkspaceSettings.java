package dev.arcrun.workspace;

import dev.arcrun.engine.value.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The file {@code arcrun.yaml}.
 *
 * @param start the recipe the studio opens first, or null
 * @param proposedHosts hosts its recipes would like to reach; the user decides
 */
public record WorkspaceSettings(String name, @Nullable String start, List<String> proposedHosts) {
    public WorkspaceSettings {
        proposedHosts = List.copyOf(proposedHosts);
    }

    /**
     * The settings of a workspace; without a file, those of an empty one named like its folder.
     *
     * @throws WorkspaceException when the file can't be read
     */
    public static WorkspaceSettings of(Workspace workspace) {
        Path file = workspace.root().resolve(Workspace.SETTINGS);
        String folder =
                workspace.root().getFileName() == null
                        ? ""
                        : workspace.root().getFileName().toString();
        if (!Files.exists(file)) {
            return new WorkspaceSettings(folder, null, List.of());
        }
        Json.Obj root = YamlData.read(file);
        List<String> hosts = new ArrayList<>();
        if (root.get("hosts") instanceof Json.Arr(List<Json> items)) {
            for (Json item : items) {
                if (item instanceof Json.Str(String host)) {
                    hosts.add(host);
                }
            }
        }
        return new WorkspaceSettings(
                root.get("name") instanceof Json.Str(String name) ? name : folder,
                root.get("start") instanceof Json.Str(String start) ? start : null,
                hosts);
    }
}
