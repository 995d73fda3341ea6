package dev.arcrun.engine.connector;

import dev.arcrun.engine.sandbox.WebAddress;
import dev.arcrun.engine.template.Segment;
import dev.arcrun.engine.template.Template;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which hosts a connector's addresses may have: those of {@code network.hosts}. */
final class HostRules {
    private static final String SECRET = "credentialhere";

    private final List<String> hosts;
    private final List<ConnectorMistake> mistakes = new ArrayList<>();

    private HostRules(List<String> hosts) {
        this.hosts = hosts;
    }

    static List<ConnectorMistake> check(Connector connector) {
        var rules = new HostRules(connector.contract().hosts());
        if (connector.request() instanceof Request.Http http) {
            rules.address(http.url(), List.of("request", "url"));
            if (connector.auth() instanceof Auth.Hmac) {
                rules.signedWithoutCredentials(http);
            }
        }
        rules.auth(connector.auth(), List.of("auth"));
        return rules.mistakes;
    }

    private void auth(@Nullable Auth auth, List<String> path) {
        switch (auth) {
            case Auth.Tokened tokened -> address(tokened.tokenUrl(), with(path, "token_url"));
            case Auth.FirstOf(List<Auth> options) -> {
                for (int i = 0; i < options.size(); i++) {
                    auth(options.get(i), with(with(path, "options"), String.valueOf(i)));
                }
            }
            case Auth.Static _, Auth.Hmac _ -> {}
            case null -> {}
        }
    }

    private void address(String written, List<String> path) {
        List<Segment> segments = Template.parse(written).segments();
        if (!segments.isEmpty() && segments.getFirst() instanceof Segment.Reference first) {
            if (first.isCredential()) {
                secretAddress(segments, path);
            }
            return;
        }
        // Whatever stands in a parameter, the host keeps its shape: values are percent-encoded.
        var sample = new StringBuilder();
        for (Segment segment : segments) {
            sample.append(
                    switch (segment) {
                        case Segment.Literal(String text) -> text;
                        case Segment.Reference it -> it.isCredential() ? SECRET : "x";
                    });
        }
        WebAddress address = WebAddress.parse(sample.toString());
        if (address == null) {
            mistakes.add(new ConnectorMistake(path, "`" + written + "` is no http or https URL."));
        } else if (address.host().contains(SECRET)) {
            mistakes.add(
                    new ConnectorMistake(path, "a credential can't decide where a request goes."));
        } else if (!address.isOneOf(hosts)) {
            mistakes.add(
                    new ConnectorMistake(
                            path,
                            "the host of `"
                                    + written
                                    + "` isn't in `network.hosts`; add it there."));
        }
    }

    private void secretAddress(List<Segment> segments, List<String> path) {
        if (segments.size() > 1) {
            mistakes.add(
                    new ConnectorMistake(
                            path,
                            "a credential is the whole of an address, or stands in it after the host."));
        } else if (hosts.isEmpty()) {
            mistakes.add(
                    new ConnectorMistake(
                            path,
                            "an address that is a credential needs its hosts in `network.hosts`."));
        }
    }

    /** Credentials come in after the signature is made. */
    private void signedWithoutCredentials(Request.Http http) {
        List<WrittenText> signed = new ArrayList<>();
        signed.add(new WrittenText(List.of("request", "url"), http.url()));
        signed.addAll(WrittenText.in(http.query(), "request", "query"));
        signed.addAll(WrittenText.in(http.body(), "request", "body"));
        for (WrittenText text : signed) {
            if (!AuthTexts.credentials(List.of(text)).isEmpty()) {
                mistakes.add(
                        new ConnectorMistake(
                                text.path(), "what is signed with hmac can't hold a credential."));
            }
        }
    }

    private static List<String> with(List<String> path, String step) {
        List<String> inner = new ArrayList<>(path);
        inner.add(step);
        return inner;
    }
}
