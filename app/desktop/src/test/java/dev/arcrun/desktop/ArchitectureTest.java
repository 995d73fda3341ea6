package dev.arcrun.desktop;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows between window, workspace and engine, and between views and view models. */
@AnalyzeClasses(packages = "dev.arcrun", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule view_models_know_no_controls =
            noClasses()
                    .that()
                    .haveSimpleNameEndingWith("ViewModel")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("javafx.scene..", "javafx.stage..", "org.fxmisc..")
                    .because("what a window does is tested without a window");

    @ArchTest
    static final ArchRule only_the_window_knows_javafx =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.arcrun.desktop..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("javafx..", "atlantafx..", "org.fxmisc..")
                    .because("the command line and the engine start without a window's libraries");

    @ArchTest
    static final ArchRule the_workspace_knows_no_window_and_no_command_line =
            noClasses()
                    .that()
                    .resideInAPackage("dev.arcrun.workspace..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("dev.arcrun.desktop..", "dev.arcrun.cli..")
                    .because("window and command line share it");

    @ArchTest
    static final ArchRule the_catalog_knows_only_the_engine =
            noClasses()
                    .that()
                    .resideInAPackage("dev.arcrun.catalog..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.arcrun.workspace..", "dev.arcrun.desktop..", "dev.arcrun.cli..")
                    .because("the catalog serves whoever runs parts");

    @ArchTest
    static final ArchRule the_engine_knows_nothing_of_ours =
            noClasses()
                    .that()
                    .resideInAPackage("dev.arcrun.engine..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.arcrun.catalog..",
                            "dev.arcrun.workspace..",
                            "dev.arcrun.desktop..",
                            "dev.arcrun.cli..")
                    .because(
                            "the engine is a library on its own and has a twin on another platform");

    @ArchTest
    static final ArchRule the_window_calls_no_database_and_no_webassembly_runtime =
            noClasses()
                    .that()
                    .resideInAPackage("dev.arcrun.desktop..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.sql..", "com.dylibso..", "okhttp3..")
                    .because("I/O and parts run behind the workspace, off the window's thread");
}
