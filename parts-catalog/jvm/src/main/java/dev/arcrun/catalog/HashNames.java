package dev.arcrun.catalog;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Arcrun's short names of components: {@code cmp_}, or {@code rec_} for an API recipe, and the
 * first 8 hex digits of SHA-256 of the canonical id. That is how Arcrun 1.4's executor makes {@code
 * rec_} names (its lib/hash.ts); of {@code cmp_} names it shows the form alone.
 */
final class HashNames {
    private static final Pattern FORM = Pattern.compile("(?:cmp|rec)_([0-9a-f]{8})");

    private HashNames() {}

    /** The first of the ids that a short name stands for; empty for any other name. */
    static Optional<String> idOf(String name, Set<String> ids) {
        var form = FORM.matcher(name);
        if (!form.matches()) {
            return Optional.empty();
        }
        String start = form.group(1);
        return ids.stream().filter(id -> sha256(id).startsWith(start)).findFirst();
    }

    private static String sha256(String id) {
        return CatalogIndex.sha256(id.getBytes(StandardCharsets.UTF_8));
    }
}
