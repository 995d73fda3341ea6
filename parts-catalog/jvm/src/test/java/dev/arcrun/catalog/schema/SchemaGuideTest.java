package dev.arcrun.catalog.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaGuideTest {
    private static final SchemaGuide MESSAGE =
            guide(
                    """
                    {"type": "object", "required": ["text"],
                     "properties": {
                       "text": {"type": "string", "title": "Text", "description": "What to send.",
                                "x-zh-TW": {"title": "文字"}, "template": false},
                       "silent": {"type": "boolean", "default": false},
                       "mode": {"enum": ["plain", "html"]},
                       "scope": {"from_scope": true},
                       "to": {"$ref": "#/$defs/person"},
                       "copies": {"type": "array", "items": {"$ref": "#/$defs/person"}}},
                     "$defs": {"person": {"type": "object", "required": ["name"],
                        "properties": {"name": {"type": "string"}, "boss": {"$ref": "#/$defs/person"}},
                        "additionalProperties": {"type": "number", "title": "Other"}}}}
                    """);

    private static SchemaGuide guide(String schema) {
        return SchemaGuide.of((Json.Obj) JsonReader.read(schema));
    }

    private static List<String> names(SchemaGuide guide, Object... path) {
        return guide.fields(List.of(path)).stream().map(SchemaField::name).toList();
    }

    @Test
    void members_are_given_in_the_order_of_the_schema() {
        assertThat(names(MESSAGE))
                .containsExactly("text", "silent", "mode", "scope", "to", "copies");
    }

    @Test
    void a_field_says_what_it_is_in_both_languages() {
        SchemaField text = MESSAGE.field(List.of("text")).orElseThrow();
        assertThat(text.title().in("zh-TW")).isEqualTo("文字");
        assertThat(text.description().in("zh-TW")).isEqualTo("What to send.");
        assertThat(text.required()).isTrue();
        assertThat(text.verbatim()).isTrue();
        assertThat(text.takes("string")).isTrue();
        assertThat(text.takes("number")).isFalse();
        assertThat(MESSAGE.field(List.of("scope")).orElseThrow().fromScope()).isTrue();
    }

    @Test
    void choices_are_those_of_an_enum_or_true_and_false() {
        assertThat(MESSAGE.field(List.of("mode")).orElseThrow().choices())
                .containsExactly(Json.of("plain"), Json.of("html"));
        SchemaField silent = MESSAGE.field(List.of("silent")).orElseThrow();
        assertThat(silent.choices()).containsExactly(Json.TRUE, Json.FALSE);
        assertThat(silent.defaultValue()).isEqualTo(Json.FALSE);
        assertThat(MESSAGE.field(List.of("text")).orElseThrow().choices()).isEmpty();
    }

    @Test
    void references_and_items_are_followed_also_around_in_circles() {
        assertThat(names(MESSAGE, "to", "boss", "boss")).containsExactly("name", "boss");
        assertThat(names(MESSAGE, "copies", 3)).containsExactly("name", "boss");
        assertThat(MESSAGE.field(List.of("to", "name")).orElseThrow().required()).isTrue();
        assertThat(MESSAGE.field(List.of("to", "age")).orElseThrow().title().in("en"))
                .isEqualTo("Other");
    }

    @Test
    void what_the_schema_does_not_know_has_no_field() {
        assertThat(MESSAGE.field(List.of("nothing"))).isEmpty();
        assertThat(MESSAGE.field(List.of("text", "inner"))).isEmpty();
        assertThat(MESSAGE.fields(List.of("copies", "x"))).isEmpty();
        assertThat(MESSAGE.field(List.of())).isEmpty();
    }

    @Test
    void parts_of_a_combined_schema_count_together() {
        SchemaGuide both =
                guide(
                        """
                        {"allOf": [{"properties": {"a": {"title": "A"}}}, {"required": ["a"]}],
                         "if": {}, "then": {"properties": {"b": {}}}, "oneOf": [{"properties": {"a": {"enum": [1]}}}]}
                        """);
        assertThat(names(both)).containsExactlyInAnyOrder("a", "b");
        SchemaField a = both.field(List.of("a")).orElseThrow();
        assertThat(a.required()).isTrue();
        assertThat(a.choices()).containsExactly(Json.of(1));
    }

    @Test
    void a_schema_that_refers_only_to_itself_ends() {
        assertThat(names(guide("{\"$ref\": \"#\"}"))).isEmpty();
        assertThat(names(guide("{\"$ref\": \"#/nowhere/at/all\", \"type\": 5}"))).isEmpty();
    }

    @Test
    void the_contract_of_parts_is_a_guide_too() throws IOException {
        SchemaGuide contract = guide(Files.readString(Path.of("..", "contract.schema.json")));
        assertThat(names(contract))
                .contains("canonical_id", "input_schema", "credentials_required");
        assertThat(names(contract, "credentials_required", 0))
                .contains("key", "label", "inject_as");
        assertThat(contract.field(List.of("runtime")).orElseThrow().choices())
                .contains(Json.of("connector"));
        assertThat(contract.field(List.of("category")).orElseThrow().required()).isTrue();
    }
}
