package dev.arcrun.engine.connector;

import dev.arcrun.engine.value.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Someone mail goes to or comes from: {@code ann@example.com} or {@code Ann <ann@example.com>}. RFC
 * 5322, section 3.4.
 *
 * @param name empty where there is none
 */
record MailAddress(String name, String address) {
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                            + "@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
                            + "(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*");
    private static final int LONGEST = 254;

    /**
     * The addresses of a field: a text, which may hold several with commas between, or a list.
     *
     * @param field its name, for what is said of it
     */
    static List<MailAddress> read(String field, @Nullable Json value) throws ConnectorFailure {
        List<MailAddress> addresses = new ArrayList<>();
        switch (value) {
            case null -> {}
            case Json.Null _ -> {}
            case Json.Str(String text) -> {
                for (String each : split(text)) {
                    addresses.add(one(field, each));
                }
            }
            case Json.Arr(List<Json> items) -> {
                for (Json item : items) {
                    if (!(item instanceof Json.Str)) {
                        throw wrongType(field, item);
                    }
                    addresses.addAll(read(field, item));
                }
            }
            case Json.Bool _, Json.Num _, Json.Obj _ -> throw wrongType(field, value);
        }
        return addresses;
    }

    private static ConnectorFailure wrongType(String field, Json value) {
        return ConnectorFailure.of(
                "INVALID_TYPE",
                "`" + field + "` must be addresses, not " + InputCheck.kind(value) + ".",
                "Give a text, or a list of texts.");
    }

    private static MailAddress one(String field, String text) throws ConnectorFailure {
        HeaderText.check(field, text);
        Percent.utf8(text);
        String whole = text.strip();
        int open = whole.lastIndexOf('<');
        boolean named = open >= 0 && whole.endsWith(">");
        String address = named ? whole.substring(open + 1, whole.length() - 1).strip() : whole;
        if (address.length() > LONGEST || !ADDRESS.matcher(address).matches()) {
            throw ConnectorFailure.of(
                    "INVALID_VALUE",
                    "`" + field + "` holds `" + clipped(whole) + "`, which is no mail address.",
                    "Write `ann@example.com` or `Ann <ann@example.com>`; a domain in its ASCII form.");
        }
        return new MailAddress(named ? unquoted(whole.substring(0, open).strip()) : "", address);
    }

    private static String unquoted(String name) {
        boolean quoted = name.length() >= 2 && name.startsWith("\"") && name.endsWith("\"");
        return quoted ? name.substring(1, name.length() - 1).replaceAll("\\\\(.)", "$1") : name;
    }

    /** At commas that stand outside quotation marks. */
    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        var part = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && quoted && i + 1 < text.length()) {
                part.append(c).append(text.charAt(++i));
            } else if (c == ',' && !quoted) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                quoted ^= c == '"';
                part.append(c);
            }
        }
        parts.add(part.toString());
        parts.removeIf(String::isBlank);
        return parts;
    }

    private static String clipped(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }

    /** As it stands in a header. */
    String written() {
        if (name.isEmpty()) {
            return address;
        }
        String phrase = HeaderText.phrase(name);
        return phrase + (phrase.startsWith("=?") ? "\r\n <" : " <") + address + ">";
    }
}
