package dev.arcrun.cli;

import dev.arcrun.engine.value.Json;
import dev.arcrun.workspace.WorkspaceException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code --mock NODE=JSON|@file}. */
final class MockArguments {
    private MockArguments() {}

    static Map<String, Json> read(List<String> arguments) {
        Map<String, Json> mocks = new LinkedHashMap<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (equals < 1) {
                throw new WorkspaceException(
                        "--mock takes NODE=JSON or NODE=@file, not \"" + argument + "\".");
            }
            mocks.put(
                    argument.substring(0, equals),
                    JsonArgument.read(argument.substring(equals + 1), System.in));
        }
        return mocks;
    }
}
