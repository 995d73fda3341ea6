package dev.arcrun.engine.sandbox;

import dev.arcrun.engine.value.JsonWriter;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Puts credentials where their placeholders stand in one request, just before it is sent to one
 * URL. RECIPE.md, section 7.
 *
 * <p>A placeholder may stand there as it is, percent-encoded, or with the escapes of a JSON string;
 * the value then comes in the same way.
 */
final class CredentialInjection {
    private static final int LEAST_LENGTH = 6;

    /** What stands in a URL for a placeholder until the host is known. */
    private static final String STAND_IN = "arcruncredential";

    private final Credentials credentials;
    private final String nonce;
    private final Pattern placeholder;

    /** For a body, read as a character a byte: it may be no text around the placeholder. */
    private final Pattern placeholderInBytes;

    /** Those that came into a request. */
    private final List<Credential> given = new ArrayList<>();

    CredentialInjection(Credentials credentials, String nonce) {
        this.credentials = credentials;
        this.nonce = nonce;
        placeholder = pattern("«", "»", nonce);
        placeholderInBytes =
                pattern(latin1(GuestCall.utf8("«")), latin1(GuestCall.utf8("»")), nonce);
    }

    private static Pattern pattern(String open, String close, String nonce) {
        String start = "(?<open>" + open + "|%[cC]2%[aA][bB]|\\\\u00[aA][bB])";
        String body = "credential(?::|%3[aA])(?<name>[^#:\\\\\"]{1,400}?)(?:#|%23)";
        String end = "(?:" + close + "|%[cC]2%[bB][bB]|\\\\u00[bB][bB])";
        return Pattern.compile(start + body + Pattern.quote(nonce) + end);
    }

    boolean isIn(String text) {
        return placeholder.matcher(text).find() || basicHolds(text);
    }

    boolean isIn(byte[] body) {
        return placeholderInBytes.matcher(latin1(body)).find();
    }

    /**
     * The name of a credential that was put into a request and shows in a URL it may not be sent
     * to; null where there is none.
     */
    @Nullable String straysInto(HttpUrl url) {
        String text = url.toString();
        String decoded = PercentText.decoded(text);
        String form = PercentText.decoded(text.replace('+', ' '));
        return given.stream()
                .filter(credential -> !HostPattern.anyMatches(credential.hosts(), url))
                .filter(credential ->
                        Stream.of(text, decoded, form)
                                .anyMatch(each -> holds(each, new String(credential.value()))))
                .map(Credential::name)
                .findFirst()
                .orElse(null);
    }

    private static boolean holds(String text, String value) {
        return text.toLowerCase(Locale.ROOT).contains(value.toLowerCase(Locale.ROOT));
    }

    /** The URL with harmless words in place of credentials. */
    String withStandIns(String url) {
        return placeholder.matcher(url).replaceAll(STAND_IN);
    }

    /** Whether a credential was meant to decide where the request goes. */
    static boolean decidesTarget(HttpUrl withStandIns) {
        return withStandIns.host().contains(STAND_IN);
    }

    String intoUrl(String url, HttpUrl target) throws HostFailure {
        return replaced(url, target, CredentialInjection::percentEncoded);
    }

    /** A header's value, also inside the base64 of {@code Basic}. */
    String intoHeader(String value, HttpUrl target) throws HostFailure {
        if (basicHolds(value)) {
            String inside = replaced(basic(value), target, UnaryOperator.identity());
            return "Basic " + Base64.getEncoder().encodeToString(GuestCall.utf8(inside));
        }
        return replaced(value, target, UnaryOperator.identity());
    }

    byte[] intoBody(byte[] body, boolean json, HttpUrl target) throws HostFailure {
        Matcher found = placeholderInBytes.matcher(latin1(body));
        checkRest(found.replaceAll(""));
        found.reset();
        var out = new ByteArrayOutputStream();
        int done = 0;
        while (found.find()) {
            out.write(body, done, found.start() - done);
            String name = utf8(found.group("name").getBytes(StandardCharsets.ISO_8859_1));
            UnaryOperator<String> form =
                    json ? CredentialInjection::jsonEscaped : UnaryOperator.identity();
            out.writeBytes(GuestCall.utf8(formed(found.group("open"), name, target, form)));
            done = found.end();
        }
        out.write(body, done, body.length - done);
        return out.toByteArray();
    }

    private String replaced(String text, HttpUrl target, UnaryOperator<String> form)
            throws HostFailure {
        Matcher found = placeholder.matcher(text);
        checkRest(found.replaceAll(""));
        found.reset();
        var out = new StringBuilder();
        while (found.find()) {
            String formed = formed(found.group("open"), found.group("name"), target, form);
            found.appendReplacement(out, Matcher.quoteReplacement(formed));
        }
        return found.appendTail(out).toString();
    }

    /** What no placeholder was found in gives away nothing that makes one work. */
    private void checkRest(String rest) throws HostFailure {
        if (rest.contains("#" + nonce) || rest.contains("%23" + nonce)) {
            throw new HostFailure(
                    FailureCode.INVALID_REQUEST,
                    "The request can't be sent: the placeholder of a credential in it was changed,"
                            + " or its name is too long.",
                    "Put the credential into the URL, a header or the body as it is.");
        }
    }

    private String formed(String open, String name, HttpUrl target, UnaryOperator<String> form)
            throws HostFailure {
        boolean percent = open.startsWith("%");
        String value = value(percent ? PercentText.decoded(name) : name, target);
        return percent ? percentEncoded(value) : form.apply(value);
    }

    private String value(String name, HttpUrl target) throws HostFailure {
        Credential credential = credentials.find(name);
        if (credential == null || credential.value().length < LEAST_LENGTH) {
            throw new HostFailure(
                    FailureCode.CREDENTIAL_MISSING,
                    "There is no credential `" + name + "`.",
                    "Add it to the vault under this name.");
        }
        if (!HostPattern.anyMatches(credential.hosts(), target)) {
            throw wrongHost(name, target);
        }
        given.add(credential);
        return new String(credential.value());
    }

    static HostFailure wrongHost(String name, HttpUrl target) {
        return new HostFailure(
                FailureCode.CREDENTIAL_HOST,
                "The credential `" + name + "` may not be sent to `" + target.host() + "`.",
                "Add this host to the credential's hosts if it belongs there.");
    }

    private boolean basicHolds(String header) {
        return placeholder.matcher(basic(header)).find();
    }

    /** What is inside the base64 of a header {@code Basic …}; empty where there is none. */
    private static String basic(String header) {
        if (!header.toLowerCase(Locale.ROOT).startsWith("basic ")) {
            return "";
        }
        try {
            return utf8(Base64.getDecoder().decode(header.substring(6).strip()));
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static String latin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String jsonEscaped(String value) {
        String quoted = JsonWriter.quote(value);
        return quoted.substring(1, quoted.length() - 1);
    }

    /** As {@code encodeURIComponent}, and its five exceptions too. */
    private static String percentEncoded(String value) {
        var out = new StringBuilder();
        for (byte each : GuestCall.utf8(value)) {
            char c = (char) (each & 255);
            boolean plain =
                    (c >= 'a' && c <= 'z')
                            || (c >= 'A' && c <= 'Z')
                            || (c >= '0' && c <= '9')
                            || "-._~".indexOf(c) >= 0;
            if (plain) {
                out.append(c);
            } else {
                out.append('%').append(String.format(Locale.ROOT, "%02X", (int) c));
            }
        }
        return out.toString();
    }
}
