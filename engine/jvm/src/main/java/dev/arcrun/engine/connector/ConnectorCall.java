package dev.arcrun.engine.connector;

import dev.arcrun.engine.sandbox.Credential;
import dev.arcrun.engine.sandbox.Header;
import dev.arcrun.engine.sandbox.HttpAnswer;
import dev.arcrun.engine.sandbox.WebAddress;
import dev.arcrun.engine.template.Scope;
import dev.arcrun.engine.template.Segment;
import dev.arcrun.engine.template.Template;
import dev.arcrun.engine.value.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One call, from its parameters to its result. */
final class ConnectorCall {
    private static final int UNAUTHORIZED = 401;

    private final Connector connector;
    private final String callId;
    private final ConnectorHost host;
    private final Sending sending;
    private final Filling filling;
    private final LettingIn lettingIn;
    private final Set<String> used = new LinkedHashSet<>();

    ConnectorCall(
            Connector connector,
            Json.Obj parameters,
            String callId,
            ConnectorHost host,
            AccessTokens tokens,
            Sending sending) {
        this.connector = connector;
        this.callId = callId;
        this.host = host;
        this.sending = sending;
        this.filling = new Filling(scope(parameters, callId), this::placeholder);
        this.lettingIn = new LettingIn(connector, filling, host, tokens, sending);
    }

    private static Scope scope(Json.Obj parameters, String callId) {
        Map<String, Json> values = new LinkedHashMap<>(parameters.members());
        values.put("_call_id", Json.of(callId));
        return Scope.of(values);
    }

    private @Nullable String placeholder(String key) {
        String text = host.placeholder(key);
        if (text != null) {
            used.add(host.nameOf(key));
        }
        return text;
    }

    Json.Obj make() throws ConnectorFailure {
        return switch (connector.request()) {
            case Request.Http http -> http(http);
            case Request.Binding binding ->
                    BindingCall.make(connector, binding, filling, host, sending);
        };
    }

    private Json.Obj http(Request.Http request) throws ConnectorFailure {
        Auth auth = lettingIn.choose();
        Token token = auth instanceof Auth.Tokened tokened ? lettingIn.token(tokened, null) : null;
        HttpAnswer answer = send(request, auth, token);
        if (answer.status() == UNAUTHORIZED && auth instanceof Auth.Tokened tokened) {
            answer = send(request, auth, lettingIn.token(tokened, token));
        }
        var read = new Answer(connector.response(), answer, request.method().equals("HEAD"));
        return read.isUnreadable() || !read.succeeded()
                ? AnswerFailure.of(read, used, sending.now())
                : read.result();
    }

    private HttpAnswer send(Request.Http request, @Nullable Auth auth, @Nullable Token token)
            throws ConnectorFailure {
        Admission admission = lettingIn.admission(auth, token);
        String url = url(request, admission);
        Body body =
                Body.of(
                        request.sendsBody() ? body(request, admission) : null,
                        request.encoding(),
                        sending.now());
        Map<String, String> headers = headers(request);
        if (body.contentType() != null && !headers.containsKey("content-type")) {
            headers.put("content-type", body.contentType());
        }
        admission.headers().forEach((name, value) -> headers.put(lower(name), value));
        if (auth instanceof Auth.Hmac hmac) {
            sign(hmac, request.method(), url, body.text())
                    .forEach((name, value) -> headers.put(lower(name), value));
        }
        List<Header> checked = new ArrayList<>();
        for (Map.Entry<String, String> header : headers.entrySet()) {
            HeaderText.checkHttp(header.getKey(), header.getValue());
            checked.add(new Header(header.getKey(), header.getValue()));
        }
        return sending.send(request.method(), url, checked, body.text());
    }

    private String url(Request.Http request, Admission admission) throws ConnectorFailure {
        String address =
                isSecret(request.url())
                        ? secretAddress(request.url())
                        : new AddressText(filling, admission.path()).of(request.url());
        Json.Obj query = merged(object(filling.value(request.query())), admission.query());
        String url = QueryText.added(address, query);
        if (WebAddress.parse(InputText.withoutPlaceholders(url)) == null) {
            throw ConnectorFailure.of(
                    "INVALID_VALUE",
                    isSecret(request.url())
                            ? "The credential holds no http or https URL."
                            : InputText.quoted(url) + " is no http or https URL.",
                    "Check the parameters that stand in the address.");
        }
        return url;
    }

    private static boolean isSecret(String url) {
        Segment.Reference whole = Template.parse(url).whole();
        return whole != null && whole.isCredential();
    }

    /** The address itself is needed: it decides where the request goes. */
    private String secretAddress(String written) throws ConnectorFailure {
        Segment.Reference whole = Template.parse(written).whole();
        String key = whole == null ? "" : Filling.key(whole);
        Credential credential = host.credential(key);
        if (credential == null) {
            throw lettingIn.missing(key);
        }
        used.add(host.nameOf(key));
        String address = new String(credential.value()).strip();
        WebAddress target = WebAddress.parse(address);
        if (target == null) {
            throw ConnectorFailure.of(
                    "INVALID_VALUE",
                    "The credential `" + host.nameOf(key) + "` holds no http or https URL.",
                    "Paste the whole address as the service shows it.");
        }
        if (!credential.mayGoTo(target)) {
            throw ConnectorFailure.of(
                    "CREDENTIAL_HOST",
                    "The credential `"
                            + host.nameOf(key)
                            + "` may not be sent to `"
                            + target.host()
                            + "`.",
                    "Add this host to the credential's hosts if it belongs there.");
        }
        return address;
    }

    private @Nullable Json body(Request.Http request, Admission admission) throws ConnectorFailure {
        Json body = filling.value(request.body());
        if (admission.body().members().isEmpty()) {
            return body;
        }
        return merged(object(body), admission.body());
    }

    private Map<String, String> headers(Request.Http request) throws ConnectorFailure {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Map.Entry<String, Json> header :
                object(filling.value(request.headers())).members().entrySet()) {
            if (!header.getValue().equals(Json.NULL)) {
                headers.put(lower(header.getKey()), Filling.asText(header.getValue()));
            }
        }
        return headers;
    }

    private Map<String, String> sign(Auth.Hmac hmac, String method, String url, String body)
            throws ConnectorFailure {
        String key = TokenSources.keyOf(hmac.secret());
        Credential secret = host.credential(key);
        WebAddress address = WebAddress.parse(url);
        if (secret == null || address == null) {
            throw lettingIn.missing(key);
        }
        used.add(host.nameOf(key));
        return Signature.headers(
                hmac, secret, method, address, body, callId, sending.now(), filling);
    }

    private static Json.Obj object(@Nullable Json value) throws ConnectorFailure {
        return switch (value) {
            case null -> Json.Obj.EMPTY;
            case Json.Null _ -> Json.Obj.EMPTY;
            case Json.Obj object -> object;
            case Json.Str _, Json.Num _, Json.Bool _, Json.Arr _ ->
                    throw ConnectorFailure.of(
                            "INVALID_TYPE",
                            "Headers and query are objects, not " + InputCheck.kind(value) + ".",
                            "Give an object of names and values.");
        };
    }

    private static Json.Obj merged(Json.Obj first, Json.Obj second) {
        Map<String, Json> members = new LinkedHashMap<>(first.members());
        members.putAll(second.members());
        return new Json.Obj(members);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
