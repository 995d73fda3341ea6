package dev.arcrun.engine.document.yaml;

import dev.arcrun.engine.document.yaml.YamlIssue.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Text to tree. A syntax error ends a reading; the line that holds it is then blanked, character by
 * character, and the rest read again, so that one slip doesn't hide everything behind it.
 */
final class YamlReader {
    /** Text of more characters isn't read. */
    static final int MAX_LENGTH = 5 * 1024 * 1024;

    private static final int MOST_SYNTAX_ERRORS = 10;
    private static final int LONGEST_TEXT_TO_RETRY = 512 * 1024;

    private final SourceText source;
    private final List<YamlIssue> issues = new ArrayList<>();

    private YamlReader(SourceText source) {
        this.source = source;
    }

    static YamlTree read(String text) {
        SourceText source = new SourceText(text);
        if (text.length() > MAX_LENGTH) {
            var issue =
                    new YamlIssue(
                            Kind.TOO_LARGE,
                            0,
                            0,
                            text.length() / 1024 / 1024,
                            MAX_LENGTH / 1024 / 1024);
            return new YamlTree(source, null, List.of(issue), false);
        }
        return new YamlReader(source).read();
    }

    private YamlTree read() {
        String parsed = withoutTabsInJson(new Unprintable(issues).blank(source.text()));
        TreeBuilder builder = build(parsed);
        int retries = parsed.length() > LONGEST_TEXT_TO_RETRY ? 0 : MOST_SYNTAX_ERRORS;
        while (builder.error() != null && retries-- > 0) {
            SyntaxError error = SyntaxError.of(builder, source);
            issues.addAll(error.issues());
            String repaired = error.blank(parsed);
            if (repaired.equals(parsed)) {
                break;
            }
            parsed = repaired;
            builder = build(parsed);
        }
        if (builder.error() != null && retries < 0) {
            issues.addAll(SyntaxError.of(builder, source).issues());
        }
        issues.addAll(builder.issues());
        var distinct = new ArrayList<>(issues.stream().distinct().toList());
        distinct.sort(Comparator.comparingInt(YamlIssue::start));
        boolean sound = distinct.stream().noneMatch(issue -> issue.kind().fatal());
        return new YamlTree(source, builder.root(), distinct, sound);
    }

    /** JSON may be indented with tabs; inside brackets YAML doesn't care about indentation. */
    private static String withoutTabsInJson(String text) {
        String start = text.stripLeading();
        boolean json = start.startsWith("{") || start.startsWith("\uFEFF{");
        if (!json || text.indexOf('\t') < 0) {
            return text;
        }
        StringBuilder spaced = new StringBuilder(text);
        boolean indentation = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\t' && indentation) {
                spaced.setCharAt(i, ' ');
            } else if (c != ' ') {
                indentation = c == '\n' || c == '\r';
            }
        }
        return spaced.toString();
    }

    private TreeBuilder build(String parsed) {
        int base = source.bodyStart();
        String body = parsed.substring(base);
        TreeBuilder builder = new TreeBuilder(source, new CodePoints(body, base));
        LoadSettings settings =
                LoadSettings.builder()
                        .setUseMarks(true)
                        .setCodePointLimit(Integer.MAX_VALUE)
                        .setBufferSize(Math.max(1, body.length()))
                        .setVersionFunction(version -> version)
                        .build();
        try {
            builder.addAll(new ParserImpl(settings, new StreamReader(settings, body)));
        } catch (YamlEngineException e) {
            builder.fail(e);
        }
        return builder;
    }
}
