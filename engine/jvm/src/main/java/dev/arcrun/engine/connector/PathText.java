package dev.arcrun.engine.connector;

import java.util.Locale;

/**
 * Puts a path, with its query if it has one, after an address. It is taken as it is, so it is
 * looked at first: it can't lead anywhere but below the address.
 */
final class PathText {
    private PathText() {}

    /**
     * @param address without query and fragment
     * @param path filled; empty where there is none
     * @throws ConnectorFailure {@code INVALID_VALUE} when it isn't a path
     */
    static String added(String address, String path) throws ConnectorFailure {
        if (path.isEmpty()) {
            return address;
        }
        String plain = InputText.withoutPlaceholders(path);
        if (!isPath(plain)) {
            throw ConnectorFailure.of(
                    "INVALID_VALUE",
                    InputText.quoted(plain)
                            + " is no path: it starts with one slash and has no segment `.` or `..`, no"
                            + " backslash, no fragment and no control character.",
                    "Write the path as the service's documentation does, such as /items/7?full=1.");
        }
        String base = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
        return base + InputText.besidePlaceholders(path, Percent::address);
    }

    private static boolean isPath(String path) {
        int question = path.indexOf('?');
        String segments = question < 0 ? path : path.substring(0, question);
        return path.startsWith("/")
                && !path.startsWith("//")
                && path.chars().noneMatch(c -> c < ' ' || c == 0x7f || c == '\\' || c == '#')
                && !leaves(segments);
    }

    private static boolean leaves(String segments) {
        for (String segment : segments.split("/", -1)) {
            String dots = segment.toLowerCase(Locale.ROOT).replace("%2e", ".");
            if (dots.equals(".") || dots.equals("..")) {
                return true;
            }
        }
        return false;
    }
}
