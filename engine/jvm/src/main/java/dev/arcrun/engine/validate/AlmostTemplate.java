package dev.arcrun.engine.validate;

import dev.arcrun.engine.document.Edit;
import dev.arcrun.engine.document.Problem.QuickFix;
import dev.arcrun.engine.template.Segment.Reference;
import dev.arcrun.engine.template.Template;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** BAD_TEMPLATE: braces that look like a reference but are plain text. */
final class AlmostTemplate implements Rule {
    /** Two braces, something short that starts like a name, two braces. */
    private static final Pattern LOOKS_LIKE_ONE =
            Pattern.compile("\\{\\{(\\{\\{)?(\\s*[\\p{L}_$.#/][^{}\\r\\n]{0,200}+)\\}\\}");

    private static final Pattern BARE_DEFAULT =
            Pattern.compile("(.*\\S)\\s*\\?\\?\\s*([\\p{L}\\p{N}_'][^\"\\[\\]]*)");

    @Override
    public void check(Checked recipe, Findings findings) {
        for (Text text : recipe.texts) {
            if (!text.verbatim() && text.value().contains("{{")) {
                check(recipe, text, findings);
            }
        }
    }

    private static void check(Checked recipe, Text text, Findings findings) {
        List<Reference> references = text.references();
        if (occurrences(text.value()) == references.size()) {
            return;
        }
        int next = 0;
        Matcher matcher = LOOKS_LIKE_ONE.matcher(text.value());
        while (matcher.find()) {
            while (next < references.size() && references.get(next).end() <= matcher.start()) {
                next++;
            }
            boolean isOne =
                    next < references.size() && references.get(next).start() < matcher.end();
            if (!isOne && matcher.group(1) == null) {
                report(recipe, text, matcher, findings);
            }
        }
    }

    private static int occurrences(String text) {
        int count = 0;
        for (int at = text.indexOf("{{"); at >= 0; at = text.indexOf("{{", at + 2)) {
            count++;
        }
        return count;
    }

    private static void report(Checked recipe, Text text, Matcher matcher, Findings findings) {
        List<QuickFix> fixes = new ArrayList<>();
        Matcher bare = BARE_DEFAULT.matcher(matcher.group(2).strip());
        if (bare.matches()) {
            String quoted = JsonWriter.quote(bare.group(2).replace("'", "").strip());
            String better = "{{" + bare.group(1) + " ?? " + quoted + "}}";
            if (Template.parse(better).whole() != null) {
                fixes.add(fix(text, matcher, better, findings.label("reference", better)));
            }
        }
        String escaped = "{{" + matcher.group();
        fixes.add(fix(text, matcher, escaped, findings.label("escape", matcher.group())));
        findings.warning(
                Message.of("BAD_TEMPLATE", "", text.stop().name(), matcher.group()),
                recipe.places.within(
                        text.stop().name(), text.path(), matcher.start(), matcher.end()),
                fixes);
    }

    private static QuickFix fix(Text text, Matcher matcher, String better, String label) {
        String value = text.value();
        String changed =
                value.substring(0, matcher.start()) + better + value.substring(matcher.end());
        return new QuickFix(
                label,
                List.of(new Edit.SetParameter(text.stop().name(), text.path(), Json.of(changed))));
    }
}
