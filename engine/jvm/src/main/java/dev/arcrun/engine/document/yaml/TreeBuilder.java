package dev.arcrun.engine.document.yaml;

import dev.arcrun.engine.document.yaml.YamlIssue.Kind;
import dev.arcrun.engine.document.yaml.YamlNode.Entry;
import dev.arcrun.engine.document.yaml.YamlNode.Properties;
import dev.arcrun.engine.document.yaml.YamlNode.Style;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.Parser;

/**
 * Parser events to tree, without recursion. Unlike the library's composer it keeps aliases where
 * they stand, and what was read before an error.
 */
final class TreeBuilder {
    /** Deeper nesting isn't read. */
    static final int MAX_DEPTH = 200;

    private final SourceText source;
    private final CodePoints codePoints;
    private final NodeSpans spans;
    private final Deque<Frame> open = new ArrayDeque<>();
    private final Map<String, YamlNode> anchors = new HashMap<>();
    private final List<YamlIssue> issues = new ArrayList<>();
    private @Nullable YamlNode root;
    private @Nullable YamlEngineException error;
    private YamlNode.@Nullable Scalar lastScalar;

    TreeBuilder(SourceText source, CodePoints codePoints) {
        this.source = source;
        this.codePoints = codePoints;
        this.spans = new NodeSpans(source);
    }

    @Nullable YamlNode root() {
        return root;
    }

    @Nullable YamlEngineException error() {
        return error;
    }

    CodePoints codePoints() {
        return codePoints;
    }

    List<YamlIssue> issues() {
        return issues;
    }

    /**
     * Where a quote starts that goes over several lines and ends right before an offset; -1:
     * nowhere. Such a quote was probably meant to end on its first line.
     */
    int quoteBefore(int offset) {
        YamlNode.Scalar scalar = lastScalar;
        if (scalar == null
                || !scalar.style().quoted()
                || offset < scalar.end()
                || source.line(scalar.content()) == source.line(scalar.end())) {
            return -1;
        }
        return source.text().substring(scalar.end(), offset).isBlank() ? scalar.content() : -1;
    }

    /** Reads the first document; a second one is an issue. */
    void addAll(Parser parser) {
        int documents = 0;
        while (parser.hasNext()) {
            Event event = parser.next();
            if (event instanceof DocumentStartEvent && ++documents == 2) {
                int at = start(event);
                issues.add(new YamlIssue(Kind.MULTIPLE_DOCUMENTS, at, end(event), source.line(at)));
                return;
            }
            if (!add(event)) {
                return;
            }
        }
    }

    /** Closes what is open, so that what was read so far is a tree. */
    void fail(YamlEngineException cause) {
        error = cause;
        closeAll();
    }

    private void closeAll() {
        while (!open.isEmpty()) {
            close(-1);
        }
    }

    private boolean add(Event event) {
        switch (event) {
            case AliasEvent alias -> place(alias(alias));
            case ScalarEvent scalar -> {
                lastScalar = scalar(scalar);
                place(lastScalar);
            }
            case CollectionStartEvent start -> {
                if (open.size() == MAX_DEPTH) {
                    int at = start(start);
                    issues.add(new YamlIssue(Kind.TOO_DEEP, at, at, MAX_DEPTH));
                    closeAll();
                    return false;
                }
                open.push(frame(start));
            }
            default -> {
                if (event.getEventId() == Event.ID.SequenceEnd
                        || event.getEventId() == Event.ID.MappingEnd) {
                    close(end(event));
                }
            }
        }
        return true;
    }

    private int start(Event event) {
        return event.getStartMark().map(mark -> codePoints.offset(mark.getIndex())).orElse(0);
    }

    private int end(Event event) {
        return event.getEndMark().map(mark -> codePoints.offset(mark.getIndex())).orElse(0);
    }

    private YamlNode alias(AliasEvent event) {
        String name = event.getAlias().getValue();
        int start = start(event);
        YamlNode target = anchors.get(name);
        if (target == null) {
            boolean encloses = open.stream().anyMatch(frame -> name.equals(frame.anchor()));
            Kind kind = encloses ? Kind.ALIAS_CYCLE : Kind.ALIAS_UNKNOWN;
            issues.add(new YamlIssue(kind, start, end(event), name));
        }
        return new YamlNode.Alias(start, end(event), name, target);
    }

