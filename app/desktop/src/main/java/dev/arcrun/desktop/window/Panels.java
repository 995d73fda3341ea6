package dev.arcrun.desktop.window;

import dev.arcrun.desktop.settings.Settings;
import dev.arcrun.engine.value.Json;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Which panels are shown; remembered between starts. */
final class Panels {
    private final BooleanProperty recipes;
    private final BooleanProperty inspector;
    private final BooleanProperty bottom;
    private final ObjectProperty<ViewMode> mode;

    Panels(Settings settings) {
        recipes = remembered(settings, "panel.recipes");
        inspector = remembered(settings, "panel.inspector");
        bottom = remembered(settings, "panel.bottom");
        String name = settings.text("view.mode");
        ViewMode first = ViewMode.SPLIT;
        for (ViewMode candidate : ViewMode.values()) {
            if (candidate.name().equalsIgnoreCase(name)) {
                first = candidate;
            }
        }
        mode = new SimpleObjectProperty<>(first);
        mode.addListener((property, before, now) ->
                settings.set("view.mode", Json.of(now.name().toLowerCase(Locale.ROOT))));
    }

    BooleanProperty recipes() {
        return recipes;
    }

    BooleanProperty inspector() {
        return inspector;
    }

    BooleanProperty bottom() {
        return bottom;
    }

    ObjectProperty<ViewMode> mode() {
        return mode;
    }

    private static BooleanProperty remembered(Settings settings, String name) {
        var shown = new SimpleBooleanProperty(settings.truth(name, true));
        shown.addListener((property, before, now) -> settings.set(name, Json.of(now)));
        return shown;
    }
}
