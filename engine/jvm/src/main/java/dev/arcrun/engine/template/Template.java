package dev.arcrun.engine.template;

import dev.arcrun.engine.template.Segment.Literal;
import dev.arcrun.engine.template.Segment.Reference;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A text with references in it, read. RECIPE.md, section 4.
 *
 * @param segments in order; two literals never follow each other and none is empty
 */
public record Template(List<Segment> segments) {
    public Template {
        segments = List.copyOf(segments);
    }

    /** Reads any text; what isn't a reference is a literal. Time grows with the text's length. */
    public static Template parse(String text) {
        return new Template(new TemplateParser(text).parse());
    }

    /** The references in order. */
    public List<Reference> references() {
        return segments.stream()
                .filter(Reference.class::isInstance)
                .map(Reference.class::cast)
                .toList();
    }

    /**
     * The reference that is the whole text, white space around it aside, or null. Such a template
     * keeps its value's type.
     */
    public @Nullable Reference whole() {
        List<Segment> visible =
                segments.stream()
                        .filter(it ->
                                !(it instanceof Literal(var text) && Characters.isBlank(text)))
                        .toList();
        return visible.size() == 1 && visible.getFirst() instanceof Reference only ? only : null;
    }

    /**
     * A piece between double braces that is plain text since it isn't a reference; most likely a
     * mistake of its author.
     *
     * @param start UTF-16 offset of the opening braces
     * @param end offset after the closing braces
     */
    public record Unread(int start, int end) {}

    /** What looks like a reference in a text and isn't one. */
    public static List<Unread> unread(String text) {
        var parser = new TemplateParser(text);
        parser.parse();
        return parser.unread();
    }

    /**
     * The text with every reference to the name {@code from} referring to {@code to} instead, all
     * else byte for byte as it was. {@code credential} is never a name in the scope, so it stays.
     *
     * @throws IllegalArgumentException when {@code to} can't be written as a name
     */
    public static String renameRoot(String text, String from, String to) {
        if (!Names.isName(to)) {
            throw new IllegalArgumentException("not a name: " + to);
        }
        var renamed = new StringBuilder();
        int copied = 0;
        for (Reference reference : parse(text).references()) {
            if (reference.path().name().equals(from) && !reference.isCredential()) {
                int name = Characters.endOfSpaces(text, reference.start() + 2);
                renamed.append(text, copied, name).append(to);
                copied = name + from.length();
            }
        }
        return renamed.append(text, copied, text.length()).toString();
    }

    /** A text that reads as this template, apart from offsets. */
    @Override
    public String toString() {
        return segments.stream().map(Segment::toString).collect(Collectors.joining());
    }
}
