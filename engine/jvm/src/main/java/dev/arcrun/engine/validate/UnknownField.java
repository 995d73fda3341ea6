package dev.arcrun.engine.validate;

import dev.arcrun.engine.document.Problem.QuickFix;
import dev.arcrun.engine.document.Problem.Severity;
import dev.arcrun.engine.validate.Checked.Understood;
import dev.arcrun.engine.validate.Flow.Stop;
import dev.arcrun.engine.validate.SchemaPath.End;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** UNKNOWN_FIELD: a reference into a result or the run input names a field that isn't there. */
final class UnknownField implements Rule {
    private static final String CODE = "UNKNOWN_FIELD";
    private static final String DATA = "data";
    private static final int SHOWN = 6;

    @Override
    public void check(Checked recipe, Findings findings) {
        for (Understood it : recipe.references) {
            Usage usage = it.usage();
            switch (it.meaning()) {
                case Meaning.Result(Stop of) -> inResult(recipe, Trail.within(usage), of, findings);
                case Meaning.OwnField(Stop of) ->
                        inResult(recipe, Trail.fromRoot(usage), of, findings);
                case Meaning.RunInput _ -> inInput(recipe, Trail.within(usage), findings);
                case Meaning.InputField _ -> inInput(recipe, Trail.fromRoot(usage), findings);
                case Meaning.Variable _,
                        Meaning.SomeField _,
                        Meaning.NotBefore _,
                        Meaning.OutsideLoop _,
                        Meaning.OutOfSight _,
                        Meaning.Credential _,
                        Meaning.Nothing _ -> {}
            }
        }
    }

    private static void inResult(Checked recipe, Trail trail, Stop of, Findings findings) {
        boolean unknowable = recipe.results.open(of) || of.virtual() || trail.names().isEmpty();
        if (unknowable || Results.ofLoops(trail.names().getFirst())) {
            return;
        }
        String field = trail.names().getFirst();
        if (!recipe.results.mayHave(of, field)) {
            List<String> better = new ArrayList<>();
            if (Data.members(recipe, of).contains(field)) {
                better.add(trail.inserted(0, DATA));
            }
            better.addAll(near(recipe, trail, 0, Results.OF_PARTS));
            report(
                    new Missing(trail, of.name(), 0, List.of("success", DATA, "error")),
                    false,
                    better,
                    recipe,
                    findings);
        } else if (field.equals(DATA) && trail.names().size() > 1) {
            inData(recipe, trail, of, findings);
        }
    }

    private static void inData(Checked recipe, Trail trail, Stop of, Findings findings) {
        switch (SchemaPath.follow(recipe.results.dataSchema(of), trail.names(), 1)) {
            case End.Possible _ -> amongNamed(recipe, trail, of, findings);
            case End.NoContainer(int at, String type) ->
                    noContainer(recipe, trail, at, type, findings);
            case End.NoMember(int at, var members, boolean certain) -> {
                List<String> better = near(recipe, trail, at, members.keySet());
                String foreign = Data.foreign(members);
                if (foreign != null) {
                    better.add(trail.inserted(at, foreign));
                }
                report(
                        new Missing(trail, of.name(), at, members.keySet()),
                        certain,
                        better,
                        recipe,
                        findings);
            }
        }
    }

    /** Of what {@code set} gives beyond its own names nothing is known, so only typos count. */
    private static void amongNamed(Checked recipe, Trail trail, Stop of, Findings findings) {
        Set<String> named = Data.named(recipe.contract(of), of);
        if (named.isEmpty() || named.contains(trail.names().get(1))) {
            return;
        }
        List<String> better = near(recipe, trail, 1, named);
        if (!better.isEmpty()) {
            report(new Missing(trail, of.name(), 1, named), false, better, recipe, findings);
        }
    }

    private static void inInput(Checked recipe, Trail trail, Findings findings) {
        switch (SchemaPath.follow(recipe.recipe.inputs(), trail.names(), 0)) {
            case End.Possible _ -> {}
            case End.NoContainer(int at, String type) ->
                    noContainer(recipe, trail, at, type, findings);
            case End.NoMember(int at, var members, boolean certain) ->
                    report(
                            new Missing(trail, Meanings.INPUT, at, members.keySet()),
                            certain,
                            near(recipe, trail, at, members.keySet()),
                            recipe,
                            findings);
        }
    }

    /**
     * A name that isn't there.
     *
     * @param owner whose result it should be in
     * @param at its position among the names
     * @param has what is there instead
     */
    private record Missing(Trail trail, String owner, int at, Collection<String> has) {
        String shown() {
            String list = String.join("`, `", has.stream().limit(SHOWN).toList());
            return "`" + list + "`" + (has.size() > SHOWN ? ", …" : "");
        }
    }

    private static void noContainer(
            Checked recipe, Trail trail, int at, String type, Findings findings) {
        Usage usage = trail.usage();
        String variant = type.equals("array") ? "list" : "single";
        String owner = trail.rooted() && at == 0 ? usage.root() : trail.upTo(at);
        findings.warning(
                Message.of(CODE, variant, usage.stop().name(), usage.shown(), owner, type),
                usage.site().place(recipe.places),
                List.of());
    }

    private static void report(
            Missing missing,
            boolean certain,
            List<String> better,
            Checked recipe,
            Findings findings) {
        Usage usage = missing.trail.usage();
        List<Object> details =
                new ArrayList<>(
                        List.of(
                                usage.stop().name(),
                                usage.shown(),
                                missing.owner,
                                missing.trail.names().get(missing.at),
                                missing.shown()));
        better.stream().limit(1).map(it -> usage.site().shown(it)).forEach(details::add);
        String variant = better.isEmpty() ? "" : "nearest";
        findings.add(
                certain && usage.needed() ? Severity.ERROR : Severity.WARNING,
                Message.of(CODE, variant, details.toArray()),
                usage.site().place(recipe.places),
                fixes(usage, better, findings));
    }

    private static List<QuickFix> fixes(Usage usage, List<String> better, Findings findings) {
        return new LinkedHashSet<>(better)
                .stream().map(it -> References.use(usage, it, findings)).toList();
    }

    private static List<String> near(
            Checked recipe, Trail trail, int at, Collection<String> known) {
        List<String> near = new ArrayList<>();
        for (String name : recipe.nearest.to(trail.names().get(at), known)) {
            near.add(trail.replaced(at, name));
        }
        return near;
    }
}
