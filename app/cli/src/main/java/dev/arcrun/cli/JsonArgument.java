package dev.arcrun.cli;

import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonReader;
import dev.arcrun.engine.value.JsonSyntaxException;
import dev.arcrun.workspace.TextFile;
import dev.arcrun.workspace.WorkspaceException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** JSON given on the command line: as it is, {@code @file}, or {@code -} for standard input. */
final class JsonArgument {
    private JsonArgument() {}

    static Json read(String argument, InputStream standardInput) {
        if (argument.equals("-")) {
            return parse(text(standardInput), "standard input");
        }
        if (argument.startsWith("@")) {
            String file = argument.substring(1);
            return parse(TextFile.read(Path.of(file)), file);
        }
        return parse(argument, "the command line");
    }

    private static Json parse(String text, String where) {
        try {
            return JsonReader.read(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (JsonSyntaxException e) {
            throw new WorkspaceException(
                    "The JSON from " + where + " can't be read: " + e.getMessage() + ".", e);
        }
    }

    private static String text(InputStream standardInput) {
        try {
            byte[] bytes = standardInput.readNBytes((int) TextFile.MAX_BYTES + 1);
            if (bytes.length > TextFile.MAX_BYTES) {
                throw new WorkspaceException("Standard input is over 5 MiB.");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new WorkspaceException("Standard input can't be read: " + e.getMessage(), e);
        }
    }
}
