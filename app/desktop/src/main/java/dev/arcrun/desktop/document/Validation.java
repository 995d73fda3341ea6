package dev.arcrun.desktop.document;

import dev.arcrun.engine.document.Problem;
import dev.arcrun.engine.document.RecipeDocument;
import java.util.List;
import java.util.Locale;

/** Finds everything that is wrong with a document. Runs off the FX thread. */
@FunctionalInterface
public interface Validation {
    /**
     * @param language of the messages
     */
    List<Problem> problemsOf(RecipeDocument document, Locale language);
}
