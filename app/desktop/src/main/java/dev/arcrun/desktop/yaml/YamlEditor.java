package dev.arcrun.desktop.yaml;

import dev.arcrun.desktop.completion.CompletionViewModel;
import dev.arcrun.desktop.document.DocumentModel.TextState;
import dev.arcrun.desktop.look.Texts;
import dev.arcrun.engine.document.Edit.ReplaceText;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.LineNumberFactory;
import org.fxmisc.richtext.event.MouseOverTextEvent;
import org.fxmisc.richtext.model.PlainTextChange;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.fxmisc.richtext.model.TwoDimensional.Bias;
import org.fxmisc.richtext.util.UndoUtils;
import org.jspecify.annotations.Nullable;

/** The recipe's text, coloured, with its problems underlined. Its history is the document's. */
public final class YamlEditor extends StackPane {
    private static final Duration HOVER = Duration.ofMillis(350);
    private static final double TOOLTIP_OFFSET = 14;

    /** What opens the list of completions as it is typed. */
    private static final List<String> OPENERS = List.of("{{", ">> ", "component: ");

    private final YamlViewModel model;
    private final CompletionViewModel completion;
    private final CodeArea area = new CodeArea();
    private final Tooltip tooltip = new Tooltip();
    private final AppliedStyles applied = new AppliedStyles();
    private LineBreaks breaks;
    private boolean showing;
    private boolean choosing;

    public YamlEditor(YamlViewModel model, CompletionViewModel completion, Texts texts) {
        this.model = model;
        this.completion = completion;
        breaks = LineBreaks.of(model.text().get().text());
        getStyleClass().add("yaml-editor");
        area.setId("yaml");
        area.setParagraphGraphicFactory(LineNumberFactory.get(area));
        area.setLineHighlighterOn(true);
        area.setUndoManager(UndoUtils.noOpUndoManager());
        area.accessibleTextProperty().bind(texts.bind("yaml.accessible"));
        area.setMouseOverTextDelay(HOVER);
        tooltip.getStyleClass().add("problem-tooltip");
        tooltip.setWrapText(true);
        getChildren().add(new VirtualizedScrollPane<>(area));
        keys(
                new CompletionPopup(completion, model, area, texts)::handle,
                this::offer,
                new YamlKeys(area)::handle);
        follow();
    }

