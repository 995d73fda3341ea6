package dev.arcrun.engine.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonReader;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {
    private static final Json SOURCE =
            JsonReader.read(
                    """
                    {"count": 3, "name": "Ann", "empty": "", "zero": 0, "text_number": "10",
                     "long_id": "12345678901234567890", "hash": "0e12", "code": "007",
                     "tags": ["a", "2", {"k": [1]}], "none": null, "yes": true, "no": false,
                     "object": {"k": [1], "a b": 5}, "status": "hi", "empty_list": []}
                    """);
    private static final Scope SCOPE =
            Scope.of(
                    Map.of(
                            "fetch", JsonReader.read("{\"data\": {\"items\": [1, 2]}}"),
                            "count", Json.of(99),
                            "wanted", Json.of("Ann")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '`',
            textBlock =
                    """
                    count == 3                          ¦ true
                    count == 99                         ¦ false
                    count == "3"                        ¦ true
                    count == "3.0"                      ¦ true
                    count == "03"                       ¦ false
                    count != 3                          ¦ false
                    count < 10 and count >= 3           ¦ true
                    count<10&&count>=3                  ¦ true
                    count > 3 or name == "Ann"          ¦ true
                    count > 3 || name == 'Ann'          ¦ true
                    not count > 3                       ¦ true
                    !(count > 3)                        ¦ true
                    !!count                             ¦ true
                    not not not count                   ¦ false
                    not (count > 3 or no)               ¦ true
                    yes or no and no                    ¦ true
                    (yes or no) and no                  ¦ false
                    status == hi                        ¦ true
                    status == wanted                    ¦ false
                    name == wanted                      ¦ true
                    status == 時間                       ¦ false
                    empty ==                            ¦ true
                    (empty ==) and yes                  ¦ true
                    none ==                             ¦ false
                    name !=                             ¦ true
                    missing == null                     ¦ true
                    none == missing.deeper              ¦ true
                    missing                             ¦ false
                    empty                               ¦ false
                    zero                                ¦ false
                    empty_list                          ¦ true
                    fetch.data.items.1 == 2             ¦ true
                    fetch.data.items[1] == 2            ¦ true
                    object["a b"] == 5                  ¦ true
                    fetch.data.items.2                  ¦ false
                    text_number > 9                     ¦ true
                    text_number > "9"                   ¦ true
                    text_number > "9a"                  ¦ false
                    long_id == "12345678901234567891"   ¦ false
                    long_id == "12345678901234567890"   ¦ true
                    hash == "0e99"                      ¦ false
                    hash == "0"                         ¦ false
                    code == 7                           ¦ false
                    code == 007                         ¦ true
                    name > 5                            ¦ false
                    name < 5                            ¦ false
                    name == 5                           ¦ false
                    yes == true                         ¦ true
                    yes == 1                            ¦ false
                    none < 1                            ¦ false
                    none >= null                        ¦ true
                    tags contains a                     ¦ true
                    tags contains 2                     ¦ true
                    tags contains b                     ¦ false
                    name contains nn                    ¦ true
                    name contains ""                    ¦ true
                    object contains k                   ¦ true
                    none contains null                  ¦ false
                    count in [1, 2, 3]                  ¦ true
                    name in [Bob, Ann]                  ¦ true
                    name in []                          ¦ false
                    nn in name                          ¦ false
                    "nn" in name                        ¦ true
                    object == object                    ¦ true
                    object.k == [1]                     ¦ true
                    object.k == ["1"]                   ¦ false
                    name matches "[A-Z][a-z]+"          ¦ true
                    name matches "n"                    ¦ false
                    name matches "\\p{Lu}.*"            ¦ true
                    none matches ".*"                   ¦ false
                    count matches "[0-9]"               ¦ true
                    "a.b" matches "a\\.b"               ¦ true
                    "ab" < "b"                          ¦ true
                    "Z" < "a"                           ¦ true
                    "\uFF5E" < "\uD83D\uDE00"           ¦ false
                    count === 3                         ¦ true
                    count !== 3                         ¦ false
                    result.count === 3                  ¦ true
                    ctx.object.k == [1]                 ¦ true
                    result.fetch.data.items.0 == 1      ¦ true
                    result.missing                      ¦ false
                    -1.5e1 == -15                       ¦ true
                    0 == -0                             ¦ true
                    "it's" == 'it\\'s'                  ¦ true
                    "\\u0041\\n" == "A\\u000a"          ¦ true
                    """)
    void an_expression_holds_or_not(String expression, boolean holds) {
        assertThat(Expression.parse(expression).test(SOURCE, SCOPE)).isEqualTo(holds);
    }

    @Test
    void a_member_called_result_comes_before_the_prefix_of_older_recipes() {
        Json source = JsonReader.read("{\"result\": {\"ok\": true}, \"ok\": false, \"n\": 7}");
        assertThat(Expression.parse("result.ok").test(source, SCOPE)).isTrue();
        assertThat(Expression.parse("result.n == 7").test(source, SCOPE)).isTrue();
        assertThat(Expression.parse("n == result.ok").test(source, SCOPE)).isFalse();
    }

    @Test
    void a_member_of_the_source_comes_before_the_scope_and_decides() {
        Json source = JsonReader.read("{\"fetch\": {\"own\": 1}}");
        assertThat(Expression.parse("fetch.own == 1").test(source, SCOPE)).isTrue();
        assertThat(Expression.parse("fetch.data").test(source, SCOPE)).isFalse();
        assertThat(Expression.parse("fetch.data").test(Json.NULL, SCOPE)).isTrue();
    }

    @Test
    void a_lone_path_gives_its_value() {
        assertThat(Expression.parse("object.k").evaluate(SOURCE, SCOPE))
                .isEqualTo(Json.array(Json.of(1)));
        assertThat(Expression.parse("nothing").evaluate(SOURCE, SCOPE)).isEqualTo(Json.NULL);
    }

    @Test
    void a_pattern_from_data_that_is_none_is_said_with_its_place() {
        Expression expression = Expression.parse("name matches status");
        assertThatThrownBy(() ->
                        expression.test(
                                Json.object("name", Json.of("x"), "status", Json.of("(")),
                                Scope.EMPTY))
                .isInstanceOf(ExpressionException.class)
                .hasMessageContaining("`(` without `)`")
                .extracting(e -> ((ExpressionException) e).offset())
                .isEqualTo(5);
    }
}
