package dev.arcrun.engine.connector;

import dev.arcrun.engine.part.Contract;
import dev.arcrun.engine.sandbox.AllowedHost;
import dev.arcrun.engine.sandbox.Credential;
import dev.arcrun.engine.schedule.CaseFile;
import dev.arcrun.engine.value.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One case of {@code engine/conformance/connector}. Its README says what each key means. */
record ConnectorCase(Json.Obj text) {
    private static final Set<String> KEYS =
            Set.of(
                    "name",
                    "why",
                    "like",
                    "connector",
                    "input",
                    "credentials",
                    "names",
                    "allowed",
                    "tokens",
                    "account",
                    "now",
                    "timeout_ms",
                    "response_bytes",
                    "answers",
                    "calls",
                    "expect");
    private static final Set<String> CONNECTOR =
            Set.of("hosts", "properties", "required", "credentials", "request", "response", "auth");

    /**
     * @param earlier cases of the same file by name
     */
    static ConnectorCase of(Json.Obj written, Map<String, Json.Obj> earlier) {
        CaseFile.onlyKnown(written, KEYS);
        Json.Obj text = written;
        String like = textOf(written, "like");
        if (like != null) {
            Json.Obj model = Objects.requireNonNull(earlier.get(like), like);
            for (String key : List.of("connector", "credentials", "account")) {
                Json value = model.get(key);
                if (text.get(key) == null && value != null) {
                    text = text.with(key, value);
                }
            }
        }
        CaseFile.onlyKnown(object(text, "connector"), CONNECTOR);
        for (String needed : List.of("name", "why", "connector", "expect")) {
            if (text.get(needed) == null) {
                throw new IllegalArgumentException("a case has no `" + needed + "`: " + text);
            }
        }
        return new ConnectorCase(text);
    }

    String name() {
        return text.get("name") instanceof Json.Str(String name) ? name : "";
    }

    ConnectorReading connector() {
        Json.Obj excerpt = object(text, "connector");
        List<String> required = texts(excerpt.get("required"), List.of());
        var schema =
                Json.object("type", Json.of("object"), "properties", object(excerpt, "properties"));
        var contract =
                new Contract(
                        "case",
                        Contract.Runtime.CONNECTOR,
                        schema,
                        Json.Obj.EMPTY,
                        new LinkedHashSet<>(required),
                        List.of(),
                        Set.of(),
                        needs(excerpt),
                        false,
                        false,
                        true,
                        texts(excerpt.get("hosts"), List.of("api.example.com")));
        return ConnectorReader.read(contract, excerpt);
    }

    private static List<Contract.CredentialNeed> needs(Json.Obj excerpt) {
        List<Contract.CredentialNeed> needs = new ArrayList<>();
        if (excerpt.get("credentials") instanceof Json.Arr(List<Json> items)) {
            for (Json item : items) {
                boolean optional = item instanceof Json.Obj;
                String key =
                        item instanceof Json.Obj it && it.get("optional") instanceof Json.Str(var k)
                                ? k
                                : ((Json.Str) item).value();
                needs.add(new Contract.CredentialNeed(key, "Label of " + key, null, optional));
            }
        }
        return needs;
    }

    Json.Obj input() {
        return object(text, "input");
    }

    Map<String, Credential> credentials() {
        Map<String, Credential> credentials = new LinkedHashMap<>();
        object(text, "credentials")
                .members()
                .forEach((name, it) -> {
                    String value =
                            it instanceof Json.Obj full
                                    ? String.valueOf(textOf(full, "value"))
                                    : ((Json.Str) it).value();
                    List<String> hosts =
                            it instanceof Json.Obj full
                                    ? texts(full.get("hosts"), List.of("*"))
                                    : List.of("*");
                    credentials.put(name, new Credential(name, value.toCharArray(), hosts));
                });
        return credentials;
    }

    Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        object(text, "names")
                .members()
                .forEach((key, name) -> names.put(key, ((Json.Str) name).value()));
        return names;
    }

    List<AllowedHost> allowed() {
        return texts(text.get("allowed"), List.of("*")).stream().map(AllowedHost::of).toList();
    }

    TokensInMemory tokens() {
        var tokens = new TokensInMemory();
        object(text, "tokens")
                .members()
                .forEach((grant, it) -> tokens.compareAndSet(grant, null, token((Json.Obj) it)));
        return tokens;
    }

    private Token token(Json.Obj json) {
        return new Token(
                String.valueOf(textOf(json, "access_token")),
                json.get("expires_in") instanceof Json.Num(double seconds)
                        ? now().plusSeconds((long) seconds)
                        : null,
                textOf(json, "refresh_token"));
    }

    @Nullable CloudflareAccount account() {
        if (!(text.get("account") instanceof Json.Obj account)) {
            return null;
        }
        return new CloudflareAccount() {
            @Override
            public String id() {
                return String.valueOf(textOf(account, "id"));
            }

            @Override
            public char[] token() {
                return String.valueOf(textOf(account, "token")).toCharArray();
            }
        };
    }

    Instant now() {
        String now = textOf(text, "now");
        return Instant.parse(now == null ? "2026-03-01T08:30:00Z" : now);
    }

    int number(String key, int otherwise) {
        return text.get(key) instanceof Json.Num(double number) ? (int) number : otherwise;
    }

    List<Json.Obj> answers() {
        return text.get("answers") instanceof Json.Arr(List<Json> items)
                ? items.stream().map(it -> (Json.Obj) it).toList()
                : List.of(Json.object("json", Json.Obj.EMPTY));
    }

    Json.Obj expect() {
        Json.Obj expect = object(text, "expect");
        CaseFile.onlyKnown(
                expect, Set.of("requests", "result", "error_has", "nowhere", "tokens", "mistakes"));
        return expect;
    }

    static Json.Obj object(Json.Obj around, String key) {
        return around.get(key) instanceof Json.Obj object ? object : Json.Obj.EMPTY;
    }

    static @Nullable String textOf(Json.Obj object, String key) {
        return object.get(key) instanceof Json.Str(String text) ? text : null;
    }

    static List<String> texts(@Nullable Json value, List<String> otherwise) {
        return value instanceof Json.Arr(List<Json> items)
                ? items.stream().map(it -> ((Json.Str) it).value()).toList()
                : otherwise;
    }
}
