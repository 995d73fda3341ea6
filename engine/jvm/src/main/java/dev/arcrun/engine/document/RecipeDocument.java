package dev.arcrun.engine.document;

import dev.arcrun.engine.document.Problem.Place;
import dev.arcrun.engine.document.yaml.YamlTree;
import dev.arcrun.engine.recipe.Node;
import dev.arcrun.engine.recipe.Recipe;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A recipe as text, and what the text says. Immutable: an edit gives another document. RECIPE.md,
 * sections 0 to 2.
 *
 * <p>The text is the truth. An edit replaces the characters it must and no others, and is refused
 * when the text can't hold it; a value shared by an anchor is written out where it is edited
 * through an alias, and not edited at the anchor while others use it.
 */
public final class RecipeDocument {
    private final YamlTree tree;
    private final Messages messages;
    private final Reading reading;
    private final List<Problem> problems;
    private final Recipe lastGood;

    private RecipeDocument(YamlTree tree, Messages messages, Recipe lastGood) {
        this.tree = tree;
        this.messages = messages;
        Findings findings = new Findings(tree.source(), messages);
        this.reading = new DocumentReader(tree, findings).read();
        this.problems = findings.problems();
        this.lastGood = reading.understood() ? reading.recipe() : lastGood;
    }

    /** Reads a text; never throws for a bad one. Messages are English. */
    public static RecipeDocument read(String text) {
        return read(text, null);
    }

    /**
     * Reads a text that follows another.
     *
     * @param before where the last good model comes from if this text can't be read
     */
    public static RecipeDocument read(String text, @Nullable RecipeDocument before) {
        return read(text, before, Locale.ENGLISH);
    }

    /**
     * Reads a text that follows another, with messages in a language.
     *
     * @param locale language of the problems' messages; English where there is no translation
     */
    public static RecipeDocument read(String text, @Nullable RecipeDocument before, Locale locale) {
        return new RecipeDocument(
                YamlTree.read(text),
                Messages.in(locale),
                before == null ? RecipeReader.EMPTY : before.lastGood);
    }

    public String text() {
        return tree.text();
    }

    /** What this text says, as far as it can be understood; else what the last good one said. */
    public Recipe recipe() {
        return lastGood;
    }

    /** Whether {@link #recipe} is this text's own; if not, only {@link Edit.ReplaceText} works. */
    public boolean parsed() {
        return reading.understood();
    }

    /** In order of place. */
    public List<Problem> problems() {
        return problems;
    }

    /** Nodes that have settings but stand in no triplet yet, by name; they don't run. */
    public Map<String, Node> unplacedNodes() {
        return reading.unplaced();
    }

    /**
     * Makes edits, one after the other, all or none.
     *
     * @throws EditException when one can't be made
     */
    @SuppressWarnings("ReferenceEquality") // edits that change nothing give the same tree
    public Edited apply(List<Edit> edits) {
        Edits made = new Edits(tree, reading, messages);
        for (Edit edit : edits) {
            made.make(edit);
        }
        RecipeDocument changed =
                made.tree() == tree ? this : new RecipeDocument(made.tree(), messages, lastGood);
        return new Edited(changed, made.changes(), made.inverse());
    }

    /**
     * The document after edits.
     *
     * @param changes the edits as replaced text, to be made one after the other
     * @param inverse what gives the exact text before again, likewise
     */
    public record Edited(
            RecipeDocument document,
            List<Edit.ReplaceText> changes,
            List<Edit.ReplaceText> inverse) {
        public Edited {
            changes = List.copyOf(changes);
            inverse = List.copyOf(inverse);
        }
    }

    /** The place of a value; of what is nearest around it where it isn't there; null: nowhere. */
    public @Nullable Place placeOf(Address address) {
        return addresses().placeOf(address);
    }

    /**
     * What stands at an offset of the text (UTF-16): the innermost; null: nothing of the recipe.
     */
    public @Nullable Address addressAt(int offset) {
        return addresses().at(offset);
    }

    /**
     * The place of a piece of a parameter's text, for instance of a reference in it.
     *
     * @param from first character (UTF-16) in the text that the parameter holds
     * @param to end of the piece, exclusive
     * @return the whole value where the piece can't be told apart, as with escapes and folded lines
     */
    public Place placeInParameter(String node, List<Object> path, int from, int to) {
        return addresses().placeInParameter(node, path, from, to);
    }

    /** The document as a recipe in YAML: itself, or what a compiled graph means. */
    public String toYaml() {
        return reading.outline().compiled() ? RecipeYaml.write(recipe()) : text();
    }

    private Addresses addresses() {
        return new Addresses(tree, reading, messages);
    }
}
