package dev.arcrun.catalog.apirecipe;

import dev.arcrun.engine.value.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** A contract being put together, and its YAML. */
final class ContractText {
    private static final int LONGEST_NAME = 80;
    private final Map<String, Json> members = new LinkedHashMap<>();

    /**
     * @param fields of the recipe, for its names
     */
    ContractText(String id, List<String> aliases, RecipeFields fields) {
        String name = fields.textOr("display_name", id);
        members.put("canonical_id", Json.of(id));
        if (!aliases.isEmpty()) {
            members.put("aliases", Json.array(aliases.stream().map(Json::of).toList()));
        }
        String shown = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name;
        members.put("display_name", Json.object("en", Json.of(shown)));
        members.put(
                "description",
                Json.object("en", Json.of(fields.textOr("description", "Calls " + shown + "."))));
        members.put("version", Json.of("v1"));
        members.put("author", Json.of(fields.textOr("author", "local")));
        members.put("stability", Json.of("stable"));
        members.put("runtime", Json.of("connector"));
        members.put("constraints", Json.object("no_network_syscall", Json.FALSE));
        members.put("output_schema", Json.Obj.EMPTY);
    }

    ContractText with(String name, Json value) {
        members.put(name, value);
        return this;
    }

    ContractText hosts(Set<String> hosts) {
        return with(
                "network", Json.object("hosts", Json.array(hosts.stream().map(Json::of).toList())));
    }

    Json.Obj json() {
        return new Json.Obj(members);
    }

    /** The contract as YAML that reads as the same contract. */
    static String yaml(Json.Obj contract) {
        var settings =
                DumpSettings.builder()
                        .setSchema(new CoreSchema())
                        .setDefaultFlowStyle(FlowStyle.BLOCK)
                        .setMaxSimpleKeyLength(200)
                        .build();
        return new Dump(settings).dumpToString(plain(contract));
    }

    private static Object plain(Json value) {
        return switch (value) {
            case Json.Null _ -> java.util.Optional.empty();
            case Json.Bool(boolean truth) -> truth;
            case Json.Num(double number) ->
                    number == Math.rint(number) && Math.abs(number) < 1L << 53
                            ? (Object) (long) number
                            : (Object) number;
            case Json.Str(String text) -> text;
            case Json.Arr(List<Json> items) -> {
                List<Object> plain = new ArrayList<>();
                items.forEach(item -> plain.add(plain(item)));
                yield plain;
            }
            case Json.Obj object -> {
                Map<String, Object> plain = new LinkedHashMap<>();
                object.members().forEach((name, member) -> plain.put(name, plain(member)));
                yield plain;
            }
        };
    }
}
