package dev.arcrun.engine.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way, redirects included, with credentials still as placeholders.
 *
 * @param text the URL as text, which may hold placeholders
 * @param url the same with harmless words in their place: where the request goes
 */
record Outgoing(String method, String text, HttpUrl url, List<Header> headers, byte[] body) {
    /** Belong to the connection, or would change where the request goes. */
    private static final Set<String> OURS =
            Set.of(
                    "accept-encoding",
                    "connection",
                    "content-length",
                    "expect",
                    "host",
                    "keep-alive",
                    "te",
                    "trailer",
                    "transfer-encoding",
                    "upgrade");

    private static final Set<String> FORBIDDEN_METHODS = Set.of("CONNECT", "TRACE", "TRACK");
    private static final Set<String> SECRET = Set.of("authorization", "cookie");

    static Outgoing of(HttpCall call, CredentialInjection credentials) throws HostFailure {
        String method = call.method().toUpperCase(Locale.ROOT);
        if (!isToken(method) || FORBIDDEN_METHODS.contains(method)) {
            throw invalid("the method `" + GuestLog.visible(call.method()) + "` can't be used");
        }
        HttpUrl url = HostName.normalised(credentials.withStandIns(call.url()));
        if (url == null || CredentialInjection.decidesTarget(url)) {
            throw invalid("`" + GuestLog.visible(call.url()) + "` is no http or https URL");
        }
        if (!url.username().isEmpty() || !url.password().isEmpty()) {
            throw invalid("a URL can't hold a user name; use the header `Authorization`");
        }
        boolean noBody = method.equals("GET") || method.equals("HEAD");
        byte[] body = noBody ? new byte[0] : call.body();
        return new Outgoing(method, call.url(), url, headers(call.headers()), body);
    }

    private static List<Header> headers(List<Header> given) throws HostFailure {
        var kept = new ArrayList<Header>();
        for (Header header : given) {
            String name = header.name().strip().toLowerCase(Locale.ROOT);
            if (!isToken(name)) {
                throw invalid("`" + GuestLog.visible(header.name()) + "` can't be a header's name");
            }
            checkValue(name, header.value());
            if (!OURS.contains(name) && !name.startsWith("proxy-")) {
                kept.add(new Header(name, header.value().strip()));
            }
        }
        return List.copyOf(kept);
    }

    /** Line breaks would let a value add headers of its own. */
    static void checkValue(String name, String value) throws HostFailure {
        boolean clean = value.chars().allMatch(c -> c == '\t' || (c >= ' ' && c != 0x7f));
        if (!clean) {
            throw invalid("the header `" + name + "` has a line break or control character");
        }
    }

    /**
     * The request a redirect asks for; null where the answer is none. Methods change as in fetch: a
     * POST becomes a GET after 301 and 302, anything but HEAD after 303.
     */
    @Nullable Outgoing redirected(
            int status, @Nullable String location, CredentialInjection secrets) throws HostFailure {
        boolean redirect = status == 301 || status == 302 || status == 303;
        if (location == null || !(redirect || status == 307 || status == 308)) {
            return null;
        }
        HttpUrl resolved = url.resolve(location);
        HttpUrl next = resolved == null ? null : HostName.normalised(resolved.toString());
        if (next == null || !next.username().isEmpty()) {
            throw invalid("`" + url.host() + "` redirects to something that is no http URL");
        }
        boolean asGet =
                status == 303
                        ? !method.equals("GET") && !method.equals("HEAD")
                        : redirect && method.equals("POST");
        boolean elsewhere = !sameOrigin(next);
        List<Header> kept =
                headers.stream()
                        .filter(header -> !asGet || !header.name().startsWith("content-"))
                        .filter(header -> !elsewhere || !isSecret(header, secrets))
                        .toList();
        byte[] sent = asGet ? new byte[0] : body;
        if (elsewhere && secrets.isIn(sent)) {
            throw new HostFailure(
                    FailureCode.CREDENTIAL_HOST,
                    "`"
                            + url.host()
                            + "` redirects a request with a credential in its body to `"
                            + next.host()
                            + "`.",
                    "Call the second host directly if the credential belongs there.");
        }
        String stray = secrets.straysInto(next);
        if (stray != null) {
            throw new HostFailure(
                    FailureCode.CREDENTIAL_HOST,
                    "`"
                            + url.host()
                            + "` redirects to a URL that holds the credential `"
                            + stray
                            + "`, on a host where it may not be sent.",
                    "Send the credential in a header, or call the final address directly if the"
                            + " credential belongs there.");
        }
        return new Outgoing(asGet ? "GET" : method, next.toString(), next, kept, sent);
    }

    boolean sendsJson() {
        return headers.stream()
                .anyMatch(header ->
                        header.name().equals("content-type")
                                && header.value().toLowerCase(Locale.ROOT).contains("json"));
    }

    private boolean sameOrigin(HttpUrl other) {
        return url.scheme().equals(other.scheme())
                && url.host().equals(other.host())
                && url.port() == other.port();
    }

    private static boolean isSecret(Header header, CredentialInjection secrets) {
        return SECRET.contains(header.name()) || secrets.isIn(header.value());
    }

    private static boolean isToken(String text) {
        return !text.isEmpty()
                && text.chars()
                        .allMatch(c ->
                                (c >= 'a' && c <= 'z')
                                        || (c >= 'A' && c <= 'Z')
                                        || (c >= '0' && c <= '9')
                                        || "!#$%&'*+-.^_`|~".indexOf(c) >= 0);
    }

    static HostFailure invalid(String why) {
        return new HostFailure(
                FailureCode.INVALID_REQUEST, "The request can't be sent: " + why + ".", null);
    }

    /** Without bodies and values. */
    @Override
    public String toString() {
        return method + " " + url.host();
    }
}
