package dev.arcrun.engine.validate;

import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is known around a recipe. Whatever is null is unknown, and then no rule asks for it.
 *
 * @param recipes names of the recipes that can be called
 * @param credentials names of the credentials that exist; never their values
 * @param hostAllowed whether a host (lower case, without port) may be called from here
 */
public record Surroundings(
        @Nullable Set<String> recipes,
        @Nullable Set<String> credentials,
        @Nullable Predicate<String> hostAllowed) {
    /** Nothing is known but the recipe itself. */
    public static final Surroundings UNKNOWN = new Surroundings(null, null, null);

    public Surroundings {
        recipes = recipes == null ? null : Set.copyOf(recipes);
        credentials = credentials == null ? null : Set.copyOf(credentials);
    }

    public Surroundings withRecipes(Set<String> known) {
        return new Surroundings(known, credentials, hostAllowed);
    }

    public Surroundings withCredentials(Set<String> known) {
        return new Surroundings(recipes, known, hostAllowed);
    }

    public Surroundings withHosts(Predicate<String> allowed) {
        return new Surroundings(recipes, credentials, allowed);
    }
}
