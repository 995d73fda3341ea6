package dev.arcrun.engine.document.yaml;

import dev.arcrun.engine.document.yaml.YamlNode.Entry;
import dev.arcrun.engine.document.yaml.YamlNode.Style;
import org.jspecify.annotations.Nullable;

/**
 * The habits of a text, for what is added to it.
 *
 * @param newline its line break
 * @param step columns a mapping in a mapping is indented by
 * @param listStep columns a list in a mapping is indented by; often 0 or the same as {@code step}
 * @param quotes its favourite quotes
 */
record Layout(String newline, int step, int listStep, Style quotes) {

    static final int DEFAULT_STEP = 2;

    static Layout of(YamlTree tree) {
        Habits habits = new Habits(tree.source());
        if (tree.root() != null) {
            habits.visit(tree.root(), null);
        }
        int step = habits.step > 0 ? habits.step : DEFAULT_STEP;
        int listStep = habits.listStep >= 0 ? habits.listStep : step;
        boolean single = habits.singleQuoted > habits.doubleQuoted;
        return new Layout(
                tree.source().newline(), step, listStep, single ? Style.SINGLE : Style.DOUBLE);
    }

    private static final class Habits {
        private final SourceText source;
        private int step;
        private int listStep = -1;
        private int singleQuoted;
        private int doubleQuoted;

        Habits(SourceText source) {
            this.source = source;
        }

        private boolean complete() {
            return step > 0 && listStep >= 0 && singleQuoted + doubleQuoted > 20;
        }

        void visit(YamlNode node, YamlNode.@Nullable Mapping owner) {
            if (complete()) {
                return;
            }
            switch (node) {
                case YamlNode.Scalar scalar -> {
                    singleQuoted += scalar.style() == Style.SINGLE ? 1 : 0;
                    doubleQuoted += scalar.style() == Style.DOUBLE ? 1 : 0;
                }
                case YamlNode.Sequence sequence -> {
                    if (owner != null && !sequence.flow() && listStep < 0) {
                        listStep = Math.max(0, difference(sequence, owner));
                    }
                    sequence.items().forEach(item -> visit(item, null));
                }
                case YamlNode.Mapping mapping -> {
                    if (owner != null && !mapping.flow() && step == 0) {
                        step = Math.max(0, difference(mapping, owner));
                    }
                    YamlNode.Mapping next = mapping.flow() ? null : mapping;
                    for (Entry entry : mapping.entries()) {
                        visit(entry.value(), next);
                    }
                }
                case YamlNode.Alias _ -> {}
            }
        }

        private int difference(YamlNode inner, YamlNode outer) {
            return source.indent(inner.content()) - source.indent(outer.content());
        }
    }
}
