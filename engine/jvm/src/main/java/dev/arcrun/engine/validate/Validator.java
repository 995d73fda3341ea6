package dev.arcrun.engine.validate;

import dev.arcrun.engine.document.Problem;
import dev.arcrun.engine.document.RecipeDocument;
import dev.arcrun.engine.part.Components;
import java.util.List;
import java.util.Locale;

/**
 * Says what is wrong with a recipe beyond its text: names that mean nothing, parameters a part
 * can't take, ways that lead nowhere. RECIPE.md, all sections. Keeps nothing between recipes and
 * can be used by several threads.
 */
public final class Validator {
    private static final List<Rule> RULES =
            List.of(
                    new UnknownPart(),
                    new DeprecatedPart(),
                    new UnknownName(),
                    new NodeNotBefore(),
                    new LoopVariableOutside(),
                    new UnknownField(),
                    new NoLoopResults(),
                    new MissingParameter(),
                    new UnknownParameter(),
                    new WrongParameter(),
                    new TemplateInVerbatim(),
                    new AlmostTemplate(),
                    new BadExpression(),
                    new Cycle(),
                    new EdgeToItself(),
                    new DuplicateEdge(),
                    new Unreachable(),
                    new LoopExit(),
                    new ShadowedName(),
                    new BranchNeverTaken(),
                    new FailureOfInput(),
                    new UnknownRecipe(),
                    new RecipeCallsItself(),
                    new UnknownCredential(),
                    new MissingCredential(),
                    new CredentialOutOfPlace(),
                    new HostNotAllowed(),
                    new HostFromTemplate(),
                    new SecretInRecipe(),
                    new MissingDescription());

    private final Components components;
    private final Surroundings surroundings;
    private final Wording wording;

    /** Speaks English. */
    public Validator(Components components, Surroundings surroundings) {
        this(components, surroundings, Locale.ENGLISH);
    }

    /**
     * @param locale language of messages and quick fixes; English where there is no translation
     */
    public Validator(Components components, Surroundings surroundings, Locale locale) {
        this.components = components;
        this.surroundings = surroundings;
        this.wording = new Wording(locale);
    }

    /**
     * The problems of the recipe, in order of place. Those of its text are not among them: {@link
     * RecipeDocument#problems()} has them. A text that can't be read as a recipe has none here.
     */
    public List<Problem> check(RecipeDocument document) {
        if (!document.parsed()) {
            return List.of();
        }
        var places = new DocumentPlaces(document);
        var recipe = new Checked(document.recipe(), places, components, surroundings);
        var findings = new Findings(wording);
        for (Rule rule : RULES) {
            rule.check(recipe, findings);
        }
        return findings.byPlace();
    }
}
