package dev.arcrun.engine.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.document.Problem;
import dev.arcrun.engine.document.Problem.QuickFix;
import dev.arcrun.engine.document.Problem.Severity;
import dev.arcrun.engine.document.RecipeDocument;
import java.util.List;
import java.util.stream.Collectors;

/** A recipe that was checked, and what tests ask of it. */
record Checking(RecipeDocument document, Surroundings surroundings, List<Problem> problems) {

    /** A recipe of this flow and config, with a description and one input, {@code city}. */
    static Checking of(String flow, String config) {
        return text(
                recipe(
                        "inputs: { type: object, properties: { city: { type: string } } }\n",
                        flow,
                        config));
    }

    /** The same without a description of its input. */
    static Checking withoutInputs(String flow, String config) {
        return text(recipe("", flow, config));
    }

    static Checking text(String text) {
        return of(RecipeDocument.read(text), Surroundings.UNKNOWN);
    }

    /**
     * @param flow a triplet a line
     */
    static String recipe(String top, String flow, String config) {
        String triplets =
                flow.lines()
                        .map(it -> "  - \"" + it.strip() + "\"\n")
                        .collect(Collectors.joining());
        String settings = config.isBlank() ? "" : "config:\n" + config.strip().indent(2);
        return "name: test\ndescription: A test.\n" + top + "flow:\n" + triplets + settings;
    }

    private static Checking of(RecipeDocument document, Surroundings surroundings) {
        return new Checking(
                document,
                surroundings,
                new Validator(TestParts.CATALOG, surroundings).check(document));
    }

    /** Checked again with that known around it. */
    Checking in(Surroundings known) {
        return of(document, known);
    }

    List<String> codes() {
        return problems.stream().map(Problem::code).toList();
    }

    /** The only problem there is. */
    Problem only(String code, Severity severity) {
        assertThat(document.problems()).as("problems of the text").isEmpty();
        assertThat(problems).as("problems").hasSize(1);
        Problem problem = problems.getFirst();
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.severity()).as(problem.message()).isEqualTo(severity);
        return problem;
    }

    /** What stands in the text at the problem's place. */
    String at(Problem problem) {
        return document.text().substring(problem.place().start(), problem.place().end());
    }

    Checking fixed(QuickFix fix) {
        return of(document.apply(fix.edits()).document(), surroundings);
    }

    void isClean() {
        assertThat(document.problems()).as("problems of the text").isEmpty();
        assertThat(problems).isEmpty();
    }
}
