package dev.arcrun.engine.validate;

import dev.arcrun.engine.document.Problem.Place;
import dev.arcrun.engine.part.Component;
import dev.arcrun.engine.part.Contract;
import dev.arcrun.engine.template.Segment.Reference;
import dev.arcrun.engine.validate.Flow.Stop;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An address that a node calls, as far as it is written.
 *
 * @param host lower case, without port; empty where references decide it
 * @param path of the text in the node's config; from {@code start} to {@code end} the host stands
 *     in it, or what decides it
 */
record WrittenUrl(Stop stop, String host, List<Object> path, int start, int end) {
    private static final List<Object> COMPONENT = List.of("component");
    private static final List<String> SCHEMES = List.of("https://", "http://");
    private static final String HOST_ENDS = "/?#\\";

    static List<WrittenUrl> of(Checked recipe) {
        List<WrittenUrl> urls = new ArrayList<>();
        for (Stop stop : recipe.flow.stops) {
            if (recipe.component(stop) instanceof Component.Url(String url)) {
                int start = startOfHost(url);
                int end = endOfHost(url);
                urls.add(new WrittenUrl(stop, host(url, end), COMPONENT, start, end));
            }
        }
        for (Text text : recipe.texts) {
            if (isCalled(recipe, text)) {
                addWritten(text, urls);
            }
        }
        return urls;
    }

    /** Where the host, or what decides it, stands. */
    Place place(Places places) {
        return places.within(stop.name(), path, start, end);
    }

    /** A parameter called for an address, of a part that calls what its parameters say. */
    private static boolean isCalled(Checked recipe, Text text) {
        Contract contract = recipe.contract(text.stop());
        return contract != null
                && contract.network()
                && contract.hosts().isEmpty()
                && text.path().size() == 1
                && text.parameter().toLowerCase(Locale.ROOT).endsWith("url");
    }

    private static void addWritten(Text text, List<WrittenUrl> urls) {
        int start = startOfHost(text.value());
        int end = endOfHost(text.value());
        for (Reference it : text.references()) {
            if (it.start() < end || start < 0) {
                urls.add(new WrittenUrl(text.stop(), "", text.path(), it.start(), it.end()));
                return;
            }
        }
        String host = host(text.value(), end);
        if (!host.isEmpty()) {
            urls.add(new WrittenUrl(text.stop(), host, text.path(), start, end));
        }
    }

    private static int startOfHost(String url) {
        return SCHEMES.stream()
                .filter(it -> url.regionMatches(true, 0, it, 0, it.length()))
                .map(String::length)
                .findFirst()
                .orElse(-1);
    }

    private static int endOfHost(String url) {
        int start = startOfHost(url);
        for (int i = Math.max(start, 0); i < url.length(); i++) {
            if (HOST_ENDS.indexOf(url.charAt(i)) >= 0) {
                return i;
            }
        }
        return url.length();
    }

    private static String host(String url, int end) {
        int start = startOfHost(url);
        if (start < 0) {
            return "";
        }
        String authority = url.substring(start, end);
        String host = authority.substring(authority.lastIndexOf('@') + 1);
        int port =
                host.startsWith("[") ? host.indexOf(':', host.indexOf(']') + 1) : host.indexOf(':');
        return (port < 0 ? host : host.substring(0, port)).toLowerCase(Locale.ROOT);
    }
}
