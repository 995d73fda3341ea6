package dev.arcrun.engine.connector;

import dev.arcrun.engine.part.Contract;
import dev.arcrun.engine.template.Expression;
import dev.arcrun.engine.template.Names;
import dev.arcrun.engine.template.ReferencePath;
import dev.arcrun.engine.template.Segment.Reference;
import dev.arcrun.engine.template.Template;
import dev.arcrun.engine.value.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a connector must keep to for its templates to mean something and its hosts to be known. */
final class ConnectorRules {
    private static final Set<String> ANSWER = Set.of("status", "headers", "body");
    private static final Set<String> MESSAGE =
            Set.of("from", "to", "cc", "bcc", "reply_to", "subject", "text", "html");

    private final Connector connector;
    private final Contract contract;
    private final Set<String> parameters;
    private final Set<String> credentials = new LinkedHashSet<>();
    private final List<ConnectorMistake> mistakes = new ArrayList<>();

    private ConnectorRules(Connector connector) {
        this.connector = connector;
        this.contract = connector.contract();
        this.parameters = new LinkedHashSet<>(InputCheck.properties(contract).members().keySet());
        contract.credentials().forEach(need -> credentials.add(need.key()));
    }

    static List<ConnectorMistake> check(Connector connector) {
        var rules = new ConnectorRules(connector);
        rules.request();
        AuthTexts.of(connector.auth(), "auth")
                .forEach(known -> rules.references(known.text(), known.names()));
        rules.response();
        rules.mistakes.addAll(HostRules.check(connector));
        rules.optionalCredentials();
        return rules.mistakes;
    }

    private void request() {
        switch (connector.request()) {
            case Request.Binding(String model, Json body) -> {
                references(new WrittenText(List.of("request", "model"), model), Set.of());
                all(WrittenText.in(body, "request", "body"));
            }
            case Request.Http http -> {
                references(new WrittenText(List.of("request", "url"), http.url()), Set.of("auth"));
                all(WrittenText.in(http.headers(), "request", "headers"));
                all(WrittenText.in(http.query(), "request", "query"));
                all(WrittenText.in(http.body(), "request", "body"));
                body(http);
            }
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

    private void all(List<WrittenText> texts) {
        texts.forEach(text -> references(text, Set.of()));
    }

    private void references(WrittenText text, Set<String> more) {
        for (Template.Unread unread : Template.unread(text.text())) {
            mistakes.add(
                    new ConnectorMistake(
                            text.path(),
                            "`"
                                    + text.text().substring(unread.start(), unread.end())
                                    + "` can't be read as a reference."));
        }
        for (Reference reference : text.references()) {
            String name = reference.path().name();
            if (reference.isCredential()) {
                credential(text, reference.path());
            } else if (name.equals("auth") && more.contains(name)) {
                authPath(text, reference.path());
            } else if (!parameters.contains(name)
                    && !name.equals("_call_id")
                    && !more.contains(name)) {
                mistakes.add(new ConnectorMistake(text.path(), unknown(name, more)));
            }
        }
    }

    private String unknown(String name, Set<String> more) {
        Set<String> known = new LinkedHashSet<>(parameters);
        known.addAll(more);
        List<String> nearest = Names.nearest(name, known, 1);
        return "`{{"
                + name
                + "}}` is no parameter of `input_schema`"
                + (nearest.isEmpty() ? "." : "; did you mean `" + nearest.getFirst() + "`?");
    }

    private void credential(WrittenText text, ReferencePath path) {
        String key = path.steps().size() == 1 ? path.steps().getFirst() : "";
        if (!credentials.contains(key)) {
            mistakes.add(
                    new ConnectorMistake(
                            text.path(),
                            "`{{" + path + "}}` is no key of `credentials_required`."));
        }
    }

    private void authPath(WrittenText text, ReferencePath path) {
        boolean known =
                connector.auth() instanceof Auth.Static fixed
                        && path.steps().size() == 1
                        && fixed.path().containsKey(path.steps().getFirst());
        if (!known) {
            mistakes.add(
                    new ConnectorMistake(
                            text.path(), "`{{" + path + "}}` is no entry of `auth.path`."));
        }
    }

    private void response() {
        Expression condition = connector.response().successWhen();
        if (condition != null) {
            for (ReferencePath path : condition.references()) {
                answerPath(path, "response", "success_when");
            }
        }
        switch (connector.response().data()) {
            case Response.Data.At(ReferencePath path) -> answerPath(path, "response", "data");
            case Response.Data.Made(Json.Obj object) -> {
                for (WrittenText text : WrittenText.in(object, "response", "data")) {
                    text.references()
                            .forEach(it ->
                                    answerPath(it.path(), text.path().toArray(String[]::new)));
                }
            }
        }
        if (connector.response().textPath() != null) {
            answerPath(connector.response().textPath(), "response", "text_path");
        }
        if (connector.response().errorPath() != null) {
            answerPath(connector.response().errorPath(), "response", "error_path");
        }
    }

    private void answerPath(ReferencePath path, String... where) {
        if (!ANSWER.contains(path.name())) {
            mistake("`" + path + "` starts with none of status, headers and body.", where);
        }
    }

    /** What only some of several ways need can't be asked of everybody. */
    private void optionalCredentials() {
        if (!(connector.auth() instanceof Auth.FirstOf(List<Auth> options))) {
            return;
        }
        for (int i = 0; i < contract.credentials().size(); i++) {
            Contract.CredentialNeed need = contract.credentials().get(i);
            long using =
                    options.stream()
                            .filter(it -> AuthTexts.credentials(it).contains(need.key()))
                            .count();
            if (!need.optional() && using > 0 && using < options.size()) {
                mistake(
                        "only some of the options need `" + need.key() + "`; set `optional: true`.",
                        "credentials_required",
                        String.valueOf(i),
                        "key");
            }
        }
    }

    private void mistake(String message, String... path) {
        mistakes.add(new ConnectorMistake(List.of(path), message));
    }
}
