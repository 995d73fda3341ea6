package dev.arcrun.engine.document.yaml;

import dev.arcrun.engine.document.yaml.YamlNode.Entry;

/** Where the elements of lists and mappings start and end, their dashes, colons and commas. */
final class Elements {
    private final SourceText source;
    private final NodeSpans spans;

    Elements(SourceText source) {
        this.source = source;
        this.spans = new NodeSpans(source);
    }

    /** The dash, question mark, key or item. */
    int start(YamlNode owner, int index) {
        return switch (owner) {
            case YamlNode.Mapping mapping -> keyStart(mapping, mapping.entries().get(index));
            case YamlNode.Sequence sequence -> {
                if (sequence.flow()) {
                    yield sequence.items().get(index).start();
                }
                yield index == 0
                        ? sequence.content()
                        : spans.skipBlanksAndComments(end(owner, index - 1));
            }
            case YamlNode.Scalar _, YamlNode.Alias _ ->
                    throw new IllegalArgumentException("a scalar has no elements");
        };
    }

    private int keyStart(YamlNode.Mapping mapping, Entry entry) {
        int start = entry.key().start();
        if (mapping.flow()) {
            return start;
        }
        int at = start - 1;
        while (at > 0 && source.charAt(at) == ' ') {
            at--;
        }
        boolean explicit =
                at >= 0
                        && source.charAt(at) == '?'
                        && source.indent(at) == source.indent(mapping.content());
        return explicit ? at : start;
    }

    int end(YamlNode owner, int index) {
        int end = Located.child(owner, index).end();
        return owner instanceof YamlNode.Mapping mapping
                ? Math.max(end, mapping.entries().get(index).key().end())
                : end;
    }

    /** Where a value follows: behind the colon or dash; -1 where there is no colon. */
    int head(YamlNode owner, int index) {
        return switch (owner) {
            case YamlNode.Mapping mapping -> {
                int colon = spans.skipBlanksAndComments(mapping.entries().get(index).key().end());
                yield colon < source.length() && source.charAt(colon) == ':' ? colon + 1 : -1;
            }
            case YamlNode.Sequence sequence ->
                    sequence.flow() ? sequence.items().get(index).start() : start(owner, index) + 1;
            case YamlNode.Scalar _, YamlNode.Alias _ -> -1;
        };
    }

    /** The comma behind an element of a flow collection, or -1. */
    int comma(YamlNode owner, int index) {
        int at = spans.skipBlanksAndComments(end(owner, index));
        return at < source.length() && source.charAt(at) == ',' ? at : -1;
    }

    /** Whether the element begins its line, so that it is a matter of whole lines. */
    boolean ownsItsLines(YamlNode owner, int index) {
        return source.isFirstInLine(start(owner, index));
    }

    /** Column of a block collection's keys or dashes, from 0. */
    int indent(YamlNode owner) {
        return source.indent(owner.content());
    }
}
