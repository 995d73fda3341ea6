package dev.arcrun.workspace;

import dev.arcrun.engine.run.RunRecord;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run kept as a test: {@code tests/*.yaml} of a workspace.
 *
 * @param mocks node name to its given result
 * @param expected what has to be so: {@code status}, and where given {@code data}, {@code
 *     failed_node}, {@code error_code}
 */
public record SavedRun(
        Path file,
        String name,
        String recipe,
        Json input,
        Map<String, Json> mocks,
        Json.Obj expected) {
    private static final List<String> KEYS = List.of("recipe", "name", "input", "mocks", "expect");
    private static final List<String> EXPECTED =
            List.of("status", "data", "failed_node", "error_code");

    public SavedRun {
        mocks = Map.copyOf(mocks);
    }

    /**
     * @throws WorkspaceException when the file isn't a saved run; says what is wrong with it
     */
    public static SavedRun read(Path file) {
        Json.Obj root = YamlData.read(file);
        unknown(file, root, KEYS);
        if (!(root.get("recipe") instanceof Json.Str(String recipe))) {
            throw new WorkspaceException(
                    file + ": `recipe` names the recipe this run belongs to; it is missing.");
        }
        if (!(root.get("expect") instanceof Json.Obj expected)) {
            throw new WorkspaceException(
                    file + ": `expect` says what the run must give; it is missing.");
        }
        unknown(file, expected, EXPECTED);
        Map<String, Json> mocks = new LinkedHashMap<>();
        switch (root.get("mocks")) {
            case Json.Obj object -> mocks.putAll(object.members());
            case null -> {}
            default ->
                    throw new WorkspaceException(file + ": `mocks` maps nodes to their results.");
        }
        Json input = root.get("input");
        return new SavedRun(
                file,
                root.get("name") instanceof Json.Str(String name)
                        ? name
                        : file.getFileName().toString(),
                recipe,
                input == null ? Json.Obj.EMPTY : input,
                mocks,
                expected);
    }

    /** What differs from what was expected, a sentence each; empty where nothing does. */
    public List<String> differences(RunRecord record) {
        List<String> differences = new ArrayList<>();
        compare(differences, "status", Json.of(record.status().label()));
        compare(differences, "data", record.data());
        compare(
                differences,
                "failed_node",
                record.failedNode() == null ? null : Json.of(record.failedNode()));
        compare(
                differences,
                "error_code",
                record.errorCode() == null ? null : Json.of(record.errorCode()));
        return differences;
    }

    private void compare(List<String> differences, String key, @Nullable Json actual) {
        Json wanted = expected.get(key);
        if (wanted != null && !wanted.equals(actual)) {
            differences.add(
                    key
                            + " is "
                            + (actual == null ? "nothing" : JsonWriter.compact(actual))
                            + ", expected "
                            + JsonWriter.compact(wanted));
        }
    }

    private static void unknown(Path file, Json.Obj object, List<String> known) {
        for (String key : object.members().keySet()) {
            if (!known.contains(key)) {
                throw new WorkspaceException(
                        file
                                + ": nobody knows the key `"
                                + key
                                + "`; known are "
                                + String.join(", ", known)
                                + ".");
            }
        }
    }
}
