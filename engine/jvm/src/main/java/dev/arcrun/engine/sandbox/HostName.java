package dev.arcrun.engine.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Hosts in the one form that can be compared. OkHttp makes it (lower case, Punycode, short IPv6)
 * except for IPv4 addresses in their odd forms and a final dot. WHATWG URL, host parsing.
 */
final class HostName {
    private HostName() {}

    /**
     * The host of a URL.
     *
     * @return null where it can't be one, as {@code 1.2.3.4.5} or {@code 0x100000000}
     */
    static @Nullable String of(HttpUrl url) {
        String host = url.host();
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        return endsInNumber(name) ? ipv4(name) : name;
    }

    /** The URL with its host in that form; null where it is no http or https URL. */
    static @Nullable HttpUrl normalised(String text) {
        HttpUrl url = HttpUrl.parse(text);
        String host = url == null ? null : of(url);
        return url == null || host == null ? null : url.newBuilder().host(host).build();
    }

    /** A host as a person writes it, in a list of allowed ones; null where it can't be one. */
    static @Nullable String of(String written) {
        HttpUrl url = HttpUrl.parse("http://" + written + "/");
        if (url == null
                || !url.encodedPath().equals("/")
                || !url.username().isEmpty()
                || url.port() != 80) {
            return null;
        }
        return of(url);
    }

    static boolean isAddress(String host) {
        return host.indexOf(':') >= 0 || endsInNumber(host);
    }

    private static boolean endsInNumber(String host) {
        String last = host.substring(host.lastIndexOf('.') + 1);
        return !last.isEmpty() && (isDigits(last) || number(last) >= 0);
    }

    /** Up to four numbers, decimal, octal or hex; the last fills the remaining bytes. */
    private static @Nullable String ipv4(String host) {
        List<Long> numbers = new ArrayList<>();
        for (String part : host.split("\\.", -1)) {
            long number = number(part);
            if (number < 0) {
                return null;
            }
            numbers.add(number);
        }
        int count = numbers.size();
        if (count > 4 || numbers.getLast() >= 1L << (8 * (5 - count))) {
            return null;
        }
        long address = numbers.getLast();
        for (int i = 0; i < count - 1; i++) {
            if (numbers.get(i) > 255) {
                return null;
            }
            address |= numbers.get(i) << (8 * (3 - i));
        }
        return (address >> 24)
                + "."
                + (address >> 16 & 255)
                + "."
                + (address >> 8 & 255)
                + "."
                + (address & 255);
    }

    /** -1 where it is none. */
    private static long number(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        try {
            if (lower.startsWith("0x")) {
                return lower.length() == 2 ? 0 : unsigned(lower.substring(2), 16);
            }
            if (lower.length() > 1 && lower.startsWith("0")) {
                return unsigned(lower.substring(1), 8);
            }
            return unsigned(lower, 10);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static long unsigned(String digits, int radix) {
        if (digits.length() > 15 || digits.startsWith("-") || digits.startsWith("+")) {
            throw new NumberFormatException(digits);
        }
        return Long.parseLong(digits, radix);
    }

    private static boolean isDigits(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
