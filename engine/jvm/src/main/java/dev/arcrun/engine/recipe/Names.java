package dev.arcrun.engine.recipe;

import java.util.Locale;
import java.util.Set;

/** Names of nodes, variables and recipes. RECIPE.md, sections 1, 2 and 4. */
public final class Names {
    private static final Set<String> INPUTS = Set.of("input", "trigger", "webhook", "start");
    private static final Set<String> OUTPUTS = Set.of("output", "result", "end", "done");

    private Names() {}

    /** Letters of any script, digits, {@code _}, {@code -}, spaces inside. */
    public static boolean isNode(String name) {
        return !name.isEmpty()
                && name.equals(name.strip())
                && name.codePoints().allMatch(c -> c == ' ' || isPart(c));
    }

    /** What a template can name: as a node's name, without spaces. */
    public static boolean isReference(String name) {
        return !name.isEmpty() && name.codePoints().allMatch(Names::isPart);
    }

    /** {@code [A-Za-z0-9_-]+}. */
    public static boolean isRecipe(String name) {
        return !name.isEmpty() && name.chars().allMatch(c -> c < 0x80 && isPart(c));
    }

    /** A character of a name: a letter or mark of any script, a digit, {@code _} or {@code -}. */
    public static boolean isPart(int codePoint) {
        if (codePoint < 0x80) {
            return (codePoint >= 'a' && codePoint <= 'z')
                    || (codePoint >= 'A' && codePoint <= 'Z')
                    || (codePoint >= '0' && codePoint <= '9')
                    || codePoint == '_'
                    || codePoint == '-';
        }
        int type = Character.getType(codePoint);
        return Character.isLetterOrDigit(codePoint)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    /** The Arcrun id form: lower case, each space a {@code -}. */
    public static String id(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    /** What a node of that name is; one with a component of its own is always a part. */
    public static Node.Role role(String name, boolean hasComponent) {
        if (hasComponent) {
            return Node.Role.PART;
        }
        String id = id(name);
        if (INPUTS.contains(id)) {
            return Node.Role.INPUT;
        }
        return OUTPUTS.contains(id) ? Node.Role.OUTPUT : Node.Role.PART;
    }
}
