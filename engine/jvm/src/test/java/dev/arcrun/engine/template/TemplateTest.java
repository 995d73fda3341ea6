package dev.arcrun.engine.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arcrun.engine.template.Segment.Literal;
import dev.arcrun.engine.template.Segment.Reference;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
    @Test
    void a_text_is_split_into_literals_and_references_with_their_places() {
        assertThat(Template.parse("Dear {{ input.name }}, {{n ?? 0}}").segments())
                .containsExactly(
                        new Literal("Dear "),
                        new Reference(path("input", "name"), null, 5, 21),
                        new Literal(", "),
                        new Reference(path("n"), Json.of(0), 23, 33));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '`',
            textBlock =
                    """
                    {{a}}                          ¦ a
                    {{ a }}                        ¦ a
                    {{a.b.c}}                      ¦ a.b.c
                    {{ a . b [ 0 ] }}              ¦ a.b.0
                    {{a.0}}                        ¦ a.0
                    {{a[0]}}                       ¦ a.0
                    {{a["0"]}}                     ¦ a.0
                    {{a[10][2]}}                   ¦ a.10.2
                    {{a["any key"].b}}             ¦ a["any key"].b
                    {{a["}}"]}}                    ¦ a["}}"]
                    {{a["\\u0041"]}}               ¦ a.A
                    {{a[""]}}                      ¦ a[""]
                    {{my node.data}}               ¦ my node.data
                    {{my  node}}                   ¦ my  node
                    {{a-b_c}}                      ¦ a-b_c
                    {{時間.名前}}                    ¦ 時間.名前
                    {{हिन्दी}}                        ¦ हिन्दी
                    {{0}}                          ¦ 0
                    {{_now_unix}}                  ¦ _now_unix
                    {{__proto__.x}}                ¦ __proto__.x
                    {{a[01]}}                      ¦
                    {{a[-1]}}                      ¦
                    {{a['b']}}                     ¦
                    {{a["b]}}                      ¦
                    {{a[b]}}                       ¦
                    {{a.}}                         ¦
                    {{.a}}                         ¦
                    {{a..b}}                       ¦
                    {{a b.c d}}                    ¦
                    {{a()}}                        ¦
                    {{a + b}}                      ¦
                    {{}}                           ¦
                    {{ }}                          ¦
                    {{a}                           ¦
                    {a}}                           ¦
                    { {a}}                         ¦
                    {{#if a}}                      ¦
                    {{a ??}}                       ¦
                    {{a ?? b}}                     ¦
                    {{a ? 1}}                      ¦
                    {{a ?? 1 2}}                   ¦
                    {{a ?? 'x'}}                   ¦
                    {{😀}}                          ¦
                    """)
    void a_reference_is_a_path_between_braces(String text, String expected) {
        List<String> paths =
                Template.parse(text).references().stream().map(it -> it.path().toString()).toList();
        assertThat(paths).isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\t", "\n", "\r\n", " \u000b\f ", "\u00a0", "\u3000", "\u2003\u2028\ufeff"})
    void any_white_space_may_stand_inside_the_braces(String space) {
        String text =
                "{{" + space + "a" + space + "." + space + "b" + space + "??" + space + "1" + space
                        + "}}";
        Reference only = Template.parse(text).references().getFirst();
        assertThat(only.path()).isEqualTo(path("a", "b"));
        assertThat(only.defaultValue()).isEqualTo(Json.of(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '`',
            textBlock =
                    """
                    {{{{           ¦ {{
                    {{{{a}}        ¦ {{a}}
                    {{{{{{{{       ¦ {{{{
                    {{{{{          ¦ {{{
                    {{{            ¦ {{{
                    {{             ¦ {{
                    {              ¦ {
                    }}}}           ¦ }}}}
                    {{ {{{{        ¦ {{ {{
                    """)
    void four_braces_write_two(String text, String literal) {
        assertThat(Template.parse(text).segments()).containsExactly(new Literal(literal));
    }

    @Test
    void the_innermost_braces_of_three_make_the_reference() {
        assertThat(Template.parse("{\"a\":{{{b}}}}").segments())
                .containsExactly(
                        new Literal("{\"a\":{"),
                        new Reference(path("b"), null, 6, 11),
                        new Literal("}}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '`',
            textBlock =
                    """
                    {{a ?? "x"}}                        ¦ "x"
                    {{a ?? "}}"}}                       ¦ "}}"
                    {{a ?? "\\"}}"}}                    ¦ "\\"}}"
                    {{a ?? "{{b}}"}}                    ¦ "{{b}}"
                    {{a ?? {"b":{"c":[{}]}}}}           ¦ {"b":{"c":[{}]}}
                    {{a ?? []}}                         ¦ []
                    {{a ?? -1.5e3}}                     ¦ -1500
                    {{a ?? null}}                       ¦ null
                    {{a??false}}                        ¦ false
                    """)
    void a_default_is_a_json_literal(String text, String json) {
        Reference only = Template.parse(text).references().getFirst();
        assertThat(only.end()).isEqualTo(text.length());
        assertThat(only.defaultValue()).isEqualTo(JsonReader.read(json));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = false,
            textBlock =
                    """
                    {{a}}¦true
                     {{a}} ¦true
                    {{a}}.¦false
                    {{a}}{{b}}¦false
                    {{{{a}}¦false
                    a¦false
                    """)
    void one_reference_with_nothing_but_white_space_around_is_the_whole_text(
            String text, boolean whole) {
        assertThat(Template.parse(text).whole() != null).isEqualTo(whole);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '`',
            textBlock =
                    """
                    {{old}}                            ¦ {{new}}
                    a {{  old.old [ "old" ] }}b{{old}} ¦ a {{  new.old [ "old" ] }}b{{new}}
                    {{old ?? "{{old}}"}}               ¦ {{new ?? "{{old}}"}}
                    {{older}} {{x.old}} {{{{old}} old  ¦ {{older}} {{x.old}} {{{{old}} old
                    {{old()}} {{ old + 1 }}            ¦ {{old()}} {{ old + 1 }}
                    {{{old}}}                          ¦ {{{new}}}
                    """)
    void renaming_touches_only_the_name_of_references(String text, String renamed) {
        assertThat(Template.renameRoot(text, "old", "new")).isEqualTo(renamed);
    }

    @Test
    void names_with_spaces_are_renamed_whole() {
        assertThat(Template.renameRoot("{{my node.x}} {{my}}", "my node", "other one"))
                .isEqualTo("{{other one.x}} {{my}}");
        assertThat(Template.renameRoot("{{my node.x}}", "my", "z")).isEqualTo("{{my node.x}}");
    }

    @Test
    void credentials_are_never_renamed() {
        assertThat(Template.renameRoot("{{credential.A}}", "credential", "x"))
                .isEqualTo("{{credential.A}}");
    }

    @Test
    void a_name_that_can_not_be_written_is_refused() {
        assertThatThrownBy(() -> Template.renameRoot("{{a}}", "a", "b.c"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_looks_like_a_reference_and_is_none_is_found() {
        assertThat(Template.unread("{{a.b c}} {{d}} {{ e\n }} {{#if}} {{{{x y.z}} {{"))
                .containsExactly(new Template.Unread(0, 9), new Template.Unread(25, 32));
    }

    private static ReferencePath path(String name, String... steps) {
        return new ReferencePath(name, List.of(steps));
    }
}
