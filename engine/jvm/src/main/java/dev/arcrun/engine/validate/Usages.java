package dev.arcrun.engine.validate;

import dev.arcrun.engine.part.Component;
import dev.arcrun.engine.recipe.Relation;
import dev.arcrun.engine.template.Expression;
import dev.arcrun.engine.template.ExpressionException;
import dev.arcrun.engine.template.Segment.Reference;
import dev.arcrun.engine.template.Template;
import dev.arcrun.engine.validate.Flow.Stop;
import dev.arcrun.engine.validate.Flow.Way;
import dev.arcrun.engine.validate.Usage.View;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers every reference of a recipe: in parameters, conditions and {@code run.each}. */
final class Usages {
    private static final List<Object> EACH = List.of("run", "each");
    private static final String CONDITION = "condition";

    private final boolean strict;
    private final List<Usage> usages = new ArrayList<>();

    private Usages(boolean strict) {
        this.strict = strict;
    }

    static List<Usage> of(
            boolean strict, Flow flow, List<Text> texts, Map<Stop, Component> components) {
        var usages = new Usages(strict);
        for (Text text : texts) {
            if (text.verbatim()) {
                continue;
            }
            if (text.template() != null) {
                usages.inParameter(text, text.template());
            } else if (isPartCondition(text, components.get(text.stop()))) {
                usages.inPartCondition(text);
            }
        }
        for (Stop stop : flow.stops) {
            for (Way way : stop.out) {
                usages.onEdge(way);
            }
        }
        return usages.usages;
    }

    /** Whether a part reads that text as an expression about its {@code input}. */
    static boolean isPartCondition(Text text, @Nullable Component part) {
        return text.path().size() == 1
                && text.parameter().equals(CONDITION)
                && part instanceof Component.Part(String id, var _)
                && id.equals("if_control");
    }

    private void inParameter(Text text, Template template) {
        boolean whole = template.whole() != null;
        for (Reference it : template.references()) {
            boolean needed = it.defaultValue() == null && (strict || !whole);
            usages.add(
                    new Usage(
                            text.stop(),
                            View.BEFORE,
                            inTemplate(text.stop(), text.path(), text.value(), it),
                            it.path(),
                            needed));
        }
    }

    private static Site inTemplate(Stop stop, List<Object> path, String text, Reference it) {
        Json otherwise = it.defaultValue();
        String rest = otherwise == null ? "" : " ?? " + JsonWriter.compact(otherwise);
        return new Site.InTemplate(stop.name(), path, text, it.start(), it.end(), rest);
    }

    private void inPartCondition(Text text) {
        if (text.stop().node.parameters().get("input") != null) {
            return;
        }
        for (Expression.Occurrence it : occurrences(text.value())) {
            if (!it.mayBeText()) {
                var site =
                        new Site.InSetting(
                                text.stop().name(),
                                text.path(),
                                text.value(),
                                it.start(),
                                it.end());
                usages.add(new Usage(text.stop(), View.RUN_INPUT, site, it.path(), false));
            }
        }
    }

    private void onEdge(Way way) {
        if (way.edge().relation() instanceof Relation.If(String condition)) {
            for (Expression.Occurrence it : occurrences(condition)) {
                if (!it.mayBeText()) {
                    var site = new Site.InCondition(way.edge(), condition, it.start(), it.end());
                    usages.add(new Usage(way.from(), View.AFTER, site, it.path(), false));
                }
            }
        }
        String each = way.to().node.run().each();
        if (way.startsLoop() && each != null) {
            inEach(way, each);
        }
    }

    private void inEach(Way way, String each) {
        boolean bare = !each.contains("{{");
        for (Reference it : Template.parse(bare ? "{{" + each + "}}" : each).references()) {
            Site site =
                    bare
                            ? new Site.InSetting(way.to().name(), EACH, each, 0, each.length())
                            : inTemplate(way.to(), EACH, each, it);
            usages.add(new Usage(way.from(), View.AFTER, site, it.path(), false));
        }
    }

    private static List<Expression.Occurrence> occurrences(String condition) {
        try {
            return condition.isBlank() ? List.of() : Expression.parse(condition).occurrences();
        } catch (ExpressionException unreadable) {
            return List.of();
        }
    }
}
