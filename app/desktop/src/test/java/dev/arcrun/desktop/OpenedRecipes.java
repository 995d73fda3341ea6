package dev.arcrun.desktop;

import dev.arcrun.desktop.document.DocumentModel;
import dev.arcrun.desktop.work.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleObjectProperty;

/** Documents opened for a test, with everything on the test's own thread. */
public final class OpenedRecipes {
    public static final String GREETING =
            """
            name: greeting
            # said to everyone
            flow:
              - "input >> ON_SUCCESS >> greet"
              - "greet >> ON_SUCCESS >> shout"
            config:
              greet:
                component: set
                values:
                  text: 'Hello {{input.name}}'
                  times: 2
              shout:
                component: string_ops
                operation: upper
                input: "{{greet.data.text}}"
            """;

    private OpenedRecipes() {}

    public static DocumentModel opened(String text) {
        return opened(text, new ArrayList<>());
    }

    /**
     * An opened document.
     *
     * @param complaints collects what the user is told
     */
    public static DocumentModel opened(String text, List<String> complaints) {
        var model =
                new DocumentModel(
                        Threads.direct(),
                        (document, _) -> document.problems(),
                        new SimpleObjectProperty<>(Locale.ENGLISH),
                        complaints::add);
        model.open(text);
        return model;
    }

    public static String text(DocumentModel model) {
        return model.text().get().text();
    }
}
