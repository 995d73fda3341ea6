package dev.arcrun.cli;

import dev.arcrun.engine.value.Json;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine;

/** Runs the command line in this process. */
final class Cli {
    /**
     * @param out standard output
     * @param err standard error
     */
    record Result(int exit, String out, String err) {}

    private Cli() {}

    static Result run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        int exit = line.execute(arguments);
        return new Result(exit, out.toString(), err.toString());
    }

    static List<Json> list(Json.Obj object, String member) {
        return ((Json.Arr) Objects.requireNonNull(object.get(member))).items();
    }

    static String text(Json.Obj object, String member) {
        return ((Json.Str) Objects.requireNonNull(object.get(member))).value();
    }

    static Result withStandardInput(String text, String... arguments) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        try {
            return run(arguments);
        } finally {
            System.setIn(before);
        }
    }
}
