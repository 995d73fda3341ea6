package dev.arcrun.engine.connector;

import dev.arcrun.engine.sandbox.Header;
import dev.arcrun.engine.sandbox.HttpAnswer;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonReader;
import dev.arcrun.engine.value.JsonSyntaxException;
import dev.arcrun.engine.value.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A call of Workers AI from outside of Cloudflare, over the connected account's REST API. Its
 * answer wraps what the binding gives: {@code {result, success, errors}}.
 * https://developers.cloudflare.com/api/resources/ai/methods/run/
 */
final class BindingCall {
    private static final Pattern MODEL =
            Pattern.compile("@?[A-Za-z0-9_-][A-Za-z0-9._-]*(?:/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");

    private static final int LONGEST_MODEL = 200;

    private BindingCall() {}

    static Json.Obj make(
            Connector connector,
            Request.Binding request,
            Filling filling,
            ConnectorHost host,
            Sending sending)
            throws ConnectorFailure {
        String model = filling.text(request.model());
        if (model == null || model.length() > LONGEST_MODEL || !MODEL.matcher(model).matches()) {
            throw ConnectorFailure.of(
                    "INVALID_VALUE",
                    InputText.quoted(model == null ? "" : model) + " is no name of a model.",
                    "Write it as Cloudflare lists it, such as @cf/meta/llama-3.1-8b-instruct.");
        }
        CloudflareAccount account = host.account();
        if (account == null) {
            throw ConnectorFailure.of(
                    "NEEDS_ACCOUNT",
                    "`" + connector.id() + "` runs on Cloudflare, and no account is connected.",
                    "Connect a Cloudflare account, or set CLOUDFLARE_ACCOUNT_ID and"
                            + " CLOUDFLARE_API_TOKEN.");
        }
        Json body = filling.value(request.body());
        HttpAnswer answer =
                sending.send(
                        "POST",
                        "https://"
                                + Connector.ACCOUNT_HOST
                                + "/client/v4/accounts/"
                                + Percent.component(account.id())
                                + "/ai/run/"
                                + model,
                        List.of(
                                new Header("content-type", "application/json"),
                                new Header("authorization", "Bearer " + token(account, host))),
                        JsonWriter.compact(body == null ? Json.Obj.EMPTY : body));
        var read = new Answer(connector.response(), unwrapped(answer), false);
        return read.isUnreadable() || !read.succeeded()
                ? AnswerFailure.of(read, List.of("cloudflare_api_token"), sending.now())
                : read.result();
    }

    private static String token(CloudflareAccount account, ConnectorHost host) {
        char[] token = account.token();
        try {
            return host.keep(
                    "cloudflare_api_token", new String(token), List.of(Connector.ACCOUNT_HOST));
        } finally {
            Arrays.fill(token, '\0');
        }
    }

    /** The answer as the binding gives it. */
    private static HttpAnswer unwrapped(HttpAnswer answer) {
        try {
            if (answer.status() < 300
                    && JsonReader.read(Answer.text(answer)) instanceof Json.Obj wrapped
                    && wrapped.get("result") != null) {
                byte[] result =
                        JsonWriter.compact(wrapped.get("result")).getBytes(StandardCharsets.UTF_8);
                return new HttpAnswer(answer.status(), answer.headers(), result);
            }
        } catch (JsonSyntaxException notJson) {
            // The reader of the answer says so.
        }
        return answer;
    }
}
