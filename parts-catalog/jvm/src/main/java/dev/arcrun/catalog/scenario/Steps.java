package dev.arcrun.catalog.scenario;

import dev.arcrun.engine.sandbox.Header;
import dev.arcrun.engine.sandbox.HttpCall;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonReader;
import dev.arcrun.engine.value.JsonSyntaxException;
import dev.arcrun.engine.value.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The steps a scenario may have. */
final class Steps {
    static final String TEXT = "(\"(?:[^\"\\\\]++|\\\\.)*+\")";
    private static final String PLACE = "((?:data|result)(?:\\.[^ ]+)?)";

    record Kind(Pattern pattern, Action action) {}

    /** Does a step; says what doesn't hold, or null. */
    interface Action {
        @Nullable String play(MatchResult words, Scenario.Step step, Play play);
    }

    private static final List<Kind> KINDS =
            List.of(
                    kind("the input", Steps::input),
                    kind("the network answers (\\d{3}) with", Steps::answer),
                    kind("the network answers (\\d{3}) with the bytes " + TEXT, Steps::bytes),
                    kind("the network fails with code " + TEXT + " and " + TEXT, Steps::noAnswer),
                    kind("the part runs", Steps::run),
                    kind("the part runs again with the input", Steps::runAgain),
                    kind("it succeeds", Steps::succeeds),
                    kind("it fails with code " + TEXT, Steps::fails),
                    kind("the error (names|starts with) " + TEXT, Steps::error),
                    kind(PLACE + " is missing", Steps::missing),
                    kind(PLACE + " matches " + TEXT, Steps::matches),
                    kind("data is, in this order", Steps::ordered),
                    kind(PLACE + " is( .+)?", Steps::is),
                    kind("nothing was requested", Steps::notRequested),
                    kind("the request's headers are", Steps::headers),
                    kind(
                            "the request's (url|method|body) is (?:missing|" + TEXT + ")",
                            Steps::sent));

    private Steps() {}

    /** What doesn't hold, or null. */
    static @Nullable String play(Scenario.Step step, Play play) {
        for (List<Kind> kinds : List.of(KINDS, StoreSteps.KINDS, ServiceSteps.KINDS)) {
            for (Kind kind : kinds) {
                Matcher words = kind.pattern.matcher(step.text());
                if (words.matches()) {
                    return play(kind.action, words.toMatchResult(), step, play);
                }
            }
        }
        return "there is no such step";
    }

    private static @Nullable String play(
            Action action, MatchResult words, Scenario.Step step, Play play) {
        try {
            return action.play(words, step, play);
        } catch (JsonSyntaxException e) {
            return "the step holds no valid JSON: " + e.getMessage();
        } catch (IllegalArgumentException | IllegalStateException e) {
            return "the step can't be done: " + e.getMessage();
        }
    }

    static Kind kind(String pattern, Action action) {
        return new Kind(Pattern.compile(pattern), action);
    }

    private static @Nullable String input(MatchResult words, Scenario.Step step, Play play) {
        play.given(block(step));
        return null;
    }

    private static @Nullable String answer(MatchResult words, Scenario.Step step, Play play) {
        byte[] body = block(step).getBytes(StandardCharsets.UTF_8);
        play.network.answers(Integer.parseInt(words.group(1)), body, step.mediaType());
        return null;
    }

    private static @Nullable String bytes(MatchResult words, Scenario.Step step, Play play) {
        byte[] body = Base64.getDecoder().decode(text(words.group(2)));
        play.network.answers(Integer.parseInt(words.group(1)), body, "");
        return null;
    }

    private static @Nullable String noAnswer(MatchResult words, Scenario.Step step, Play play) {
        play.network.fails(text(words.group(1)), text(words.group(2)));
        return null;
    }

    private static @Nullable String run(MatchResult words, Scenario.Step step, Play play) {
        play.run();
        return null;
    }

