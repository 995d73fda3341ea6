package dev.arcrun.catalog.scenario;

import dev.arcrun.catalog.service.OperationCheck;
import dev.arcrun.catalog.service.Service;
import dev.arcrun.catalog.service.ServiceRequest;
import dev.arcrun.engine.connector.Auth;
import dev.arcrun.engine.template.Segment;
import dev.arcrun.engine.template.Template;
import dev.arcrun.engine.value.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The token endpoints of a connector in one scenario. */
final class TokenEndpoints {
    private static final Map<String, String> JSON = Map.of("content-type", "application/json");

    private final List<Pattern> addresses = new ArrayList<>();
    private final List<Json.Obj> forms = new ArrayList<>();
    private Service.Answer answer =
            new Service.Answer(
                    400, JSON, Json.object("error", Json.of("no_tokens_in_this_scenario")));

    TokenEndpoints(@Nullable Auth auth) {
        collect(auth);
    }

    private void collect(@Nullable Auth auth) {
        switch (auth) {
            case Auth.Tokened tokened -> addresses.add(pattern(tokened.tokenUrl()));
            case Auth.FirstOf(List<Auth> options) -> options.forEach(this::collect);
            case Auth.Static _, Auth.Hmac _ -> {}
            case null -> {}
        }
    }

    private static Pattern pattern(String written) {
        var pattern = new StringBuilder();
        for (Segment segment : Template.parse(written).segments()) {
            pattern.append(
                    switch (segment) {
                        case Segment.Literal(String text) -> Pattern.quote(text);
                        case Segment.Reference _ -> "[^/?#]*";
                    });
        }
        return Pattern.compile(pattern.toString());
    }

    boolean include(String url) {
        return addresses.stream().anyMatch(it -> it.matcher(url).matches());
    }

    /** From now on they give this; with a member {@code error} as a refusal. */
    void answers(Json body) {
        boolean refusal = body instanceof Json.Obj object && object.get("error") != null;
        answer = new Service.Answer(refusal ? 400 : 200, JSON, body);
    }

    Service.Answer answer(ServiceRequest request) {
        forms.add(OperationCheck.pairs(request.body()));
        return answer;
    }

    /** What was sent to them. */
    List<Json.Obj> forms() {
        return List.copyOf(forms);
    }
}
