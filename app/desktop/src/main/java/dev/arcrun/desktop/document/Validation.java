package dev.arcrun.desktop.document;

import dev.arcrun.engine.document.Problem;
import dev.arcrun.engine.document.RecipeDocument;
import java.util.List;

/** Finds everything that is wrong with a document. Runs off the FX thread. */
@FunctionalInterface
public interface Validation {
    List<Problem> problemsOf(RecipeDocument document);
}
