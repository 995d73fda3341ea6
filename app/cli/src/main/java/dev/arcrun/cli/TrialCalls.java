package dev.arcrun.cli;

import dev.arcrun.engine.run.Failures;
import dev.arcrun.engine.sandbox.CallResult;
import dev.arcrun.engine.sandbox.HostServices;
import dev.arcrun.engine.sandbox.Limits;
import dev.arcrun.engine.sandbox.PartLoadException;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonReader;
import dev.arcrun.engine.value.JsonSyntaxException;
import dev.arcrun.engine.value.JsonWriter;
import dev.arcrun.workspace.CallJson;
import dev.arcrun.workspace.HttpMock;
import dev.arcrun.workspace.PartTrial;
import dev.arcrun.workspace.WorkspaceException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls of parts from the command line: one, or one a line. */
final class TrialCalls {
    private final PartTrial trial;
    private final Limits limits;
    private final Map<String, PartTrial.Target> targets = new HashMap<>();

    TrialCalls(PartTrial trial, Limits limits) {
        this.trial = trial;
        this.limits = limits;
    }

    /**
     * @param mock the host to call it with, or null for what is granted
     */
    int one(
            String reference,
            Json input,
            @Nullable HostServices mock,
            boolean json,
            PrintWriter out,
            PrintWriter err)
            throws PartLoadException {
        CallResult result = trial.call(reference, trial.find(reference), input, limits, mock);
        if (!json && !result.log().isEmpty()) {
            err.println(result.log().stripTrailing());
            err.flush();
        }
        out.println(JsonWriter.pretty(json ? CallJson.of(result) : result.result()));
        out.flush();
        return Json.TRUE.equals(result.result().get("success")) ? Exit.OK : Exit.FAILED;
    }

    int lines(InputStream in, PrintWriter out) {
        boolean allSucceeded = true;
        try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    Json.Obj result = line(line);
                    allSucceeded &= Json.TRUE.equals(result.get("success"));
                    out.println(JsonWriter.compact(result));
                    out.flush();
                }
            }
        } catch (IOException e) {
            throw new WorkspaceException("Standard input can't be read: " + e.getMessage(), e);
        }
        return allSucceeded ? Exit.OK : Exit.FAILED;
    }

    /** A line that can't be called is answered too, so that answers and lines stay in step. */
    private Json.Obj line(String line) {
        try {
            if (!(JsonReader.read(line) instanceof Json.Obj call)
                    || !(call.get("part") instanceof Json.Str(String part))) {
                return Failures.of(
                        "INVALID_CALL",
                        "The line is no call.",
                        "A call is {\"part\": …, \"input\": …}.");
            }
            PartTrial.Target target = targets.get(part);
            if (target == null) {
                target = trial.find(part);
                targets.put(part, target);
            }
            Json input = call.get("input");
            Json.Obj host = call.get("host") instanceof Json.Obj given ? given : null;
            return trial.call(
                            part,
                            target,
                            input == null ? Json.Obj.EMPTY : input,
                            limits,
                            HttpMock.recorded(host))
                    .result();
        } catch (JsonSyntaxException e) {
            return Failures.of(
                    "INVALID_CALL",
                    "The line is no JSON: " + e.getMessage(),
                    "Write one JSON object a line.");
        } catch (WorkspaceException | PartLoadException e) {
            return Failures.of(
                    "UNKNOWN_PART",
                    String.valueOf(e.getMessage()),
                    "`arcrun parts` lists the parts.");
        }
    }
}
