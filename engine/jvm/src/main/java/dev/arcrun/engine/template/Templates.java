package dev.arcrun.engine.template;

import dev.arcrun.engine.value.Json;
import java.util.Set;

/** Puts values into a node's parameters. RECIPE.md, section 4. */
public final class Templates {
    private Templates() {}

    /**
     * Reads every text of the parameters as a template, at any depth, and puts the values in. Keys
     * are not templates, and values that were put in are not read again.
     *
     * @param verbatim names of top-level parameters that are taken as written
     * @param strict whether a reference that names nothing is a failure also where it is a whole
     *     text
     */
    public static Resolution resolve(
            Json.Obj parameters,
            Set<String> verbatim,
            Scope scope,
            boolean strict,
            CredentialPlaceholder credentials) {
        return new Resolver(scope, strict, credentials).resolve(parameters, verbatim);
    }
}
