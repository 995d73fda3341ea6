package dev.arcrun.engine.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.schedule.CaseFile;
import dev.arcrun.engine.value.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Runs every case of {@code engine/conformance/input}. */
class InputConformanceTest {
    private static final Path FOLDER = Path.of("..", "conformance", "input");

    private static List<Json.Obj> cases() {
        return CaseFile.in(FOLDER).stream().flatMap(it -> CaseFile.data(it).stream()).toList();
    }

    @TestFactory
    Stream<DynamicTest> every_case_of_the_folder() {
        return cases().stream()
                .map(each -> DynamicTest.dynamicTest(text(each, "name"), () -> holds(each)));
    }

    @Test
    void the_folder_holds_the_cases() {
        assertThat(cases()).extracting(it -> text(it, "name")).doesNotHaveDuplicates();
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(20);
    }

    private static void holds(Json.Obj each) {
        assertThat(each.members()).containsOnlyKeys("name", "why", "schema", "fits", "wrong");
        Json.Obj schema = (Json.Obj) value(each, "schema");
        for (Json value : list(each, "fits")) {
            assertThat(InputSchema.check(schema, value)).as("%s", value).isEmpty();
        }
        for (Json wrong : list(each, "wrong")) {
            Json.Obj expected = (Json.Obj) wrong;
            Json value = value(expected, "value");
            assertThat(InputSchema.check(schema, value))
                    .as("%s", value)
                    .map(it -> (Json) Json.of(it))
                    .isEqualTo(list(expected, "says"));
        }
    }

    private static List<Json> list(Json.Obj object, String name) {
        return ((Json.Arr) value(object, name)).items();
    }

    private static String text(Json.Obj object, String name) {
        return ((Json.Str) value(object, name)).value();
    }

    private static Json value(Json.Obj object, String name) {
        return Objects.requireNonNull(object.get(name), name);
    }
}