    /** Asks one after another, until one of them takes the key. */
    @SafeVarargs
    private void keys(Consumer<KeyEvent>... takers) {
        area.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    for (Consumer<KeyEvent> taker : takers) {
                        if (!event.isConsumed()) {
                            taker.accept(event);
                        }
                    }
                });
    }

    private void offer(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE && event.isControlDown()) {
            completion.ask(model.inDocument(area.getCaretPosition()));
            event.consume();
        }
    }

    /** What was typed may narrow the open list, or be one of the few beginnings that open it. */
    private void offerAfter(PlainTextChange change) {
        int caret = change.getPosition() + change.getInserted().length();
        String line = area.getText().substring(0, Math.min(caret, area.getLength()));
        boolean one = change.getInserted().length() == 1 && change.getRemoved().isEmpty();
        if (completion.isOpen() && (one || change.getInserted().isEmpty())) {
            completion.follow(model.inDocument(caret));
        } else if (one && OPENERS.stream().anyMatch(line::endsWith)) {
            completion.follow(model.inDocument(caret));
        } else {
            completion.close();
        }
    }

    private void follow() {
        show(model.shown());
        model.text().addListener((property, before, now) -> textChanged(now));
        area.plainTextChanges().subscribe(this::typed);
        model.styles().addListener((property, before, now) -> style(now));
        area.caretPositionProperty().addListener((property, before, now) -> caretMoved(now));
        model.selection().node().addListener((property, before, now) -> reveal(now));
        area.addEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_BEGIN, this::hover);
        area.addEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_END, e -> tooltip.hide());
    }

    /** Puts the caret at a position of the document, in sight, and the keyboard focus here. */
    public void goTo(int documentPosition) {
        area.requestFocus();
        moveTo(model.shown(documentPosition));
    }

    /** Puts the keyboard focus at the chosen node. */
    public void goToSelection() {
        int position = model.positionOf(model.selection().node().get());
        area.requestFocus();
        if (position >= 0) {
            moveTo(position);
        }
    }

    private void moveTo(int position) {
        choosing = true;
        area.moveTo(Math.min(position, area.getLength()));
        choosing = false;
        int paragraph = area.getCurrentParagraph();
        if (area.allParToVisibleParIndex(paragraph).isEmpty()) {
            area.showParagraphAtCenter(paragraph);
        }
        area.requestFollowCaret();
    }

    private void textChanged(TextState now) {
        LineBreaks before = breaks;
        breaks = LineBreaks.of(now.text());
        if (model.typing()) {
            return;
        }
        String target = model.shown();
        if (now.changes().isEmpty()) {
            show(target);
            area.moveTo(0);
            area.showParagraphAtTop(0);
            return;
        }
        if (now.changes().size() == 1) {
            ReplaceText change = YamlViewModel.shown(now.changes().getFirst(), before);
            replace(change.start(), change.end(), change.replacement());
        }
        if (!area.getText().equals(target)) {
            replaceDifference(target);
        }
    }

    /**
     * Replaces what differs between the editor and a text: one stretch, so the caret stays near.
     */
    private void replaceDifference(String target) {
        String present = area.getText();
        int most = Math.min(present.length(), target.length());
        int head = 0;
        while (head < most && present.charAt(head) == target.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < most - head
                && present.charAt(present.length() - 1 - tail)
                        == target.charAt(target.length() - 1 - tail)) {
            tail++;
        }
        replace(head, present.length() - tail, target.substring(head, target.length() - tail));
    }

    private void show(String text) {
        replace(0, area.getLength(), text);
    }

    private void replace(int start, int end, String replacement) {
        showing = true;
        choosing = true;
        try {
            area.replaceText(start, end, replacement);
        } finally {
            showing = false;
            choosing = false;
        }
    }

    private void typed(PlainTextChange change) {
        int line = area.offsetToPosition(change.getPosition(), Bias.Forward).getMajor();
        applied.replaced(line, change.getRemoved(), change.getInserted());
        if (!showing) {
            model.type(change.getPosition(), change.getRemoved(), change.getInserted());
            offerAfter(change);
        }
    }

    private void style(YamlViewModel.Styles styles) {
        if (styles.lines().size() != area.getParagraphs().size()) {
            return;
        }
        applied.update(
                styles.lines(),
                (from, lines) -> {
                    var spans = new StyleSpansBuilder<Collection<String>>();
                    spans.add(List.of(), 0);
                    for (int i = 0; i < lines.size(); i++) {
                        if (i > 0) {
                            spans.add(List.of(), 1);
                        }
                        for (StyledLine.Stretch stretch : lines.get(i).stretches()) {
                            spans.add(stretch.styles(), stretch.length());
                        }
                    }
                    area.setStyleSpans(area.getAbsolutePosition(from, 0), spans.create());
                });
    }

    private void caretMoved(int position) {
        if (!choosing && area.isFocused()) {
            choosing = true;
            model.caretAt(position);
            choosing = false;
        }
    }

    /** Shows the node that was chosen elsewhere; a choice made by the caret moves nothing. */
    private void reveal(@Nullable String node) {
        int position = choosing || area.isFocused() ? -1 : model.positionOf(node);
        if (position >= 0) {
            moveTo(position);
        }
    }

    private void hover(MouseOverTextEvent event) {
        String message = model.problemAt(event.getCharacterIndex());
        if (message != null) {
            var at = Objects.requireNonNull(event.getScreenPosition());
            tooltip.setText(message);
            tooltip.show(area, at.getX(), at.getY() + TOOLTIP_OFFSET);
        }
    }
}
