package dev.arcrun.engine.validate;

import dev.arcrun.engine.document.Edit;
import dev.arcrun.engine.document.Problem.QuickFix;
import dev.arcrun.engine.document.Problem.Severity;
import dev.arcrun.engine.template.Names;
import dev.arcrun.engine.template.ReferencePath;
import dev.arcrun.engine.validate.Checked.Understood;
import dev.arcrun.engine.validate.Flow.Loop;
import dev.arcrun.engine.validate.Flow.Stop;
import dev.arcrun.engine.validate.Flow.Way;
import dev.arcrun.engine.validate.Meaning.Because;
import dev.arcrun.engine.validate.Meaning.Nothing;
import dev.arcrun.engine.value.Json;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * UNKNOWN_REFERENCE and UNDECLARED_INPUT: a reference starts with a name that means nothing where
 * it stands.
 */
final class UnknownName implements Rule {
    private static final String CODE = "UNKNOWN_REFERENCE";
    private static final int LOOKED_AT = 60;

    @Override
    public void check(Checked recipe, Findings findings) {
        Set<String> undeclared = new HashSet<>();
        for (Understood it : recipe.references) {
            if (it.meaning() instanceof Nothing(Because why)) {
                check(recipe, it.usage(), why, undeclared, findings);
            }
        }
    }

    private static void check(
            Checked recipe, Usage usage, Because why, Set<String> undeclared, Findings findings) {
        List<String> better = better(recipe, usage);
        boolean likeNode = !better.isEmpty() && readsAsResult(usage.path());
        if (why != Because.NOBODY_KNOWS || likeNode || holdsInData(usage, better)) {
            boolean surely = usage.needed() && (likeNode || why == Because.NOBODY_HAS_IT);
            findings.add(
                    surely ? Severity.ERROR : Severity.WARNING,
                    message(usage, better),
                    usage.site().place(recipe.places),
                    better.stream().map(path -> References.use(usage, path, findings)).toList());
        } else if (usage.root().startsWith("_") && !better.isEmpty()) {
            findings.warning(
                    message(usage, better),
                    usage.site().place(recipe.places),
                    better.stream().map(path -> References.use(usage, path, findings)).toList());
        } else if (declarable(recipe, usage) && undeclared.add(usage.root())) {
            findings.info(
                    Message.of("UNDECLARED_INPUT", "", usage.shown(), usage.root()),
                    usage.site().place(recipe.places),
                    List.of(declare(usage.root(), findings)));
        }
    }

    private static Message message(Usage usage, List<String> better) {
        return better.isEmpty()
                ? Message.of(CODE, "", usage.stop().name(), usage.shown(), usage.root())
                : Message.of(
                        CODE,
                        "nearest",
                        usage.stop().name(),
                        usage.shown(),
                        usage.root(),
                        usage.site().shown(better.getFirst()));
    }

    private static boolean declarable(Checked recipe, Usage usage) {
        return recipe.recipe.inputs() == null
                && !recipe.results.openBefore(usage.stop())
                && recipe.flow.acyclic();
    }

    private static QuickFix declare(String name, Findings findings) {
        return new QuickFix(
                findings.label("declare", name),
                List.of(
                        new Edit.SetProperty(
                                List.of("inputs"),
                                Json.object(
                                        "type",
                                        Json.of("object"),
                                        "properties",
                                        Json.object(name, Json.Obj.EMPTY)))));
    }

    private static boolean readsAsResult(ReferencePath path) {
        return !path.steps().isEmpty() && Results.usual(path.steps().getFirst());
    }

    private static boolean holdsInData(Usage usage, List<String> better) {
        return !better.isEmpty() && better.getFirst().endsWith("data." + usage.path());
    }

    /** Paths that may have been meant, best first. */
    private static List<String> better(Checked recipe, Usage usage) {
        ReferencePath path = usage.path();
        Set<String> better = new LinkedHashSet<>();
        Set<String> known = new LinkedHashSet<>();
        if (usage.root().startsWith("_")) {
            known.addAll(Meanings.MAGIC);
        } else if (usage.view() == Usage.View.RUN_INPUT) {
            known.addAll(inputFields(recipe));
        } else {
            better.addAll(holders(recipe, usage));
            visible(usage.stop(), known);
            if (usage.view() == Usage.View.AFTER) {
                known.add(usage.stop().name());
            }
            known.addAll(inputFields(recipe));
        }
        for (String name : recipe.nearest.to(usage.root(), known)) {
            String written = usage.site() instanceof Site.InTemplate ? name : Names.id(name);
            better.add(new ReferencePath(written, path.steps()).toString());
        }
        return List.copyOf(better);
    }

    private static Set<String> inputFields(Checked recipe) {
        Json.Obj inputs = recipe.recipe.inputs();
        return inputs == null ? Set.of() : Schemas.properties(inputs).keySet();
    }

    private static void visible(Stop stop, Set<String> names) {
        for (Loop loop = stop.loop; loop != null; loop = loop.parent()) {
            names.add(loop.variable());
        }
        names.add(Meanings.INPUT);
        before(stop).forEach(it -> names.add(it.name()));
    }

    /** References to the root as a member of the {@code data} of nodes that come before. */
    private static List<String> holders(Checked recipe, Usage usage) {
        List<String> holders = new ArrayList<>();
        for (Stop stop : before(usage.stop())) {
            if (Data.members(recipe, stop).contains(usage.root())) {
                holders.add(stop.name());
            }
        }
        return switch (holders.size()) {
            case 0 -> List.of();
            case 1 -> List.of(inData(holders.getFirst(), usage));
            default -> List.of("data." + usage.path(), inData(holders.getFirst(), usage));
        };
    }

    private static String inData(String node, Usage usage) {
        return new ReferencePath(node, List.of("data")) + "." + usage.path();
    }

    /** The stops before one, nearest first, as many as are worth looking at. */
    private static List<Stop> before(Stop stop) {
        Set<Stop> seen = new LinkedHashSet<>();
        Deque<Stop> open = new ArrayDeque<>(List.of(stop));
        while (!open.isEmpty() && seen.size() < LOOKED_AT) {
            for (Way way : open.remove().in) {
                if (seen.size() < LOOKED_AT && way.from() != stop && seen.add(way.from())) {
                    open.add(way.from());
                }
            }
        }
        return List.copyOf(seen);
    }
}
