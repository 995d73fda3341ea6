package dev.arcrun.engine.schedule;

import dev.arcrun.engine.value.Utf8;
import java.util.HexFormat;
import java.util.stream.Collectors;

/**
 * The id of a node's execution ({@code _call_id}), for services that know repeated calls by one.
 */
final class CallId {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private CallId() {}

    /**
     * The same for every attempt: {@code run:node} or, in loops, {@code run:node:2.0}; all but
     * ASCII letters, digits, {@code -} and {@code _} of the node's name percent-encoded.
     */
    static String of(RunState run, NodeState state) {
        String id = run.context.runId() + ":" + encoded(state.step.name());
        if (state.key.iteration().isEmpty()) {
            return id;
        }
        return id
                + ":"
                + state.key.iteration().stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining("."));
    }

    private static String encoded(String name) {
        var text = new StringBuilder(name.length());
        for (byte each : Utf8.of(name)) {
            if (isPlain((char) each)) {
                text.append((char) each);
            } else {
                text.append('%').append(HEX.toHexDigits(each));
            }
        }
        return text.toString();
    }

    private static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '_';
    }
}