    private static @Nullable String runAgain(MatchResult words, Scenario.Step step, Play play) {
        play.given(block(step));
        play.run();
        return null;
    }

    private static @Nullable String succeeds(MatchResult words, Scenario.Step step, Play play) {
        return Json.TRUE.equals(play.result().get("success")) ? null : shown(play);
    }

    private static @Nullable String fails(MatchResult words, Scenario.Step step, Play play) {
        boolean holds =
                Json.FALSE.equals(play.result().get("success"))
                        && play.text("error_code").equals(text(words.group(1)));
        return holds ? null : shown(play);
    }

    private static @Nullable String error(MatchResult words, Scenario.Step step, Play play) {
        String error = play.text("error");
        String wanted = text(words.group(2));
        boolean holds =
                words.group(1).equals("names") ? error.contains(wanted) : error.startsWith(wanted);
        return holds ? null : shown(play);
    }

    private static @Nullable String missing(MatchResult words, Scenario.Step step, Play play) {
        return value(words, play) == null ? null : shown(play);
    }

    private static @Nullable String matches(MatchResult words, Scenario.Step step, Play play) {
        return value(words, play) instanceof Json.Str(String found)
                        && found.matches(text(words.group(2)))
                ? null
                : shown(play);
    }

    private static @Nullable String is(MatchResult words, Scenario.Step step, Play play) {
        String inline = words.group(2);
        Json wanted = JsonReader.read(inline == null ? block(step) : inline.strip());
        return wanted.equals(value(words, play)) ? null : shown(play);
    }

    private static @Nullable String ordered(MatchResult words, Scenario.Step step, Play play) {
        Json data = play.result().get("data");
        String wanted = JsonWriter.compact(JsonReader.read(block(step)));
        return data != null && JsonWriter.compact(data).equals(wanted) ? null : shown(play);
    }

    private static @Nullable String notRequested(MatchResult words, Scenario.Step step, Play play) {
        HttpCall call = play.lastCall();
        return call == null ? null : "it requested " + call;
    }

    private static @Nullable String headers(MatchResult words, Scenario.Step step, Play play) {
        HttpCall call = play.lastCall();
        if (call == null) {
            return "nothing was requested";
        }
        Map<String, Json> sent = new LinkedHashMap<>();
        for (Header header : call.headers()) {
            sent.put(header.name(), Json.of(header.value()));
        }
        Json headers = new Json.Obj(sent);
        boolean same = headers.equals(JsonReader.read(block(step)));
        return same ? null : "they are " + JsonWriter.compact(headers);
    }

    private static @Nullable String sent(MatchResult words, Scenario.Step step, Play play) {
        HttpCall call = play.lastCall();
        if (call == null) {
            return "nothing was requested";
        }
        String sent =
                switch (words.group(1)) {
                    case "url" -> call.url();
                    case "method" -> call.method();
                    default -> new String(call.body(), StandardCharsets.UTF_8);
                };
        String wanted = words.group(2) == null ? "" : text(words.group(2));
        return sent.equals(wanted) ? null : "it is " + JsonWriter.quote(sent);
    }

    /** The value at {@code data…} or {@code result…}; null where there is none. */
    private static @Nullable Json value(MatchResult words, Play play) {
        String path = words.group(1);
        if (path.equals("result")) {
            return play.result();
        }
        String inside = path.startsWith("result.") ? path.substring("result.".length()) : path;
        return ResultPath.in(play.result(), inside);
    }

    static String block(Scenario.Step step) {
        String block = step.block();
        if (block == null) {
            throw new IllegalArgumentException("the step needs a block between triple quotes");
        }
        return block;
    }

    static String text(String literal) {
        return JsonReader.read(literal) instanceof Json.Str(String text) ? text : literal;
    }

    private static String shown(Play play) {
        String result = JsonWriter.compact(play.result());
        return "the result is " + (result.length() > 600 ? result.substring(0, 600) + "…" : result);
    }
}
