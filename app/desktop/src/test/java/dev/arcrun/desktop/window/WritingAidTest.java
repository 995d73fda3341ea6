package dev.arcrun.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The window helps to write: a list at the caret, and forms made from contracts. */
@ExtendWith(ApplicationExtension.class)
class WritingAidTest {
    @TempDir static Path folder;

    private static int opened;

    @SuppressWarnings("NullAway.Init")
    private OpenWindow studio;

    @Start
    void open(Stage stage) {
        studio = new OpenWindow(stage, folder.resolve("aid-" + opened++), "hello");
    }

    @AfterEach
    void close() {
        studio.close();
    }

    @Test
    void control_and_space_offer_what_can_be_written_and_enter_writes_it(FxRobot robot) {
        CodeArea area = caretAfter(robot, "operation: upper");
        robot.push(KeyCode.ENTER).push(KeyCode.CONTROL, KeyCode.SPACE);
        studio.until("a list", () -> studio.model.completion().isOpen());
        studio.pictureOfPopup("#completion", "completion-keys");
        assertThat(studio.model.completion().shown().get().candidates())
                .extracting(candidate -> candidate.label())
                .contains("args", "run");

        robot.write("ar");
        studio.until("one candidate", () -> candidates() == 1);
        robot.push(KeyCode.ENTER);
        studio.until("the key", () -> area.getText().contains("\n    args: "));
        assertThat(studio.model.completion().isOpen()).isFalse();
        robot.write("{}");
        studio.until("it is in the document", () -> studio.yaml().contains("args: {}"));
    }

    @Test
    void an_opened_template_offers_names_and_escape_closes_the_list(FxRobot robot) {
        CodeArea area = caretAfter(robot, "operation: upper");
        robot.push(KeyCode.ENTER).write("note: \"{{");
        studio.until("a list", () -> studio.model.completion().isOpen());
        robot.push(KeyCode.DOWN).push(KeyCode.UP);
        robot.push(KeyCode.ESCAPE);
        studio.until("no list", () -> !studio.model.completion().isOpen());

        robot.write("gre");
        robot.push(KeyCode.CONTROL, KeyCode.SPACE);
        studio.until("greet", () -> candidates() == 1);
        robot.push(KeyCode.TAB);
        studio.until("the name", () -> area.getText().contains("{{greet"));
    }

    @Test
    void a_choice_of_the_form_goes_into_the_text(FxRobot robot) {
        studio.untilDrawn("shout");
        robot.clickOn(studio.cardInSight("shout"));
        studio.until("the form", () -> studio.window.root().lookup("#choices-operation") != null);
        studio.picture("form-light");
        ComboBox<?> choices =
                (ComboBox<?>)
                        Objects.requireNonNull(studio.window.root().lookup("#choices-operation"));

        robot.interact(() -> choices.getSelectionModel().select(1));

        studio.until("the choice", () -> studio.yaml().contains("operation: lower"));
    }

    private long candidates() {
        return studio.model.completion().shown().get().candidates().size();
    }

    private CodeArea caretAfter(FxRobot robot, String text) {
        studio.untilDrawn("shout");
        CodeArea area = (CodeArea) Objects.requireNonNull(studio.window.root().lookup("#yaml"));
        robot.clickOn("#yaml")
                .interact(() -> area.moveTo(area.getText().indexOf(text) + text.length()));
        return area;
    }
}
