package dev.arcrun.engine.validate;

import dev.arcrun.engine.recipe.Edge;
import dev.arcrun.engine.recipe.Node;
import dev.arcrun.engine.recipe.Recipe;
import dev.arcrun.engine.recipe.Relation;
import dev.arcrun.engine.template.CredentialPlaceholder;
import dev.arcrun.engine.template.MagicVariables;
import dev.arcrun.engine.validate.Ancestry.Question;
import dev.arcrun.engine.validate.Flow.Loop;
import dev.arcrun.engine.validate.Flow.Stop;
import dev.arcrun.engine.validate.Meaning.Because;
import dev.arcrun.engine.validate.Usage.View;
import dev.arcrun.engine.value.Json;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides what references mean, in the order in which a run looks them up. */
final class Meanings {
    static final String INPUT = "input";
    static final String INDEX = "_index";
    static final Set<String> MAGIC =
            Set.copyOf(MagicVariables.scope(Instant.EPOCH, "", "", "", null, "").names());

    private final Flow flow;
    private final Results results;
    private final Json.@Nullable Obj inputs;
    private final Map<String, Edge> loopsByVariable = new HashMap<>();
    private final Set<Question> before;

    Meanings(Recipe recipe, Flow flow, Results results, List<Usage> usages) {
        this.flow = flow;
        this.results = results;
        this.inputs = recipe.inputs();
        for (Edge edge : recipe.edges()) {
            if (edge.relation() instanceof Relation.Foreach(String variable)) {
                loopsByVariable.putIfAbsent(variable, edge);
                loopsByVariable.putIfAbsent(variable + INDEX, edge);
            }
        }
        this.before = Ancestry.yes(flow, questions(usages));
    }

    private Collection<Question> questions(List<Usage> usages) {
        Set<Question> questions = new HashSet<>();
        for (Usage usage : usages) {
            Stop named = flow.named(usage.root());
            if (named != null) {
                questions.add(new Question(named, usage.stop()));
            }
        }
        return questions;
    }

    Meaning of(Usage usage) {
        String root = usage.root();
        if (root.equals(CredentialPlaceholder.ROOT) && usage.site() instanceof Site.InTemplate) {
            return new Meaning.Credential();
        }
        if (usage.view() == View.RUN_INPUT) {
            return inRunInput(root);
        }
        if (usage.view() == View.AFTER && isOwnField(usage.stop(), root)) {
            return new Meaning.OwnField(usage.stop());
        }
        if (MAGIC.contains(root) || isLoopVariable(usage.stop().loop, root)) {
            return new Meaning.Variable();
        }
        Stop node = flow.named(root);
        if (root.equals(INPUT)) {
            return new Meaning.RunInput();
        }
        if (node != null && (comesBefore(node, usage) || !flow.acyclic())) {
            return node.node.role() == Node.Role.INPUT
                    ? new Meaning.RunInput()
                    : new Meaning.Result(node);
        }
        return withoutNode(usage, node);
    }

    private Meaning withoutNode(Usage usage, @Nullable Stop node) {
        String root = usage.root();
        if (inputHas(root)) {
            return new Meaning.InputField();
        }
        if (results.usualBefore(usage.stop(), root)) {
            return new Meaning.SomeField();
        }
        if (node != null) {
            return new Meaning.NotBefore(node);
        }
        Edge loop = loopsByVariable.get(root);
        return loop == null
                ? new Meaning.Nothing(why(results.openBefore(usage.stop())))
                : new Meaning.OutsideLoop(loop);
    }

    private Meaning inRunInput(String root) {
        if (inputHas(root)) {
            return new Meaning.InputField();
        }
        Stop node = flow.named(root);
        if (node != null && !node.virtual()) {
            return new Meaning.OutOfSight(node);
        }
        return node != null || root.equals(INPUT)
                ? new Meaning.RunInput()
                : new Meaning.Nothing(why(false));
    }

    private Because why(boolean openResults) {
        if (openResults || inputs == null || Schemas.properties(inputs).isEmpty()) {
            return Because.NOBODY_KNOWS;
        }
        return Json.FALSE.equals(inputs.get("additionalProperties"))
                ? Because.NOBODY_HAS_IT
                : Because.NOBODY_SAYS_SO;
    }

    private boolean inputHas(String field) {
        return inputs != null && Schemas.properties(inputs).containsKey(field);
    }

    private boolean isOwnField(Stop stop, String root) {
        boolean known = results.mayHave(stop, root) || Results.ofLoops(root);
        boolean namesNode = flow.named(root) != null && results.open(stop);
        return !stop.virtual() && known && !namesNode && !root.equals(INPUT);
    }

    private boolean comesBefore(Stop node, Usage usage) {
        boolean own = usage.view() == View.AFTER && node == usage.stop();
        return own || before.contains(new Question(node, usage.stop()));
    }

    private static boolean isLoopVariable(@Nullable Loop innermost, String root) {
        for (Loop loop = innermost; loop != null; loop = loop.parent()) {
            String variable = loop.variable();
            boolean index =
                    root.length() == variable.length() + INDEX.length()
                            && root.startsWith(variable)
                            && root.endsWith(INDEX);
            if (index || root.equals(variable)) {
                return true;
            }
        }
        return false;
    }
}
