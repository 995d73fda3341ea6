package dev.arcrun.engine.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @Test
    void integer_like_names_come_first_ascending_then_the_others_as_added() {
        Json.Obj object =
                Json.object("b", Json.NULL, "10", Json.NULL, "a", Json.NULL, "9", Json.NULL)
                        .with("01", Json.NULL)
                        .with("0", Json.NULL);
        assertThat(object.members().keySet()).containsExactly("0", "9", "10", "b", "a", "01");
    }

    @Test
    void a_replaced_member_keeps_its_position() {
        Json.Obj object = Json.object("a", Json.of(1), "b", Json.of(2)).with("a", Json.of(3));
        assertThat(JsonWriter.compact(object)).isEqualTo("{\"a\":3,\"b\":2}");
        assertThat(JsonWriter.compact(object.without("a"))).isEqualTo("{\"b\":2}");
    }

    @Test
    void names_of_the_prototype_are_names_like_any_other() {
        Json.Obj object = Json.object("__proto__", Json.of(1));
        assertThat(object.get("__proto__")).isEqualTo(Json.of(1));
        assertThat(Json.Obj.EMPTY.get("constructor")).isNull();
    }

    @Test
    void objects_are_equal_in_any_order_and_lists_only_in_the_same() {
        assertThat(Json.object("a", Json.of(1), "b", Json.of(2)))
                .isEqualTo(Json.object("b", Json.of(2), "a", Json.of(1)));
        assertThat(Json.array(Json.of(1), Json.of(2)))
                .isNotEqualTo(Json.array(Json.of(2), Json.of(1)));
    }

    @Test
    void minus_zero_is_zero() {
        assertThat(Json.of(-0.0)).isEqualTo(Json.of(0.0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void what_json_has_no_number_for_is_refused(double number) {
        assertThatThrownBy(() -> Json.of(number)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void later_changes_of_what_it_was_made_from_do_not_show() {
        List<Json> items = new ArrayList<>(List.of(Json.of(1)));
        Json.Arr array = new Json.Arr(items);
        items.clear();
        assertThat(array.items()).hasSize(1);
    }
}
