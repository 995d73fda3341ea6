package dev.arcrun.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.arcrun.desktop.run.NodeActivity;
import dev.arcrun.engine.schedule.TraceEntry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
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

@ExtendWith(ApplicationExtension.class)
class StudioWindowTest {
    @TempDir static Path folder;

    private static int opened;

    @SuppressWarnings("NullAway.Init")
    private OpenWindow studio;

    @Start
    void open(Stage stage) {
        studio = new OpenWindow(stage, folder.resolve("workspace-" + opened++), "hello");
    }

    @AfterEach
    void close() {
        studio.close();
    }

    @Test
    void a_recipe_opens_as_graph_and_text_and_others_are_a_click_away(FxRobot robot) {
        studio.untilDrawn("shout");
        studio.picture("hello-light");
        assertThat(studio.yaml()).contains("name: hello").contains("greet >> ON_SUCCESS >> shout");

        robot.clickOn("order_review");
        studio.untilDrawn("is_big");
        studio.picture("order-review-light");

        assertThat(studio.yaml()).contains("name: order_review");
        assertThat(studio.card("shout")).isNull();
    }

    @Test
    void a_parameter_edited_in_the_inspector_changes_the_text_and_undo_brings_it_back(
            FxRobot robot) {
        studio.untilDrawn("shout");
        String before = studio.yaml();

        robot.clickOn(studio.cardInSight("shout"));
        studio.until("its parameters", () -> node("#parameter-operation") != null);
        robot.clickOn("#parameter-operation").eraseText("upper".length()).write("lower");
        studio.until("the new value", () -> studio.yaml().contains("operation: lower"));
        studio.picture("parameter-edited");
        assertThat(studio.yaml()).isEqualTo(before.replace("operation: upper", "operation: lower"));

        robot.push(KeyCode.CONTROL, KeyCode.Z);
        studio.until("the old text", () -> studio.yaml().equals(before));
        studio.until(
                "the old value in its field",
                () -> "upper".equals(((TextInputControl) node("#parameter-operation")).getText()));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        studio.until("the new text", () -> studio.yaml().contains("operation: lower"));
    }

    @Test
    void typing_changes_the_graph_and_broken_text_leaves_it_dimmed(FxRobot robot) {
        studio.untilDrawn("shout");
        CodeArea area = (CodeArea) node("#yaml");
        String line = "  - \"greet >> ON_SUCCESS >> shout\"";

        robot.clickOn("#yaml")
                .interact(() -> area.moveTo(area.getText().indexOf(line) + line.length()));
        robot.push(KeyCode.ENTER).write("- shout >> PIPE >> output");
        studio.untilDrawn("output");

        robot.push(KeyCode.ENTER).write("\"");
        studio.until("the note", () -> node("#status-stale").isVisible());
        studio.picture("broken-text");
        assertThat(studio.cardInSight("output").getOpacity()).isLessThan(1);

        robot.push(KeyCode.CONTROL, KeyCode.Z);
        studio.until("no note", () -> !node("#status-stale").isVisible());
    }

    @Test
    void the_caret_chooses_the_node_and_a_problem_can_be_mended_with_a_click(FxRobot robot) {
        studio.untilDrawn("shout");
        CodeArea area = (CodeArea) node("#yaml");

        robot.clickOn("#yaml")
                .interact(() -> area.moveTo(area.getText().indexOf("operation: upper") + 2));
        studio.until(
                "shout is chosen", () -> "shout".equals(studio.model.selection().node().get()));
        robot.interact(() -> {
            int at = area.getText().indexOf("ON_SUCCESS >> shout");
            area.replaceText(at, at + "ON_SUCCESS".length(), "ON_SUCCES");
        });
        studio.until("a problem", () -> !studio.model.documents().problems().get().isEmpty());
        robot.clickOn("#status-problems");
        studio.until("a quick fix", () -> node(".fixes .button") != null);
        studio.picture("problem-with-fix");
        robot.clickOn(".fixes .button");

        studio.until("no problem", () -> studio.model.documents().problems().get().isEmpty());
        assertThat(studio.yaml()).contains("greet >> ON_SUCCESS >> shout");
    }

