package dev.arcrun.desktop.yaml;

import dev.arcrun.desktop.document.DocumentModel;
import dev.arcrun.desktop.document.DocumentModel.TextState;
import dev.arcrun.desktop.document.Places;
import dev.arcrun.desktop.document.Selection;
import dev.arcrun.desktop.work.Threads;
import dev.arcrun.engine.document.Edit.ReplaceText;
import dev.arcrun.engine.document.Problem;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The text of the opened recipe as the editor needs it: positions, styles, problems. */
public final class YamlViewModel {
    /**
     * Styles of a text.
     *
     * @param version of the text they belong to
     */
    record Styles(long version, List<StyledLine> lines) {}

    private final DocumentModel documents;
    private final Selection selection;
    private final Threads threads;
    private final ReadOnlyObjectWrapper<Styles> styles =
            new ReadOnlyObjectWrapper<>(new Styles(0, List.of()));
    private LineBreaks breaks = LineBreaks.of("");
    private boolean typing;

    public YamlViewModel(DocumentModel documents, Selection selection, Threads threads) {
        this.documents = documents;
        this.selection = selection;
        this.threads = threads;
        documents
                .text()
                .addListener((property, before, now) -> {
                    breaks = LineBreaks.of(now.text());
                    style();
                });
        documents.problems().addListener((property, before, now) -> style());
        breaks = LineBreaks.of(documents.text().get().text());
        style();
    }

    ReadOnlyObjectProperty<Styles> styles() {
        return styles.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<TextState> text() {
        return documents.text();
    }

    Selection selection() {
        return selection;
    }

    /** True while the text changes because the user types: the editor has that change already. */
    boolean typing() {
        return typing;
    }

    String shown() {
        return LineBreaks.shown(documents.text().get().text());
    }

    /** The user replaced something; positions and texts as in the editor. */
    void type(int position, String removed, String inserted) {
        int start = breaks.toDocument(position);
        int end = breaks.toDocument(position + removed.length());
        String before = documents.text().get().text();
        typing = true;
        try {
            documents.type(start, before.substring(start, end), breaks.written(inserted));
        } finally {
            typing = false;
        }
    }

    /** A replacement in the document as one in the editor, whose text is still the one before. */
    static ReplaceText shown(ReplaceText change, LineBreaks before) {
        return new ReplaceText(
                before.toShown(change.start()),
                before.toShown(change.end()),
                LineBreaks.shown(change.replacement()));
    }

    /** Chooses the node at the caret. */
    void caretAt(int position) {
        var document = documents.document().get();
        if (document != null && document.text().equals(documents.text().get().text())) {
            String node = Places.nodeAt(document, breaks.toDocument(position));
            if (node != null) {
                selection.select(node);
            }
        }
    }

    /** Where the chosen node stands in the editor, or -1. */
    int positionOf(@Nullable String node) {
        var document = documents.document().get();
        if (node == null
                || document == null
                || !document.text().equals(documents.text().get().text())) {
            return -1;
        }
        Problem.Place place = Places.of(document, node);
        return place == null ? -1 : breaks.toShown(place.start());
    }

    /** A position of the editor as one of the document. */
    int inDocument(int position) {
        return breaks.toDocument(position);
    }

    int shown(int documentPosition) {
        return breaks.toShown(documentPosition);
    }

    /** The message of the problem at a position of the editor, or null. */
    @Nullable String problemAt(int position) {
        int at = breaks.toDocument(position);
        String message = null;
        for (Problem problem : documents.problems().get()) {
            if (problem.place().start() <= at && at <= problem.place().end()) {
                message =
                        message == null ? problem.message() : message + "\n\n" + problem.message();
            }
        }
        return message;
    }

    private void style() {
        TextState now = documents.text().get();
        LineBreaks nowBreaks = breaks;
        List<Problem> problems = documents.problems().get();
        threads.background()
                .execute(() -> {
                    var marks = problems.stream().map(problem -> mark(problem, nowBreaks)).toList();
                    var lines = StyledLine.of(LineBreaks.shown(now.text()), marks);
                    var fresh = new Styles(now.version(), lines);
                    threads.ui().execute(() -> show(fresh));
                });
    }

    private void show(Styles fresh) {
        if (fresh.version() == documents.text().get().version()) {
            styles.set(fresh);
        }
    }

    private static StyledLine.Mark mark(Problem problem, LineBreaks breaks) {
        int start = breaks.toShown(problem.place().start());
        int end = breaks.toShown(problem.place().end());
        return new StyledLine.Mark(start, Math.max(start + 1, end), problem.severity());
    }
}
