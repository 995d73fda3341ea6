package dev.arcrun.engine.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arcrun.engine.value.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One case of engine/conformance/document: a text, and what is expected of it. The fields are
 * described in that folder's README.
 */
record DocumentCase(Json.Obj fields) {

    void check() {
        assertThat(fields.get("why")).as("why").isInstanceOf(Json.Str.class);
        RecipeDocument document = RecipeDocument.read(text(fields, "text"), before());
        if (fields.get("parsed") != null) {
            assertThat(Json.of(document.parsed())).as("parsed").isEqualTo(fields.get("parsed"));
        }
        if (fields.get("problems") instanceof Json.Arr(List<Json> problems)) {
            checkProblems(document, problems);
        }
        if (fields.get("recipe") instanceof Json.Obj expected) {
            checkRecipe(document, expected);
        }
        if (fields.get("places") instanceof Json.Arr(List<Json> places)) {
            places.forEach(place -> checkPlace(document, (Json.Obj) place));
        }
        if (fields.get("yaml") != null) {
            assertThat(document.toYaml()).as("yaml").isEqualTo(text(fields, "yaml"));
        }
        if (fields.get("edits") instanceof Json.Arr(List<Json> edits)) {
            checkEdits(document, edits);
        }
    }

    private RecipeDocument before() {
        return RecipeDocument.read(fields.get("before") == null ? "" : text(fields, "before"));
    }

    private static void checkProblems(RecipeDocument document, List<Json> expected) {
        List<Json> found = new ArrayList<>();
        for (int i = 0; i < document.problems().size(); i++) {
            Problem problem = document.problems().get(i);
            Map<String, Json> shown = new LinkedHashMap<>();
            shown.put("code", Json.of(problem.code()));
            shown.put("line", Json.of(problem.place().line()));
            shown.put("column", Json.of(problem.place().column()));
            if (i < expected.size() && expected.get(i) instanceof Json.Obj wanted) {
                if (wanted.get("says") instanceof Json.Str(String words)
                        && problem.message().contains(words)) {
                    shown.put("says", Json.of(words));
                }
                if (wanted.get("fixes") != null) {
                    List<Json> labels =
                            problem.fixes().stream().map(fix -> Json.of(fix.label())).toList();
                    shown.put("fixes", Json.array(labels));
                }
                if (wanted.get("text") != null) {
                    Problem.Place place = problem.place();
                    shown.put(
                            "text", Json.of(document.text().substring(place.start(), place.end())));
                }
            }
            found.add(new Json.Obj(shown));
        }
        assertThat(found).as("problems: %s", document.problems()).isEqualTo(expected);
    }

    private static void checkRecipe(RecipeDocument document, Json.Obj expected) {
        Json.Obj described = RecipeDescription.of(document);
        Map<String, Json> found = new LinkedHashMap<>();
        for (String key : expected.members().keySet()) {
            Json value = described.get(key);
            found.put(key, value == null ? Json.of("(no such field)") : value);
        }
        assertThat(new Json.Obj(found)).as("recipe").isEqualTo(expected);
    }

    private static void checkPlace(RecipeDocument document, Json.Obj expected) {
        Address address = CaseEdits.address(expected);
        Problem.Place place = document.placeOf(address);
        if (expected.get("from") instanceof Json.Num(double from)
                && expected.get("to") instanceof Json.Num(double to)
                && address instanceof Address.OfParameter(String node, List<Object> path)) {
            place = document.placeInParameter(node, path, (int) from, (int) to);
        }
        assertThat(place).as("place of %s", address).isNotNull();
        if (place != null) {
            Json.Obj found =
                    expected.with("line", Json.of(place.line()))
                            .with("column", Json.of(place.column()))
                            .with(
                                    "text",
                                    Json.of(document.text().substring(place.start(), place.end())));
            assertThat(found).as("place of %s", address).isEqualTo(expected);
        }
    }

    private void checkEdits(RecipeDocument document, List<Json> edits) {
        if (fields.get("refused") != null) {
            assertThatThrownBy(() -> apply(document, edits))
                    .isInstanceOf(EditException.class)
                    .hasMessageContaining(text(fields, "refused"));
            return;
        }
        RecipeDocument.Edited edited = apply(document, edits);
        assertThat(edited.document().text()).as("result").isEqualTo(text(fields, "result"));
        assertThat(EditTest.applied(document.text(), edited.changes()))
                .as("changes")
                .isEqualTo(edited.document().text());
        assertThat(EditTest.applied(edited.document().text(), edited.inverse()))
                .as("inverse")
                .isEqualTo(document.text());
    }

    private static RecipeDocument.Edited apply(RecipeDocument document, List<Json> edits) {
        List<Edit> all = new ArrayList<>();
        for (Json edit : edits) {
            all.addAll(CaseEdits.edits((Json.Obj) edit, document));
        }
        return document.apply(all);
    }

    private static String text(Json.Obj object, String key) {
        return object.get(key) instanceof Json.Str(String text) ? text : "(" + key + " is no text)";
    }
}
