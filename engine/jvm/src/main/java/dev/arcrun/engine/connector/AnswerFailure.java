package dev.arcrun.engine.connector;

import dev.arcrun.engine.value.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a failed answer means to the user. */
final class AnswerFailure {
    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_START = 60;
    private static final int MS_PER_S = 1_000;
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT);

    private AnswerFailure() {}

    /**
     * @param credentials names of those in the request
     */
    static Json.Obj of(Answer answer, Collection<String> credentials, Instant now) {
        int status = answer.status();
        Json wait = answer.isUnreadable() ? null : retryAfter(answer.header("retry-after"), now);
        Json.Obj result =
                answer.isUnreadable() ? unreadable(answer) : refused(answer, credentials, wait);
        result = after(result, "status", Json.of(status));
        if (wait != null) {
            result = result.with("retry_after_s", wait);
        }
        Json data = answer.whole();
        if (data instanceof Json.Str(String text) && text.length() > LONGEST_TEXT) {
            data = Json.of(text.substring(0, LONGEST_TEXT));
        }
        return data.equals(Json.NULL) ? result : result.with("data", data);
    }

    private static Json.Obj unreadable(Answer answer) {
        String text = answer.text().strip();
        String start =
                text.length() <= LONGEST_START ? text : text.substring(0, LONGEST_START) + "…";
        return ConnectorFailure.result(
                "INVALID_RESPONSE",
                text.isEmpty()
                        ? "The service's answer is empty; it should be JSON (status "
                                + answer.status()
                                + ")."
                        : "The service's answer is no JSON (status "
                                + answer.status()
                                + "); it starts with "
                                + InputText.quoted(start)
                                + ".",
                "Check the address; a page for people or a cut-off answer can't be read.");
    }

    private static Json.Obj refused(
            Answer answer, Collection<String> credentials, @Nullable Json wait) {
        int status = answer.status();
        return switch (status) {
            case 401, 403 ->
                    credentials.isEmpty()
                            ? result(
                                    answer,
                                    "AUTH_REJECTED",
                                    "The service refused a request without a credential",
                                    "Add the credential the service asks for.")
                            : result(
                                    answer,
                                    "AUTH_REJECTED",
                                    "The service refused the credential " + names(credentials),
                                    "Check its value and its rights; make a new one if it has"
                                            + " expired.");
            case 404 ->
                    result(
                            answer,
                            "NOT_FOUND",
                            "The service has nothing there",
                            "Check the names and ids in the parameters.");
            case 429 ->
                    result(
                            answer,
                            "RATE_LIMITED",
                            "The service got too many requests",
                            wait == null
                                    ? "Try again later, or let the node try again with `run.retry`."
                                    : "Try again in " + Filling.asText(wait) + " s.");
            default -> other(answer, status);
        };
    }

    private static Json.Obj other(Answer answer, int status) {
        if (status >= 500) {
            return result(answer, "SERVICE_ERROR", "The service failed", "Try again later.");
        }
        return result(
                answer,
                "SERVICE_REFUSED",
                status >= 400
                        ? "The service refused the request"
                        : status >= 300
                                ? "The service redirects to nowhere"
                                : "The service says that it didn't work",
                "Read in `data` what the service says.");
    }

    private static Json.Obj result(Answer answer, String code, String error, String hint) {
        String words = answer.words();
        return ConnectorFailure.result(
                code,
                error
                        + " (status "
                        + answer.status()
                        + ")"
                        + (words == null ? "." : ": " + Answer.sentence(words)),
                hint);
    }

    private static String names(Collection<String> credentials) {
        return credentials.stream().map(it -> "`" + it + "`").collect(Collectors.joining(", "));
    }

    /** In the order of the README: the status comes first after {@code success}. */
    private static Json.Obj after(Json.Obj result, String name, Json value) {
        Json.Obj ordered = Json.object("success", Json.FALSE, name, value);
        for (var member : result.members().entrySet()) {
            ordered = ordered.with(member.getKey(), member.getValue());
        }
        return ordered;
    }

    /** Whole seconds; null where the header has none. RFC 9110, section 10.2.3. */
    private static @Nullable Json retryAfter(@Nullable String header, Instant now) {
        if (header == null) {
            return null;
        }
        String value = header.strip();
        if (value.matches("\\d{1,9}")) {
            return Json.of(Integer.parseInt(value));
        }
        try {
            Instant at = ZonedDateTime.parse(value, HTTP_DATE).toInstant();
            long ms = Duration.between(now, at).toMillis();
            return Json.of((double) Math.max(0, Math.ceilDiv(ms, MS_PER_S)));
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
