package dev.arcrun.catalog.scenario;

import dev.arcrun.catalog.service.Service;
import dev.arcrun.catalog.service.ServiceRequest;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonReader;
import dev.arcrun.engine.value.JsonSyntaxException;
import dev.arcrun.engine.value.JsonWriter;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/** The steps about the service that a connector calls. */
final class ServiceSteps {
    private static final String TEXT = Steps.TEXT;

    static final List<Steps.Kind> KINDS =
            List.of(
                    Steps.kind("the credential " + TEXT + " is " + TEXT, ServiceSteps::credential),
                    Steps.kind("the service answers " + TEXT, ServiceSteps::answersAs),
                    Steps.kind(
                            "the service answers (\\d{3}) with(?: the headers (.+) and)?",
                            ServiceSteps::answers),
                    Steps.kind(
                            "the grant "
                                    + TEXT
                                    + " has the access token "
                                    + TEXT
                                    + " for (\\d{1,9}) seconds",
                            ServiceSteps::grant),
                    Steps.kind("the tokens are answered with", ServiceSteps::tokens),
                    Steps.kind("no Cloudflare account is connected", ServiceSteps::noAccount),
                    Steps.kind("the service got " + TEXT, ServiceSteps::got),
                    Steps.kind("the token request's form is", ServiceSteps::form),
                    Steps.kind(
                            "the request's header " + TEXT + " is " + TEXT, ServiceSteps::header),
                    Steps.kind("(\\d{1,4}) requests? w(?:ere|as) made", ServiceSteps::count));

    private ServiceSteps() {}

    private static @Nullable String credential(MatchResult words, Scenario.Step step, Play play) {
        play.service().credential(Steps.text(words.group(1)), Steps.text(words.group(2)));
        return null;
    }

    private static @Nullable String answersAs(MatchResult words, Scenario.Step step, Play play) {
        play.service().answersAs(Steps.text(words.group(1)));
        return null;
    }

    private static @Nullable String answers(MatchResult words, Scenario.Step step, Play play) {
        String block = Steps.block(step);
        Map<String, String> headers = new java.util.LinkedHashMap<>();
        headers.put(
                "content-type",
                switch (step.mediaType()) {
                    case "json" -> "application/json";
                    case "html" -> "text/html; charset=utf-8";
                    default -> "text/plain; charset=utf-8";
                });
        if (words.group(2) != null && JsonReader.read(words.group(2)) instanceof Json.Obj more) {
            more.members()
                    .forEach((name, value) ->
                            headers.put(
                                    name,
                                    value instanceof Json.Str(String text)
                                            ? text
                                            : JsonWriter.compact(value)));
        }
        play.service()
                .answers(
                        new Service.Answer(
                                Integer.parseInt(words.group(1)),
                                headers,
                                block.isEmpty() ? null : Json.of(block)));
        return null;
    }

    private static @Nullable String grant(MatchResult words, Scenario.Step step, Play play) {
        play.service()
                .grant(
                        Steps.text(words.group(1)),
                        Steps.text(words.group(2)),
                        Long.parseLong(words.group(3)));
        return null;
    }

    private static @Nullable String tokens(MatchResult words, Scenario.Step step, Play play) {
        try {
            play.service().tokenEndpoints().answers(JsonReader.read(Steps.block(step)));
        } catch (JsonSyntaxException notJson) {
            play.service().tokenEndpoints().answers(Json.of(Steps.block(step)));
        }
        return null;
    }

    private static @Nullable String noAccount(MatchResult words, Scenario.Step step, Play play) {
        play.service().withoutAccount();
        return null;
    }

    private static @Nullable String got(MatchResult words, Scenario.Step step, Play play) {
        return play.service().got(Steps.text(words.group(1)));
    }

    private static @Nullable String form(MatchResult words, Scenario.Step step, Play play) {
        List<Json.Obj> forms = play.service().tokenEndpoints().forms();
        if (forms.isEmpty()) {
            return "no token was asked for";
        }
        boolean same = forms.getLast().equals(JsonReader.read(Steps.block(step)));
        return same ? null : "it is " + JsonWriter.compact(forms.getLast());
    }

    private static @Nullable String header(MatchResult words, Scenario.Step step, Play play) {
        List<ServiceRequest> requests = play.service().requests();
        if (requests.isEmpty()) {
            return "the service got nothing";
        }
        String sent = requests.getLast().headers().get(Steps.text(words.group(1)));
        return Steps.text(words.group(2)).equals(sent)
                ? null
                : "it is " + (sent == null ? "missing" : JsonWriter.quote(sent));
    }

    private static @Nullable String count(MatchResult words, Scenario.Step step, Play play) {
        int made = play.service().requests().size();
        return made == Integer.parseInt(words.group(1)) ? null : made + " were made";
    }
}
