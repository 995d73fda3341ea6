package dev.arcrun.workspace;

import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonReader;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** YAML files of a workspace that are only read: settings and saved runs. */
final class YamlData {
    private static final YAMLMapper MAPPER = new YAMLMapper();

    private YamlData() {}

    /**
     * @throws WorkspaceException when the file can't be read or holds no mapping
     */
    static Json.Obj read(Path file) {
        String text = TextFile.read(file);
        try {
            JsonNode node = MAPPER.readTree(text);
            if (node == null || node.isMissingNode() || node.isNull()) {
                return Json.Obj.EMPTY;
            }
            if (JsonReader.read(node.toString()) instanceof Json.Obj object) {
                return object;
            }
            throw new WorkspaceException(file + " has to be a YAML mapping: keys and values.");
        } catch (JacksonException e) {
            var place = e.getLocation();
            throw new WorkspaceException(
                    file
                            + (place == null
                                    ? ""
                                    : ":" + place.getLineNr() + ":" + place.getColumnNr())
                            + " isn't valid YAML: "
                            + e.getOriginalMessage().lines().findFirst().orElse(""),
                    e);
        }
    }
}