    @Test
    void a_host_is_reached_only_after_the_user_allowed_it(FxRobot robot) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    byte[] body = "{\"weather\":\"sunny\"}".getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
        try {
            studio.untilDrawn("shout");
            String fetch =
                    """
                    name: hello
                    flow: ["input >> ON_SUCCESS >> fetch"]
                    config: { fetch: { component: http_request, url: "http://localhost:%d/" } }
                    """
                            .formatted(server.getAddress().getPort());
            robot.interact(() -> ((CodeArea) node("#yaml")).replaceText(fetch));
            studio.untilDrawn("fetch");
            robot.interact(() -> studio.model.run().input().set("{}"));

            robot.push(KeyCode.CONTROL, KeyCode.ENTER);
            studio.until("the question", () -> node("#blocked-host").isVisible());
            studio.picture("host-blocked");
            assertThat(studio.text("#run-result")).doesNotContain("sunny");

            robot.clickOn("#allow-host");
            studio.until("the answer", () -> studio.text("#run-result").contains("sunny"));
            assertThat(node("#blocked-host").isVisible()).isFalse();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void a_run_shows_the_state_of_each_node_its_input_and_output_and_the_result(FxRobot robot) {
        studio.untilDrawn("shout");
        robot.interact(() -> studio.model.run().input().set("{\"name\": \"Ada\"}"));

        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        studio.until("a result", () -> studio.model.run().result().get() != null);
        studio.until("it is shown", () -> studio.text("#run-result").contains("HELLO, ADA!"));
        assertThat(studio.model.run().entries().activities().get("shout"))
                .extracting(NodeActivity::status)
                .isEqualTo(TraceEntry.Status.SUCCEEDED);
        robot.clickOn(studio.cardInSight("shout"));
        robot.interact(
                () -> ((TabPane) node("#inspector .tab-pane")).getSelectionModel().select(2));
        studio.until("the output", () -> studio.text("#node-output").contains("HELLO, ADA!"));
        studio.picture("run-succeeded");
    }

    @Test
    void an_input_that_does_not_fit_is_explained(FxRobot robot) {
        studio.untilDrawn("shout");
        robot.interact(() -> studio.model.run().input().set("{"));

        robot.clickOn("#run-button");
        studio.until("what is wrong", () -> node("#run-input-trouble").isVisible());

        assertThat(studio.model.run().running().get()).isFalse();
    }

    @Test
    void language_and_theme_change_at_once(FxRobot robot) {
        studio.untilDrawn("shout");

        robot.interact(() -> {
            @SuppressWarnings("unchecked")
            var language = (ComboBox<Locale>) node("#language");
            language.setValue(Locale.TRADITIONAL_CHINESE);
        });
        robot.clickOn("#theme");
        studio.until("Chinese", () -> ((Label) node("#status-saved")).getText().equals("已儲存"));
        robot.interact(() -> studio.model.graph().selectNode("greet"));
        studio.until(
                "the form",
                () ->
                        node("#parameter-values\\.text") != null
                                || !studio.model.inspector().rows().isEmpty());
        studio.picture("hello-dark-chinese");

        assertThat(studio.theme.dark().get()).isTrue();
    }

    @Test
    void saving_writes_the_file_and_nothing_else(FxRobot robot) throws Exception {
        studio.untilDrawn("shout");
        Path file = studio.folder.resolve("recipes/hello.yaml");
        String before = Files.readString(file);

        robot.clickOn(studio.cardInSight("shout"));
        studio.until("its parameters", () -> node("#parameter-operation") != null);
        robot.clickOn("#parameter-operation").push(KeyCode.END).write("x");
        studio.until("a change", () -> studio.model.documents().modified().get());
        robot.push(KeyCode.CONTROL, KeyCode.S);
        studio.until("saved", () -> !studio.model.documents().modified().get());

        assertThat(Files.readString(file))
                .isEqualTo(before.replace("operation: upper", "operation: upperx"));
    }

    @Test
    void a_node_is_added_renamed_and_deleted_with_the_keyboard(FxRobot robot) {
        studio.untilDrawn("shout");

        robot.clickOn(studio.cardInSight("shout")).push(KeyCode.TAB);
        robot.write("set").push(KeyCode.ENTER);
        studio.untilDrawn("set");
        assertThat(studio.yaml()).contains("shout >> ON_SUCCESS >> set");

        robot.push(KeyCode.F2);
        robot.write("polish").push(KeyCode.ENTER);
        studio.untilDrawn("polish");
        studio.picture("node-added");

        robot.clickOn(studio.cardInSight("polish")).push(KeyCode.DELETE);
        studio.until("it is gone", () -> studio.model.graph().picture().node("polish") == null);
        assertThat(studio.yaml()).doesNotContain("polish");
    }

    private Node node(String selector) {
        return studio.window.root().lookup(selector);
    }
}
