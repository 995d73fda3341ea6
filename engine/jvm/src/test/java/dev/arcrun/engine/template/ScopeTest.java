package dev.arcrun.engine.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeTest {
    private static final Scope FIRST = Scope.of(Map.of("a", Json.of("first"), "b", Json.NULL));
    private static final Scope SECOND = Scope.of(Map.of("b", Json.of("second"), "c", Json.TRUE));

    @Test
    void the_first_scope_in_which_a_name_means_something_decides_also_with_null() {
        Scope both = FIRST.or(SECOND);
        assertThat(both.lookup("a")).isEqualTo(Json.of("first"));
        assertThat(both.lookup("b")).isEqualTo(Json.NULL);
        assertThat(both.lookup("c")).isEqualTo(Json.TRUE);
        assertThat(both.lookup("d")).isNull();
        assertThat(both.names()).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void a_name_decided_by_one_scope_is_not_searched_further_inwards() {
        Scope inner = Scope.of(Map.of("x", Json.object("only", Json.of(1))));
        Scope outer = Scope.of(Map.of("x", Json.object("other", Json.of(2))));
        assertThat(new ReferencePath("x", List.of("other")).in(inner.or(outer))).isNull();
    }

    @Test
    void only_objects_have_members() {
        assertThat(Scope.membersOf(Json.of("text")).names()).isEmpty();
        assertThat(Scope.membersOf(Json.object("a", Json.NULL)).lookup("a")).isEqualTo(Json.NULL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '´',
            textBlock =
                    """
                    v                  ¦ {"list":[10,{"k":"x"}],"1":"one","length":5,"01":"z","t":"text"}
                    v.list             ¦ [10,{"k":"x"}]
                    v.list.0           ¦ 10
                    v.list[1].k        ¦ "x"
                    v.1                ¦ "one"
                    v[1]               ¦ "one"
                    v.01               ¦ "z"
                    v.length           ¦ 5
                    v.list.2           ¦
                    v.list.00          ¦
                    v.list.-1          ¦
                    v.list.k           ¦
                    v.list.length      ¦
                    v.list.4294967296  ¦
                    v.t.0              ¦
                    v.t.length         ¦
                    v.constructor      ¦
                    v.__proto__        ¦
                    constructor        ¦
                    """)
    void a_path_leads_to_own_members_and_items_only(String path, String json) {
        Scope scope =
                Scope.of(
                        Map.of(
                                "v",
                                JsonReader.read(
                                        """
                                        {"list": [10, {"k": "x"}], "1": "one", "length": 5, "01": "z",
                                         "t": "text"}
                                        """)));
        ReferencePath parsed = ReferencePath.parse(path);
        assertThat(parsed).isNotNull();
        assertThat(parsed == null ? null : parsed.in(scope))
                .isEqualTo(json == null ? null : JsonReader.read(json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.", "a b.c d", "a]", "{{a}}", "a ?? 1"})
    void what_is_no_path_is_none(String text) {
        assertThat(ReferencePath.parse(text)).isNull();
    }
}
