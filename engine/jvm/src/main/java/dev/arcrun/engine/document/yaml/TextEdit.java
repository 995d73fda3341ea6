package dev.arcrun.engine.document.yaml;

import dev.arcrun.engine.document.yaml.YamlNode.Entry;
import dev.arcrun.engine.value.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which characters an edit replaces. */
final class TextEdit {
    private final YamlTree tree;
    private final SourceText source;
    private final Layout layout;
    private final ValueWriter writer;

    /**
     * @param blocks whether multi-line text may become a block scalar
     */
    TextEdit(YamlTree tree, boolean blocks) {
        this.tree = tree;
        this.source = tree.source();
        this.layout = Layout.of(tree);
        this.writer = new ValueWriter(layout, blocks);
    }

    /** Splices of one text, none overlapping; empty where there is nothing to do. */
    List<Splice> splices(TreeEdit edit) {
        YamlNode root = tree.root();
        if (root == null) {
            return edit instanceof TreeEdit.Set(List<Object> path, Json value, _)
                    ? List.of(firstText(wrapped(path, value)))
                    : List.of();
        }
        Located at = Located.walk(root, edit.path());
        if (at.node() instanceof YamlNode.Alias alias && !isReplaced(at, edit)) {
            return throughAlias(at, alias, edit);
        }
        return switch (edit) {
            case TreeEdit.Set(List<Object> path, Json value, List<String> order) ->
                    set(at, path, value, order);
            case TreeEdit.Remove(List<Object> path) ->
                    at.depth() == path.size() && at.owner() != null
                            ? remove(root, at, path, at.owner())
                            : List.of();
            case TreeEdit.Insert(List<Object> path, int index, Json value) ->
                    insert(at, path, index, value);
            case TreeEdit.Move(List<Object> path, int from, int to) -> move(at, from, to);
            case TreeEdit.RenameKey(List<Object> path, String key) -> rename(at, path, key);
        };
    }

    private static boolean isReplaced(Located at, TreeEdit edit) {
        boolean arrived = at.depth() == edit.path().size();
        return arrived && !(edit instanceof TreeEdit.Insert || edit instanceof TreeEdit.Move);
    }

    /** The alias becomes a copy of its value with the change made in it. */
    private List<Splice> throughAlias(Located at, YamlNode.Alias alias, TreeEdit edit) {
        Json copy = new DataReader().read(alias);
        int depth = at.depth();
        List<Object> rest = edit.path().subList(depth, edit.path().size());
        TreeEdit inside =
                switch (edit) {
                    case TreeEdit.Set set -> new TreeEdit.Set(rest, set.value());
                    case TreeEdit.Remove _ -> new TreeEdit.Remove(rest);
                    case TreeEdit.Insert insert ->
                            new TreeEdit.Insert(rest, insert.index(), insert.value());
                    case TreeEdit.Move move -> new TreeEdit.Move(rest, move.from(), move.to());
                    case TreeEdit.RenameKey rename -> new TreeEdit.RenameKey(rest, rename.key());
                };
        Json changed = DataEdit.apply(copy, inside);
        return changed.equals(copy)
                ? List.of()
                : new ReplaceValue(source, writer).replace(at, changed);
    }

    private List<Splice> set(Located at, List<Object> path, Json value, List<String> order) {
        if (at.depth() == path.size()) {
            return new ReplaceValue(source, writer).replace(at, value);
        }
        Object step = path.get(at.depth());
        Json below = wrapped(path.subList(at.depth() + 1, path.size()), value);
        AddElement add = new AddElement(source, writer);
        return switch (at.node()) {
            case YamlNode.Mapping mapping
                    when !mapping.entries().isEmpty() && step instanceof String key ->
                    add.entry(at, mapping, position(mapping, key, order), key, below);
            case YamlNode.Sequence sequence
                    when !sequence.items().isEmpty()
                            && step instanceof Integer index
                            && index == sequence.items().size() ->
                    add.item(at, sequence, index, below);
            case YamlNode.Mapping _, YamlNode.Sequence _, YamlNode.Scalar _, YamlNode.Alias _ ->
                    replaceEmpty(at, wrapped(path.subList(at.depth(), path.size()), value));
        };
    }

    /** Behind the last entry that usually stands before the key; the end where none says. */
    private static int position(YamlNode.Mapping mapping, String key, List<String> order) {
        int place = order.indexOf(key);
        int size = mapping.entries().size();
        if (place < 0 || mapping.flow()) {
            return size;
        }
        for (int i = size - 1; i >= 0; i--) {
            int other = order.indexOf(String.valueOf(mapping.entries().get(i).name()));
            if (other >= 0 && other < place) {
                return i + 1;
            }
        }
        return 0;
    }

    private List<Splice> replaceEmpty(Located at, Json value) {
        if (at.owner() != null) {
            return new ReplaceValue(source, writer).replace(at, value);
        }
        String text = writer.block(value, 0, 0).behind("", "");
        return List.of(new Splice(at.node().start(), at.node().end(), text));
    }

    private static Json wrapped(List<Object> path, Json value) {
        Json wrapped = value;
        for (Object step : path.reversed()) {
            wrapped =
                    step instanceof String name
                            ? new Json.Obj(new LinkedHashMap<>(Map.of(name, wrapped)))
                            : Json.array(wrapped);
        }
        return wrapped;
    }

    /** The first thing in a text that has only comments, or nothing. */
    private Splice firstText(Json value) {
        String text = source.text();
        boolean ended =
                text.length() == source.bodyStart() || text.endsWith("\n") || text.endsWith("\r");
        String written = writer.block(value, 0, 0).behind("", "");
        return new Splice(
                text.length(),
                text.length(),
                ended ? written + layout.newline() : layout.newline() + written);
    }

    private List<Splice> remove(YamlNode root, Located at, List<Object> path, YamlNode owner) {
        if (Located.size(owner) > 1) {
            return new RemoveElement(source).remove(owner, at.index());
        }
        Located collection = Located.walk(root, path.subList(0, path.size() - 1));
        Json empty = owner instanceof YamlNode.Mapping ? Json.Obj.EMPTY : Json.array();
        if (Located.isFlow(owner)) {
            return List.of(
                    new Splice(owner.content(), owner.end(), writer.flow(empty, false, null)));
        }
        return new ReplaceValue(source, writer).replace(collection, empty);
    }

    private List<Splice> insert(Located at, List<Object> path, int index, Json value) {
        if (at.depth() == path.size()
                && at.node() instanceof YamlNode.Sequence sequence
                && !sequence.items().isEmpty()) {
            return new AddElement(source, writer).item(at, sequence, index, value);
        }
        return set(at, path, Json.array(value), List.of());
    }

    private List<Splice> move(Located at, int from, int to) {
        return at.node() instanceof YamlNode.Sequence sequence
                ? new MoveElement(source, layout).move(sequence, from, to)
                : List.of();
    }

    private List<Splice> rename(Located at, List<Object> path, String name) {
        Entry entry = at.depth() == path.size() ? at.entry() : null;
        if (entry == null) {
            return List.of();
        }
        boolean json = at.flow() && ReplaceValue.isJson(at);
        YamlNode key = entry.key();
        YamlNode.Style before = key instanceof YamlNode.Scalar scalar ? scalar.style() : null;
        String written = writer.key(name, json, before, at.flow());
        return List.of(new Splice(key.content(), key.end(), written));
    }
}
