package dev.arcrun.engine.document;

import dev.arcrun.engine.document.yaml.YamlNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code __NAME__} in a value: an installer or a target fills it in. RECIPE.md, section 1. */
final class PlaceholderRule {
    private static final Pattern PLACEHOLDER = Pattern.compile("__[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*__");

    private final Findings findings;
    private final ScalarPlaces places;

    PlaceholderRule(Findings findings) {
        this.findings = findings;
        this.places = new ScalarPlaces(findings);
    }

    void check(YamlNode node) {
        switch (node) {
            case YamlNode.Scalar scalar -> scalar(scalar);
            case YamlNode.Sequence sequence -> sequence.items().forEach(this::check);
            case YamlNode.Mapping mapping -> {
                for (YamlNode.Entry entry : mapping.entries()) {
                    boolean part =
                            entry.value() instanceof YamlNode.Scalar value
                                    && NodeReader.isInstallerPart(value.text());
                    if (!part) {
                        check(entry.value());
                    }
                }
            }
            case YamlNode.Alias _ -> {}
        }
    }

    private void scalar(YamlNode.Scalar scalar) {
        if (!scalar.text().contains("__")) {
            return;
        }
        Set<String> seen = new HashSet<>();
        Matcher matcher = PLACEHOLDER.matcher(scalar.text());
        while (matcher.find()) {
            String name = matcher.group();
            if (seen.add(name)) {
                findings.add(
                        ProblemCode.PLACEHOLDER,
                        places.of(scalar, matcher.start(), matcher.end()),
                        List.of(),
                        name,
                        name.substring(2, name.length() - 2));
            }
        }
    }
}
