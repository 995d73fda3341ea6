package dev.arcrun.engine.schedule;

import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonWriter;
import org.jspecify.annotations.Nullable;

/** What a result says: failure or not, which branch, wait or not. RECIPE.md, sections 2, 5, 9. */
final class ResultRules {
    static final String PART_FAILED = "PART_FAILED";

    private static final long LONGEST_SLEEP_MS = 366L * 24 * 60 * 60 * 1000;

    private ResultRules() {}

    /**
     * Why a node failed.
     *
     * @param error for the user
     * @param code for programs
     */
    record Failure(String error, String code) {

        /** As a result: {@code {success: false, error, error_code}}. */
        Json.Obj asResult() {
            return Json.object(
                    "success", Json.FALSE, "error", Json.of(error), "error_code", Json.of(code));
        }
    }

    /**
     * The failure a result reports, or null when it reports none.
     *
     * @param inData whether the part also reports failures inside {@code data}
     */
    static @Nullable Failure failure(Json result, boolean inData, String part) {
        Json.Obj failed = reportsFailure(result);
        if (failed == null && inData && result instanceof Json.Obj whole) {
            failed = reportsFailure(whole.get("data"));
        }
        return failed == null ? null : new Failure(errorText(failed, part), errorCode(failed));
    }

    private static Json.@Nullable Obj reportsFailure(@Nullable Json value) {
        if (!(value instanceof Json.Obj object)) {
            return null;
        }
        Json success = object.get("success");
        boolean failed =
                Json.FALSE.equals(success)
                        || (saysSomething(object.get("error")) && !Json.TRUE.equals(success));
        return failed ? object : null;
    }

    private static boolean saysSomething(@Nullable Json error) {
        return switch (error) {
            case null -> false;
            case Json.Null _ -> false;
            case Json.Bool(boolean truth) -> truth;
            case Json.Num _ -> true;
            case Json.Str(String text) -> !text.isEmpty();
            case Json.Arr(var items) -> !items.isEmpty();
            case Json.Obj(var members) -> !members.isEmpty();
        };
    }

    private static String errorText(Json.Obj failed, String part) {
        Json error = failed.get("error");
        if (error == null || !saysSomething(error)) {
            return "`" + part + "` failed and gave no reason.";
        }
        if (error instanceof Json.Obj details
                && details.get("message") instanceof Json.Str(var m)) {
            return m;
        }
        return error instanceof Json.Str(String text) ? text : JsonWriter.compact(error);
    }

    private static String errorCode(Json.Obj failed) {
        return failed.get("error_code") instanceof Json.Str(String code) && !code.isEmpty()
                ? code
                : PART_FAILED;
    }

    /** The value that ON_TRUE, ON_FALSE and ON_BRANCH compare, or null when there is none. */
    static @Nullable String branch(Json result) {
        if (!(result instanceof Json.Obj whole)) {
            return null;
        }
        Json inner = whole.get("data");
        Json.Obj data = inner instanceof Json.Obj object ? object : Json.Obj.EMPTY;
        if (data.get("branch") instanceof Json.Str(String name)) {
            return name;
        }
        if (whole.get("branch") instanceof Json.Str(String name)) {
            return name;
        }
        if (data.get("result") instanceof Json.Bool(boolean truth)) {
            return String.valueOf(truth);
        }
        if (whole.get("result") instanceof Json.Bool(boolean truth)) {
            return String.valueOf(truth);
        }
        return null;
    }

    /**
     * How long a result asks to wait ({@code pending: true} and {@code resume_after_ms}), in whole
     * milliseconds, or -1 when it doesn't.
     */
    static long sleepMs(Json result) {
        if (result instanceof Json.Obj object
                && Json.TRUE.equals(object.get("pending"))
                && object.get("resume_after_ms") instanceof Json.Num(double ms)
                && ms >= 0) {
            return (long) Math.min(Math.ceil(ms), LONGEST_SLEEP_MS);
        }
        return -1;
    }

    /** What a node gives once it has slept: its result without the wish to wait. */
    static Json afterSleep(Json result) {
        return result instanceof Json.Obj object
                ? object.without("pending").without("resume_after_ms")
                : result;
    }

    /** The task that a result waits for ({@code pending: true} and a {@code task_id}), or null. */
    static @Nullable String awaitedTask(Json result) {
        if (result instanceof Json.Obj object
                && Json.TRUE.equals(object.get("pending"))
                && object.get("task_id") instanceof Json.Str(String task)
                && !task.isEmpty()) {
            return task;
        }
        return null;
    }
}
