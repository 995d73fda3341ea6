package dev.arcrun.catalog.contract;

import dev.arcrun.engine.value.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** YAML as a JSON value that remembers where each of its values stands. */
public final class ContractYaml {
    private static final int MAX_DEPTH = 100;
    private static final int MAX_VALUES = 100_000;
    private static final int MAX_LENGTH = 1_000_000;

    private final String file;
    private final List<ContractProblem> problems = new ArrayList<>();
    private final Map<List<String>, Mark> places = new HashMap<>();
    private final Map<List<String>, Mark> names = new HashMap<>();
    private Json value = Json.NULL;

    private ContractYaml(String file) {
        this.file = file;
    }

    public static ContractYaml read(String yaml, String file) {
        var tree = new ContractYaml(file);
        tree.compose(yaml);
        return tree;
    }

    public Json value() {
        return value;
    }

    /** Why the text can't be read; empty when it can. */
    public List<ContractProblem> problems() {
        return List.copyOf(problems);
    }

    /**
     * A problem at the value with that path (of a map or list at its name), or at the nearest
     * around it.
     */
    public ContractProblem problem(List<String> path, String message) {
        List<String> around = path;
        while (!around.isEmpty() && !places.containsKey(around)) {
            around = around.subList(0, around.size() - 1);
        }
        Mark name = names.get(around);
        return at(name == null ? places.get(around) : name, String.join(".", path), message);
    }

    private void compose(String yaml) {
        if (yaml.length() > MAX_LENGTH) {
            problems.add(at(null, "", "the contract is longer than 1,000,000 characters."));
            return;
        }
        var settings =
                LoadSettings.builder()
                        .setSchema(new CoreSchema())
                        .setCodePointLimit(MAX_LENGTH)
                        .setAllowNonScalarKeys(true)
                        .build();
        try {
            Optional<Node> root = new Compose(settings).composeString(yaml);
            if (root.isEmpty()) {
                problems.add(at(null, "", "the file is empty."));
                return;
            }
            value = json(root.get(), List.of());
        } catch (MarkedYamlEngineException e) {
            problems.add(at(e.getProblemMark().orElse(null), "", YamlWords.of(e.getProblem())));
        } catch (YamlEngineException e) {
            problems.add(at(null, "", YamlWords.of(String.valueOf(e.getMessage()))));
        }
    }

    private Json json(Node node, List<String> path) {
        node.getStartMark().ifPresent(mark -> places.put(path, mark));
        if (path.size() > MAX_DEPTH || places.size() > MAX_VALUES) {
            throw new YamlEngineException("the file is nested too deeply or holds too much");
        }
        return switch (node) {
            case MappingNode mapping -> object(mapping, path);
            case SequenceNode sequence -> {
                List<Json> items = new ArrayList<>();
                for (Node item : sequence.getValue()) {
                    items.add(json(item, inner(path, String.valueOf(items.size()))));
                }
                yield Json.array(items);
            }
            case ScalarNode scalar -> scalar(scalar, path);
            default -> throw new YamlEngineException("an alias that can't be read");
        };
    }

    private Json object(MappingNode mapping, List<String> path) {
        var members = new LinkedHashMap<String, Json>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                problems.add(at(mark(tuple.getKeyNode()), text(path), "a name must be a text."));
                continue;
            }
            List<String> inner = inner(path, key.getValue());
            if (!(tuple.getValueNode() instanceof ScalarNode)) {
                key.getStartMark().ifPresent(mark -> names.putIfAbsent(inner, mark));
            }
            if (members.put(key.getValue(), json(tuple.getValueNode(), inner)) != null) {
                problems.add(at(mark(key), text(inner), "the name is given twice."));
            }
        }
        return new Json.Obj(members);
    }

    private Json scalar(ScalarNode scalar, List<String> path) {
        Tag tag = scalar.getTag();
        String text = scalar.getValue();
        if (tag.equals(Tag.NULL)) {
            return Json.NULL;
        }
        if (tag.equals(Tag.BOOL)) {
            return Json.of(Boolean.parseBoolean(text));
        }
        if (!tag.equals(Tag.INT) && !tag.equals(Tag.FLOAT)) {
            return Json.of(text);
        }
        Double number = number(text);
        if (number == null) {
            problems.add(at(mark(scalar), text(path), "`" + text + "` is not a number JSON has."));
            return Json.NULL;
        }
        return Json.of(number);
    }

    private static @Nullable Double number(String text) {
        try {
            double number =
                    text.startsWith("0x")
                            ? Long.parseLong(text.substring(2), 16)
                            : text.startsWith("0o")
                                    ? Long.parseLong(text.substring(2), 8)
                                    : Double.parseDouble(text);
            return Double.isFinite(number) ? number : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private ContractProblem at(@Nullable Mark mark, String path, String message) {
        int line = mark == null ? 1 : mark.getLine() + 1;
        int column = mark == null ? 1 : mark.getColumn() + 1;
        return new ContractProblem(file, line, column, path, message);
    }

    private static @Nullable Mark mark(Node node) {
        return node.getStartMark().orElse(null);
    }

    private static String text(List<String> path) {
        return String.join(".", path);
    }

    private static List<String> inner(List<String> path, String step) {
        List<String> inner = new ArrayList<>(path);
        inner.add(step);
        return inner;
    }
}
