package dev.arcrun.desktop.recipes;

import dev.arcrun.desktop.document.DocumentModel;
import dev.arcrun.desktop.look.Icons;
import dev.arcrun.desktop.look.Texts;
import dev.arcrun.desktop.recipes.RecipeStore.RecipeFile;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/** The list of recipes at the window's left. */
public final class RecipeListView extends VBox {
    private static final PseudoClass MODIFIED = PseudoClass.getPseudoClass("modified");

    private final RecipeListViewModel model;
    private final ListView<RecipeFile> list = new ListView<>();

    public RecipeListView(RecipeListViewModel model, DocumentModel documents, Texts texts) {
        this.model = model;
        getStyleClass().add("side-panel");
        var heading = new Label();
        heading.textProperty().bind(texts.bind("recipes.heading"));
        heading.getStyleClass().add("panel-heading");
        var search = new TextField();
        search.setId("recipe-search");
        search.promptTextProperty().bind(texts.bind("recipes.search"));
        search.accessibleTextProperty().bind(texts.bind("recipes.search"));
        search.textProperty().bindBidirectional(model.search());
        var empty = new Label();
        empty.textProperty().bind(texts.bind("recipes.none"));
        empty.setWrapText(true);
        list.setId("recipes");
        list.setPlaceholder(empty);
        list.setItems(model.shown());
        list.getStyleClass().add("recipe-list");
        list.accessibleTextProperty().bind(texts.bind("recipes.heading"));
        list.setCellFactory(view -> new Cell(model, documents));
        list.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, now) -> {
                    if (now != null) {
                        model.open(now);
                    }
                });
        model.opened().addListener((property, before, now) -> list.getSelectionModel().select(now));
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(heading, search, list);
    }

    private static final class Cell extends ListCell<RecipeFile> {
        Cell(RecipeListViewModel model, DocumentModel documents) {
            model.opened().addListener((property, before, now) -> mark(model, documents));
            documents.modified().addListener((property, before, now) -> mark(model, documents));
            itemProperty().addListener((property, before, now) -> mark(model, documents));
        }

        @Override
        protected void updateItem(RecipeFile file, boolean empty) {
            super.updateItem(file, empty);
            setText(empty ? null : file.name());
            setGraphic(empty ? null : Icons.of(MaterialDesignF.FILE_DOCUMENT_OUTLINE, "list-icon"));
        }

        private void mark(RecipeListViewModel model, DocumentModel documents) {
            boolean modified =
                    getItem() != null
                            && getItem().equals(model.opened().get())
                            && documents.modified().get();
            pseudoClassStateChanged(MODIFIED, modified);
        }
    }
}
