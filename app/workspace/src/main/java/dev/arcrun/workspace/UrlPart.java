package dev.arcrun.workspace;

import dev.arcrun.engine.run.Failures;
import dev.arcrun.engine.run.Mocks;
import dev.arcrun.engine.sandbox.Header;
import dev.arcrun.engine.sandbox.HostFailure;
import dev.arcrun.engine.sandbox.HostServices;
import dev.arcrun.engine.sandbox.HttpAnswer;
import dev.arcrun.engine.sandbox.HttpCall;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonReader;
import dev.arcrun.engine.value.JsonSyntaxException;
import dev.arcrun.engine.value.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A component that is an http(s) URL: it gets the whole scope by POST and answers like a part.
 * RECIPE.md, section 2.
 */
final class UrlPart {
    private static final int FIRST_ERROR_STATUS = 400;

    private UrlPart() {}

    static Json call(HostServices services, String url, Json.Obj scope) {
        byte[] body = JsonWriter.compact(scope).getBytes(StandardCharsets.UTF_8);
        try {
            HttpAnswer answer =
                    services.http(
                            new HttpCall(
                                    "POST",
                                    url,
                                    List.of(
                                            new Header("Content-Type", "application/json"),
                                            new Header("Accept", "application/json")),
                                    body));
            String text = new String(answer.body(), StandardCharsets.UTF_8);
            if (answer.status() >= FIRST_ERROR_STATUS) {
                return Failures.of(
                        "HTTP_" + answer.status(),
                        "HTTP " + answer.status() + " from " + url,
                        "Look at the service's log; it got the whole scope by POST.");
            }
            return Mocks.result(JsonReader.read(text));
        } catch (HostFailure e) {
            return e.failure().toResult();
        } catch (JsonSyntaxException e) {
            return Failures.of(
                    "INVALID_OUTPUT",
                    url + " didn't answer with JSON: " + e.getMessage(),
                    "A component that is a URL answers with a JSON object {success, data}.");
        }
    }
}
