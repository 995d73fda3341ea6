package dev.arcrun.catalog.apirecipe;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a recipe is called as a part, and what else recipes may call it by. */
final class RecipeId {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]{0,63}");
    private static final int HASH_BYTES = 4;

    private RecipeId() {}

    /** In the form of a part's id where it can be: hyphens, dots and spaces become {@code _}. */
    static String normal(String id) {
        return id.strip().toLowerCase(Locale.ROOT).replaceAll("[-. /:]+", "_");
    }

    static boolean isId(String id) {
        return ID.matcher(id).matches();
    }

    /**
     * Names that recipes know it by.
     *
     * @param original the id as it was
     * @param hashed whether Arcrun also knows it by {@code rec_} and the start of the id's SHA-256
     */
    static List<String> aliases(String original, String id, boolean hashed) {
        List<String> aliases = new ArrayList<>();
        String known = original.strip().toLowerCase(Locale.ROOT);
        if (!known.equals(id)) {
            aliases.add(known);
        }
        if (hashed) {
            aliases.add("rec_" + hash(known));
        }
        return aliases;
    }

    private static String hash(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
