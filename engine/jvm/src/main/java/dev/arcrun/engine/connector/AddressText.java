package dev.arcrun.engine.connector;

import dev.arcrun.engine.template.Segment;
import dev.arcrun.engine.template.Template;
import dev.arcrun.engine.value.Json;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Fills the template of an address. What a parameter gives can't leave its place: it is
 * percent-encoded, and no segment of the path becomes {@code .} or {@code ..}.
 */
final class AddressText {
    private final Filling filling;
    private final Json.Obj authPath;
    private final StringBuilder out = new StringBuilder();
    private @Nullable StringBuilder segment;
    private int references;
    private boolean literal;
    private boolean pathOver;

    /**
     * @param authPath templates of {@code {{auth.NAME}}}
     */
    AddressText(Filling filling, Json.Obj authPath) {
        this.filling = filling;
        this.authPath = authPath;
    }

    String of(String written) throws ConnectorFailure {
        List<Segment> segments = Template.parse(written).segments();
        boolean first = true;
        for (Segment each : segments) {
            switch (each) {
                case Segment.Literal(String text) -> literal(text);
                case Segment.Reference reference -> {
                    if (first && !reference.isCredential()) {
                        out.append(base(reference));
                    } else {
                        reference(reference);
                    }
                }
            }
            first = false;
        }
        endSegment();
        return out.toString();
    }

    private void literal(String text) throws ConnectorFailure {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!pathOver && (c == '?' || c == '#')) {
                endSegment();
                pathOver = true;
            }
            if (!pathOver && c == '/' && afterHost()) {
                endSegment();
                segment = new StringBuilder();
                references = 0;
                literal = false;
            } else if (segment != null) {
                segment.append(c);
                literal = true;
            } else {
                out.append(c);
            }
        }
    }

    private boolean afterHost() {
        int scheme = out.indexOf("://");
        return segment != null || (scheme >= 0 && out.length() > scheme + 3);
    }

    private void endSegment() throws ConnectorFailure {
        if (segment == null) {
            return;
        }
        String text = segment.toString();
        segment = null;
        if (references == 1 && !literal && text.isEmpty()) {
            return;
        }
        String dots = text.toLowerCase(Locale.ROOT).replace("%2e", ".");
        if (references > 0 && (dots.equals(".") || dots.equals(".."))) {
            throw ConnectorFailure.of(
                    "INVALID_VALUE",
                    "A part of the address is `" + text + "`, which would lead to another place.",
                    "Change the parameter that stands there.");
        }
        out.append('/').append(text);
    }

    private void reference(Segment.Reference reference) throws ConnectorFailure {
        String text = encoded(reference);
        references++;
        (segment == null ? out : segment).append(text);
    }

    private String base(Segment.Reference reference) throws ConnectorFailure {
        Json value = Filling.there(reference, filling.find(reference));
        if (!(value instanceof Json.Str(String text))) {
            throw ConnectorFailure.of(
                    "INVALID_TYPE",
                    "`"
                            + reference.path()
                            + "` must be an address, not "
                            + InputCheck.kind(value)
                            + ".",
                    "Give an address that starts with https://.");
        }
        return text.strip();
    }

    private String encoded(Segment.Reference reference) throws ConnectorFailure {
        if (reference.isCredential()) {
            return Filling.asText(Filling.there(reference, filling.find(reference)));
        }
        if (reference.path().name().equals("auth")
                && authPath.get(Filling.key(reference)) instanceof Json.Str(String written)) {
            return encodedText(written);
        }
        Json value = Filling.there(reference, filling.find(reference));
        if (value instanceof Json.Arr || value instanceof Json.Obj) {
            throw ConnectorFailure.of(
                    "INVALID_TYPE",
                    "`"
                            + reference.path()
                            + "` stands in the address and can't be "
                            + InputCheck.kind(value)
                            + ".",
                    "Give a text or a number.");
        }
        return Percent.component(Filling.asText(value));
    }

    /** A text with credentials as they are and all else encoded. */
    private String encodedText(String written) throws ConnectorFailure {
        var text = new StringBuilder();
        for (Segment each : Template.parse(written).segments()) {
            text.append(
                    switch (each) {
                        case Segment.Literal(String plain) -> Percent.component(plain);
                        case Segment.Reference inner -> encoded(inner);
                    });
        }
        return text.toString();
    }
}