    private YamlNode.Scalar scalar(ScalarEvent event) {
        String anchor = name(event.getAnchor());
        String tag = event.getTag().orElse(null);
        Style style = style(event.getScalarStyle());
        int start = start(event);
        Properties properties = spans.properties(start, anchor, tag);
        if (event.getValue().isEmpty() && style == Style.PLAIN) {
            int at = spans.emptyScalar(properties, start);
            return new YamlNode.Scalar(Math.min(start, at), at, at, properties, "", style);
        }
        int content = spans.content(properties, start);
        int end = end(event);
        if (style.block()) {
            end = spans.blockScalarEnd(content, end);
        }
        return new YamlNode.Scalar(start, content, end, properties, event.getValue(), style);
    }

    private static Style style(ScalarStyle style) {
        return switch (style) {
            case PLAIN, JSON_SCALAR_STYLE -> Style.PLAIN;
            case SINGLE_QUOTED -> Style.SINGLE;
            case DOUBLE_QUOTED -> Style.DOUBLE;
            case LITERAL -> Style.LITERAL;
            case FOLDED -> Style.FOLDED;
        };
    }

    private static @Nullable String name(java.util.Optional<Anchor> anchor) {
        return anchor.map(Anchor::getValue).orElse(null);
    }

    private Frame frame(CollectionStartEvent event) {
        String anchor = name(event.getAnchor());
        int start = start(event);
        Properties properties = spans.properties(start, anchor, event.getTag().orElse(null));
        if (anchor != null) {
            anchors.remove(anchor);
        }
        boolean mapping = event.getEventId() == Event.ID.MappingStart;
        return new Frame(
                mapping, event.isFlow(), start, spans.content(properties, start), properties);
    }

    private void close(int end) {
        Frame frame = open.pop();
        if (frame.key != null) {
            int at = frame.key.end();
            frame.put(
                    new YamlNode.Scalar(
                            at, at, at, new Properties(at, null, null), "", Style.PLAIN));
        }
        int last = Math.max(frame.end(), frame.content);
        int stop = frame.flow && end >= 0 ? end : last;
        place(
                frame.mapping
                        ? new YamlNode.Mapping(
                                frame.start,
                                frame.content,
                                stop,
                                frame.properties,
                                frame.flow,
                                List.copyOf(frame.entries))
                        : new YamlNode.Sequence(
                                frame.start,
                                frame.content,
                                stop,
                                frame.properties,
                                frame.flow,
                                List.copyOf(frame.items)));
    }

    private void place(YamlNode node) {
        String anchor = node.properties().anchor();
        if (anchor != null) {
            anchors.put(anchor, node);
        }
        Frame frame = open.peek();
        if (frame == null) {
            root = node;
        } else {
            frame.put(node);
        }
    }

    /** A list or mapping whose end isn't read yet. */
    private static final class Frame {
        final boolean mapping;
        final boolean flow;
        final int start;
        final int content;
        final Properties properties;
        final List<YamlNode> items = new ArrayList<>();
        final List<Entry> entries = new ArrayList<>();
        @Nullable YamlNode key;

        Frame(boolean mapping, boolean flow, int start, int content, Properties properties) {
            this.mapping = mapping;
            this.flow = flow;
            this.start = start;
            this.content = content;
            this.properties = properties;
        }

        @Nullable String anchor() {
            return properties.anchor();
        }

        void put(YamlNode node) {
            if (!mapping) {
                items.add(node);
            } else if (key == null) {
                key = node;
            } else {
                entries.add(new Entry(key, node));
                key = null;
            }
        }

        /** The end of the last child; -1 where there is none. */
        int end() {
            if (mapping) {
                return entries.isEmpty() ? -1 : entries.getLast().value().end();
            }
            return items.isEmpty() ? -1 : items.getLast().end();
        }
    }
}
