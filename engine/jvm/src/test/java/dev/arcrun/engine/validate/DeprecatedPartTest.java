package dev.arcrun.engine.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.document.Problem;
import dev.arcrun.engine.document.Problem.Severity;
import dev.arcrun.engine.document.RecipeDocument;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DeprecatedPartTest {
    private static final String FLOW = "input >> PIPE >> tell";

    @Test
    void a_deprecated_part_is_replaced_by_the_one_its_contract_names() {
        Checking checked = Checking.of(FLOW, "tell: { component: old_notify, text: Hi }");

        Problem problem = checked.only("DEPRECATED_PART", Severity.WARNING);

        assertThat(checked.at(problem)).isEqualTo("old_notify");
        assertThat(problem.message())
                .isEqualTo(
                        "Node `tell` uses `old_notify`, which should not be used any more: The service was shut down in March 2025.");
        assertThat(checked.fixed(problem.fixes().getFirst()).document().text())
                .contains("component: telegram_send,");
    }

    @Test
    void the_reason_is_told_in_the_readers_language() {
        var document =
                RecipeDocument.read(
                        Checking.recipe("", FLOW, "tell: { component: old_notify, text: Hi }"));

        String message =
                new Validator(
                                TestParts.CATALOG,
                                Surroundings.UNKNOWN,
                                Locale.forLanguageTag("zh-TW"))
                        .check(document)
                        .getFirst()
                        .message();

        assertThat(message).isEqualTo("節點 `tell` 使用的零件 `old_notify` 已停用：該服務已於 2025 年 3 月終止。");
    }

    @Test
    void other_parts_are_none() {
        Checking.of(FLOW, "tell: { component: string_ops, operation: upper, input: x }").isClean();
    }
}
