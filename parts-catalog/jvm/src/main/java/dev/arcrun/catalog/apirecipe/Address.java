package dev.arcrun.catalog.apirecipe;

import dev.arcrun.catalog.apirecipe.Placeholders.Piece;
import dev.arcrun.engine.sandbox.WebAddress;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where an address of a recipe leads.
 *
 * @param host a pattern as in {@code network.hosts}, or null where a parameter is the address
 * @param mistake what is wrong with it, or null
 */
record Address(@Nullable String host, @Nullable String mistake) {
    private static final Pattern AUTHORITY =
            Pattern.compile(
                    "(https?)://([^/?#\\\\]*)(.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern BELOW =
            Pattern.compile("[^.]*\\{\\{[^{}]*}}[^.{}]*\\.((?:[^.{}]+\\.)+[^.{}]+)");
    private static final Pattern PORT = Pattern.compile(".*:(\\d{1,5})");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{[^{}]*}}");
    private static final String SAMPLE = "x";

    static Address of(String written, Placeholders read) {
        if (read.startsWithPlaceholder()) {
            return read.pieces().getFirst() instanceof Piece.Placeholder first
                            && (first.name().equals("credential")
                                    || first.name().equals("secret")
                                    || first.name().equals("auth"))
                    ? wrong("an address can't start with a secret: nobody knows its host.")
                    : new Address(null, null);
        }
        Matcher parts = AUTHORITY.matcher(written);
        if (!parts.matches()) {
            return wrong("it is no http or https URL.");
        }
        String sample = PLACEHOLDER.matcher(written).replaceAll(SAMPLE);
        WebAddress address = WebAddress.parse(sample);
        if (address == null) {
            return wrong("it is no http or https URL, or it has a user name in it.");
        }
        String authority = parts.group(2);
        if (!authority.contains("{{")) {
            Matcher port = PORT.matcher(authority);
            boolean named = !address.host().contains(":") && port.matches();
            return new Address(address.host() + (named ? ":" + port.group(1) : ""), null);
        }
        Matcher below = BELOW.matcher(authority);
        if (authority.contains("{{auth.")
                || authority.contains("{{secret.")
                || authority.contains("{{credential.")
                || !below.matches()) {
            return wrong(
                    "its host may have a parameter only below a fixed domain, as in"
                            + " {{shop}}.example.com.");
        }
        return new Address("*." + below.group(1).toLowerCase(Locale.ROOT), null);
    }

    private static Address wrong(String message) {
        return new Address(null, message);
    }
}
