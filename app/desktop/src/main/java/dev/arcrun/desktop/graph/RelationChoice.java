package dev.arcrun.desktop.graph;

import dev.arcrun.engine.recipe.Relation;
import java.util.Locale;

/** The relations offered when two nodes are connected. */
enum RelationChoice {
    SUCCESS,
    FAIL,
    ALWAYS,
    TRUE,
    FALSE,
    CONDITION,
    LOOP;

    String textKey() {
        return "graph.relation." + name().toLowerCase(Locale.ROOT);
    }

    /** Whether it needs a word from the user: a condition or a variable. */
    boolean asks() {
        return this == CONDITION || this == LOOP;
    }

    String questionKey() {
        return "graph.ask." + name().toLowerCase(Locale.ROOT);
    }

    /**
     * The relation.
     *
     * @param answer to the question, if it asks one
     */
    Relation relation(String answer) {
        return switch (this) {
            case SUCCESS -> new Relation.OnSuccess();
            case FAIL -> new Relation.OnFail();
            case ALWAYS -> new Relation.Always();
            case TRUE -> new Relation.OnBranch("true");
            case FALSE -> new Relation.OnBranch("false");
            case CONDITION -> new Relation.If(answer.strip());
            case LOOP -> new Relation.Foreach(answer.strip());
        };
    }
}
