package dev.arcrun.engine.connector;

import dev.arcrun.engine.part.Contract;
import dev.arcrun.engine.template.Segment;
import dev.arcrun.engine.template.Template;
import dev.arcrun.engine.value.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the pieces of an HTTP request must be for one another: method, address, path and body. */
final class RequestRules {
    private static final Set<String> MESSAGE =
            Set.of("from", "to", "cc", "bcc", "reply_to", "subject", "text", "html");

    private final Contract contract;
    private final List<ConnectorMistake> mistakes = new ArrayList<>();

    private RequestRules(Contract contract) {
        this.contract = contract;
    }

    static List<ConnectorMistake> check(Request.Http http, Contract contract) {
        var rules = new RequestRules(contract);
        rules.method(http.method());
        rules.path(http);
        rules.body(http);
        return rules.mistakes;
    }

    private void method(String method) {
        String mistake = MethodText.mistake(method, contract);
        if (mistake != null) {
            mistake(mistake, "request", "method");
        }
    }

    private void path(Request.Http http) {
        if (http.path() == null) {
            return;
        }
        List<Segment> url = Template.parse(http.url()).segments();
        boolean open = !url.isEmpty() && url.getFirst() instanceof Segment.Reference;
        boolean over =
                url.stream()
                        .anyMatch(it ->
                                it instanceof Segment.Literal(String text)
                                        && (text.contains("?") || text.contains("#")));
        if (open || over) {
            mistake(
                    "before a `path`, `url` starts with its host and has no query or fragment.",
                    "request",
                    "url");
        }
    }

    private void body(Request.Http http) {
        Json body = http.body();
        if (body != null && !http.sendsBody()) {
            mistake("a " + http.method() + " request sends no body.", "request", "body");
        }
        if (http.encoding() == Request.Encoding.FORM && body != null && !isObject(body)) {
            mistake("the body of a form is an object.", "request", "body");
        }
        if (http.encoding() == Request.Encoding.MESSAGE) {
            if (body instanceof Json.Obj message) {
                for (String name : message.members().keySet()) {
                    if (!MESSAGE.contains(name)) {
                        mistake("a message has no `" + name + "`.", "request", "body", name);
                    }
                }
            } else {
                mistake("the body of a message is an object.", "request", "body");
            }
            if (!AuthTexts.credentials(WrittenText.in(body, "request", "body")).isEmpty()) {
                mistake("a message can't hold a credential.", "request", "body");
            }
        }
    }

    private static boolean isObject(Json body) {
        return body instanceof Json.Obj
                || (body instanceof Json.Str(String text) && Template.parse(text).whole() != null);
    }

    private void mistake(String message, String... path) {
        mistakes.add(new ConnectorMistake(List.of(path), message));
    }
}
