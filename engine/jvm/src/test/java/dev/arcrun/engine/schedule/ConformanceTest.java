package dev.arcrun.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Runs every case of {@code engine/conformance/run}. */
class ConformanceTest {
    private static final Path FOLDER = Path.of("..", "conformance", "run");

    @TestFactory
    Stream<DynamicNode> every_case_of_the_folder() {
        return CaseFile.in(FOLDER).stream()
                .map(file -> DynamicContainer.dynamicContainer(name(file), cases(file)));
    }

    @Test
    void the_folder_holds_the_cases() {
        List<String> names =
                CaseFile.in(FOLDER).stream()
                        .flatMap(file -> CaseFile.read(file).stream())
                        .map(ConformanceCase::name)
                        .toList();
        assertThat(names).doesNotHaveDuplicates();
        assertThat(names.size()).isGreaterThanOrEqualTo(200);
    }

    private static Stream<DynamicTest> cases(Path file) {
        return CaseFile.read(file).stream()
                .map(each -> DynamicTest.dynamicTest(each.name(), () -> holds(each)));
    }

    private static void holds(ConformanceCase script) {
        var run = CaseRun.play(script, CaseRun.OLDEST_FIRST);
        CaseExpectations.check(script, run, true);
        assertThat(replayed(script, run.recorded)).as("replay").isEqualTo(run.answers);
        if (script.anyOrder()) {
            CaseExpectations.check(script, CaseRun.play(script, CaseRun.NEWEST_FIRST), false);
        }
    }

    private static List<List<Command>> replayed(ConformanceCase script, List<Event> events) {
        var schedule = new Schedule(script.recipe(), script.components(), script.context());
        return events.stream().map(schedule::on).toList();
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".yaml", "");
    }
}
