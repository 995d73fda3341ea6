package dev.arcrun.workspace;

import dev.arcrun.engine.sandbox.FailureCode;
import dev.arcrun.engine.sandbox.Header;
import dev.arcrun.engine.sandbox.HostFailure;
import dev.arcrun.engine.sandbox.HostServices;
import dev.arcrun.engine.sandbox.HttpAnswer;
import dev.arcrun.engine.sandbox.HttpCall;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A host without a network: requests get given answers, stored values live in memory. For trying a
 * part and for replaying recorded calls.
 */
public final class HttpMock implements HostServices {
    private static final int OK = 200;

    private record Rule(@Nullable String method, @Nullable String url, HttpAnswer answer) {
        boolean fits(HttpCall call) {
            return (method == null || method.equalsIgnoreCase(call.method()))
                    && (url == null || url.equals(call.url()));
        }
    }

    private final List<Rule> rules;
    private final Map<String, String> values = new LinkedHashMap<>();

    private HttpMock(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /**
     * Answers by rules, the first that fits: a list of {@code {method?, url?, status?, headers?,
     * body}}, or one such object. A body that isn't text is its JSON text.
     *
     * @throws WorkspaceException when a rule isn't an object
     */
    public static HttpMock of(Json rules) {
        List<Json> items = rules instanceof Json.Arr(List<Json> list) ? list : List.of(rules);
        List<Rule> read = new ArrayList<>();
        for (Json item : items) {
            if (!(item instanceof Json.Obj rule)) {
                throw new WorkspaceException(
                        "A mocked answer is an object {method?, url?, status?, headers?, body}, not "
                                + JsonWriter.compact(item)
                                + ".");
            }
            read.add(new Rule(text(rule.get("method")), text(rule.get("url")), answer(rule)));
        }
        return new HttpMock(read);
    }

    /**
     * The host of a recorded call: {@code http_response} is the body of any answer, {@code kv} the
     * stored values.
     */
    public static HttpMock recorded(Json.@Nullable Obj host) {
        List<Rule> rules = new ArrayList<>();
        Json response = host == null ? null : host.get("http_response");
        if (response != null) {
            rules.add(new Rule(null, null, new HttpAnswer(OK, List.of(), body(response))));
        }
        var mock = new HttpMock(rules);
        if (host != null && host.get("kv") instanceof Json.Obj stored) {
            stored.members().forEach((key, value) -> mock.values.put(key, asText(value)));
        }
        return mock;
    }

    @Override
    public HttpAnswer http(HttpCall call) throws HostFailure {
        for (Rule rule : rules) {
            if (rule.fits(call)) {
                return rule.answer();
            }
        }
        throw new HostFailure(
                FailureCode.HOST_NOT_ALLOWED,
                "The part asked for " + call.host() + ", and no answer is mocked for it.",
                "Give one with --mock-http, or allow the host with --allow-host.");
    }

    @Override
    public @Nullable String kvGet(String key) {
        return values.get(key);
    }

    @Override
    public void kvPut(String key, String value, long ttlSeconds) {
        values.put(key, value);
    }

    private static HttpAnswer answer(Json.Obj rule) {
        List<Header> headers = new ArrayList<>();
        if (rule.get("headers") instanceof Json.Obj given) {
            given.members()
                    .forEach((name, value) ->
                            headers.add(new Header(name.toLowerCase(Locale.ROOT), asText(value))));
        }
        int status = rule.get("status") instanceof Json.Num(double number) ? (int) number : OK;
        Json body = rule.get("body");
        return new HttpAnswer(status, headers, body == null ? new byte[0] : body(body));
    }

    private static byte[] body(Json value) {
        return asText(value).getBytes(StandardCharsets.UTF_8);
    }

    private static String asText(Json value) {
        return value instanceof Json.Str(String text) ? text : JsonWriter.compact(value);
    }

    private static @Nullable String text(@Nullable Json value) {
        return value instanceof Json.Str(String text) ? text : null;
    }
}
