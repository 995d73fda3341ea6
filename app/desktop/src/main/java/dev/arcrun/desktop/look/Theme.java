package dev.arcrun.desktop.look;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;

/** Light or dark: the system's choice until the user makes one. */
public final class Theme {
    public enum Choice {
        SYSTEM,
        LIGHT,
        DARK
    }

    private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>(Choice.SYSTEM);
    private final BooleanBinding dark;
    private final ChangeListener<Boolean> follow = (property, before, now) -> show(now);

    public Theme(Choice first) {
        choice.set(first);
        dark =
                javafx.beans.binding.Bindings.createBooleanBinding(
                        this::isDark, choice, Platform.getPreferences().colorSchemeProperty());
        dark.addListener(follow);
        show(dark.get());
    }

    public ObjectProperty<Choice> choice() {
        return choice;
    }

    public BooleanBinding dark() {
        return dark;
    }

    /** From light to dark or back, whatever the system says. */
    public void toggle() {
        choice.set(dark.get() ? Choice.LIGHT : Choice.DARK);
    }

    private boolean isDark() {
        return switch (choice.get()) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    }

    private static void show(boolean dark) {
        var theme = dark ? new PrimerDark() : new PrimerLight();
        Application.setUserAgentStylesheet(theme.getUserAgentStylesheet());
    }
}
