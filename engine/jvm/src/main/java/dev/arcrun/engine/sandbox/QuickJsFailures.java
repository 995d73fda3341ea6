package dev.arcrun.engine.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a user is told about JavaScript that did not come to a result. */
final class QuickJsFailures {
    /** The name user code has in stack traces. */
    static final String FILE_NAME = "code";

    private static final Pattern PLACE =
            Pattern.compile("\\b" + FILE_NAME + ":(\\d{1,9}):\\d{1,9}");
    private static final int LONGEST = 2000;

    private QuickJsFailures() {}

    static CodeFailure outOfTicks(long ticks) {
        return new CodeFailure(
                CodeFailure.Kind.TIME_LIMIT,
                "The code was stopped after %,d ticks. ".formatted(ticks)
                        + "Is there a loop that never ends? If not, raise `limits.max_ticks`.");
    }

    static CodeFailure outOfMemory() {
        return new CodeFailure(
                CodeFailure.Kind.MEMORY_LIMIT,
                "The code needs more memory than it may use. Give it less data in one call, or"
                        + " raise `limits.memory_mb`.");
    }

    static CodeFailure outOfStack() {
        return code(
                "RangeError: Maximum call stack size exceeded. Functions call each other too"
                        + " deep, or the data is nested too deep.");
    }

    static CodeFailure tooLong(int bytes, int most) {
        return new CodeFailure(
                CodeFailure.Kind.OUTPUT_LIMIT,
                "The result is %,d bytes of JSON, allowed are %,d. ".formatted(bytes, most)
                        + "Return less, or raise `limits.max_output_bytes`.");
    }

    static CodeFailure broken(String why) {
        return new CodeFailure(
                CodeFailure.Kind.TRAP, "The JavaScript engine stopped unexpectedly: " + why);
    }

    static CodeFailure code(String error) {
        return new CodeFailure(CodeFailure.Kind.CODE_ERROR, error);
    }

    /** What JavaScript threw, for example {@code TypeError: x is not a function (line 3)}. */
    static CodeFailure thrown(QuickJsVm vm, int value) {
        if (!vm.isError(value)) {
            return code("The code threw " + shortened(withoutThrowing(() -> plain(vm, value))));
        }
        String name = withoutThrowing(() -> vm.text(vm.property(value, "name")));
        String message = withoutThrowing(() -> vm.text(vm.property(value, "message")));
        if (name.equals("InternalError") && message.equals("out of memory")) {
            return outOfMemory();
        }
        String stack = withoutThrowing(() -> vm.text(vm.property(value, "stack")));
        Matcher place = PLACE.matcher(stack);
        String line = place.find() ? " (line " + place.group(1) + ")" : "";
        String error = message.isEmpty() ? name : name + ": " + message;
        return code(shortened(error) + line);
    }

    private static String plain(QuickJsVm vm, int value) {
        byte[] json = vm.json(value);
        return json == null ? vm.text(value) : new String(json, StandardCharsets.UTF_8);
    }

    /** Reading what was thrown can run user code, which can throw in turn. */
    private static String withoutThrowing(Reading reading) {
        try {
            return reading.read();
        } catch (JsThrown e) {
            return "an error that can't be shown";
        }
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    private interface Reading {
        String read();
    }
}
