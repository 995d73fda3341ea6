package dev.arcrun.engine.document.yaml;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node of a YAML text and where it stands. Offsets are UTF-16 indices, ends exclusive. An end
 * never includes the line break after the node; a block scalar that keeps its trailing blank lines
 * includes them.
 */
public sealed interface YamlNode {

    /** How a scalar is written. */
    enum Style {
        PLAIN,
        SINGLE,
        DOUBLE,
        LITERAL,
        FOLDED;

        boolean block() {
            return this == LITERAL || this == FOLDED;
        }

        boolean quoted() {
            return this == SINGLE || this == DOUBLE;
        }
    }

    /**
     * What may stand before a node.
     *
     * @param end where it ends; the node's start where there is none
     */
    record Properties(int end, @Nullable String anchor, @Nullable String tag) {}

    /** The first character, anchor and tag included. */
    int start();

    /** The first character behind anchor and tag. */
    int content();

    int end();

    Properties properties();

    /**
     * A text, number, truth value or null; {@code text} is the content with escapes and folding
     * undone.
     */
    record Scalar(int start, int content, int end, Properties properties, String text, Style style)
            implements YamlNode {
        /** Nothing is written: {@code key:}. */
        public boolean empty() {
            return content == end && style == Style.PLAIN;
        }
    }

    record Sequence(
            int start,
            int content,
            int end,
            Properties properties,
            boolean flow,
            List<YamlNode> items)
            implements YamlNode {}

    record Mapping(
            int start,
            int content,
            int end,
            Properties properties,
            boolean flow,
            List<Entry> entries)
            implements YamlNode {

        /** The entry that counts: the last one of that key, or null. */
        public @Nullable Entry entry(String key) {
            for (int i = entries.size() - 1; i >= 0; i--) {
                if (key.equals(entries.get(i).name())) {
                    return entries.get(i);
                }
            }
            return null;
        }

        public @Nullable YamlNode get(String key) {
            Entry entry = entry(key);
            return entry == null ? null : entry.value();
        }
    }

    /**
     * {@code *anchor}.
     *
     * @param target null where no such anchor stands before, or where it encloses the alias
     */
    record Alias(int start, int end, String anchor, @Nullable YamlNode target) implements YamlNode {
        @Override
        public int content() {
            return start;
        }

        @Override
        public Properties properties() {
            return new Properties(start, null, null);
        }
    }

    record Entry(YamlNode key, YamlNode value) {
        /** The key as text; null where it is a list or a mapping. */
        public @Nullable String name() {
            return resolve(key) instanceof Scalar scalar ? scalar.text() : null;
        }
    }

    /** The node itself or what an alias stands for; null where that is nothing. */
    static @Nullable YamlNode resolve(YamlNode node) {
        YamlNode found = node;
        while (found instanceof Alias alias) {
            if (alias.target() == null) {
                return null;
            }
            found = alias.target();
        }
        return found;
    }
}
