package dev.arcrun.engine;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;

/** Which room may know which. ARCHITECTURE.md: arrows go one way. */
@AnalyzeClasses(packages = "dev.arcrun.engine", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String HOUSE = "dev.arcrun..";
    private static final String ENGINE = "dev.arcrun.engine..";

    @ArchTest
    static final ArchRule the_engine_knows_nothing_else_of_ours =
            noClasses()
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage(HOUSE).and(resideOutsideOfPackage(ENGINE)))
                    .because(
                            "desktop, command line and tests all stand on the engine, it on none of them");

    @ArchTest
    static final ArchRule the_engine_has_no_window =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("javafx..", "java.awt..", "javax.swing..")
                    .because("a recipe runs the same without a screen");

    @ArchTest
    static final ArchRule rooms_form_no_circle =
            slices().matching("dev.arcrun.engine.(*)..")
                    .should()
                    .beFreeOfCycles()
                    .because("who can't be understood without the other should be one room");

    @ArchTest
    static final ArchRule value_stands_alone =
            room("value")
                    .because("every room speaks in JSON values, so they can't speak of a room");

    @ArchTest
    static final ArchRule recipe_knows_values =
            room("recipe", "value")
                    .because("the model is what a recipe means, without text, parts or runs");

    @ArchTest
    static final ArchRule part_knows_values =
            room("part", "value").because("a contract is the same whatever recipe calls the part");

    @ArchTest
    static final ArchRule template_knows_values_and_recipes =
            room("template", "value", "recipe")
                    .because(
                            "a template is read and filled the same in a run, a check and a preview");

    @ArchTest
    static final ArchRule document_knows_no_parts_and_no_runs =
            room("document", "value", "recipe", "template")
                    .because("a text can be read and edited before any part is known");

    @ArchTest
    static final ArchRule validate_knows_no_runs =
            room("validate", "value", "recipe", "part", "template", "document")
                    .because("a recipe is checked while it is typed, without running anything");

    @ArchTest
    static final ArchRule schedule_knows_no_text_and_no_machine =
            room("schedule", "value", "recipe", "part", "template")
                    .because("the state machine must give the same commands on every host");

    @ArchTest
    static final ArchRule schedule_has_no_effects =
            noClasses()
                    .that()
                    .resideInAPackage("dev.arcrun.engine.schedule..")
                    .should()
                    .dependOnClassesThat(effects())
                    .because(
                            "a run is replayed from its events alone: no clock, no I/O, no threads, no chance");

    @ArchTest
    static final ArchRule only_the_sandbox_knows_the_wasm_machine =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.arcrun.engine.sandbox..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("com.dylibso.chicory..", "run.endive..")
                    .because("the machine has a successor, and changing it must touch one room");

    @ArchTest
    static final ArchRule only_documents_know_yaml =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.arcrun.engine.document..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.snakeyaml..", "tools.jackson.dataformat.yaml..")
                    .because("the cloud runs compiled recipes: YAML is an affair of the text");

    @ArchTest
    static final ArchRule only_the_history_knows_sql =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.arcrun.engine.history..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..")
                    .because("one schema file, read in one room, serves desktop and cloud");

    @ArchTest
    static final ArchRule the_network_is_reached_through_the_sandbox =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.arcrun.engine.sandbox..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("okhttp3..", "java.net.http..")
                    .because("the allow-list is checked in one place");

    @ArchTest
    static final ArchRule pure_rooms_touch_no_files =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "dev.arcrun.engine.value..",
                            "dev.arcrun.engine.recipe..",
                            "dev.arcrun.engine.part..",
                            "dev.arcrun.engine.template..",
                            "dev.arcrun.engine.document..",
                            "dev.arcrun.engine.validate..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.nio.file..", "java.net..", "java.util.concurrent..")
                    .because(
                            "what is typed is read and checked in memory; files are the workspace's");

    /** A room of the engine that knows those others and no more. */
    private static ArchRule room(String name, String... known) {
        String[] allowed =
                Arrays.stream(known)
                        .map(it -> "dev.arcrun.engine." + it + "..")
                        .toArray(String[]::new);
        DescribedPredicate<JavaClass> others =
                resideInAPackage(ENGINE)
                        .and(resideOutsideOfPackage("dev.arcrun.engine." + name + ".."))
                        .and(DescribedPredicate.not(resideInAnyPackage(allowed)))
                        .as("other rooms");
        return noClasses()
                .that()
                .resideInAPackage("dev.arcrun.engine." + name + "..")
                .should()
                .dependOnClassesThat(others);
    }

    private static DescribedPredicate<JavaClass> effects() {
        return DescribedPredicate.describe(
                "clocks, files, threads or chance",
                it ->
                        it.getPackageName().startsWith("java.io")
                                || it.getPackageName().startsWith("java.nio.file")
                                || it.getPackageName().startsWith("java.nio.channels")
                                || it.getPackageName().startsWith("java.net")
                                || it.getPackageName().startsWith("java.util.concurrent")
                                || it.getFullName().equals("java.time.Clock")
                                || it.getFullName().equals("java.time.InstantSource")
                                || it.getFullName().equals("java.lang.Thread")
                                || it.getFullName().equals("java.util.Timer")
                                || it.getFullName().equals("java.util.Random")
                                || it.getFullName().equals("java.security.SecureRandom"));
    }
}
