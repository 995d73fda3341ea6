package dev.arcrun.engine.template;

import java.util.List;

/**
 * Why parameters can't be put together.
 *
 * @param code {@code UNRESOLVED_REFERENCE}, {@code CREDENTIAL_REFERENCE} for a credential that is
 *     written in a way that can't be one, or {@code TEXT_TOO_LARGE} where too much was found
 * @param reference as in the recipe's text, without braces
 * @param message what happened and what to do
 * @param nearest references that would mean something, best first
 */
public record Unresolved(String code, String reference, String message, List<String> nearest) {
    public static final String UNRESOLVED_REFERENCE = "UNRESOLVED_REFERENCE";
    public static final String CREDENTIAL_REFERENCE = "CREDENTIAL_REFERENCE";
    public static final String TEXT_TOO_LARGE = "TEXT_TOO_LARGE";

    public Unresolved {
        nearest = List.copyOf(nearest);
    }
}
