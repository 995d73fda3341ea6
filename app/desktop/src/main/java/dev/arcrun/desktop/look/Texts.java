package dev.arcrun.desktop.look;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/**
 * The window's words. Keys read {@code room.thing.state}; bound texts change at once when the
 * language does.
 */
public final class Texts {
    public static final Locale ENGLISH = Locale.ENGLISH;
    public static final Locale CHINESE = Locale.TRADITIONAL_CHINESE;
    public static final List<Locale> LANGUAGES = List.of(ENGLISH, CHINESE);
    static final String BUNDLE = "dev.arcrun.desktop.messages";

    private final ObjectProperty<Locale> language = new SimpleObjectProperty<>();

    public Texts(Locale wanted) {
        language.set(closest(wanted));
    }

    /** Chinese for every Chinese locale, English for all others. */
    public static Locale closest(Locale wanted) {
        return wanted.getLanguage().equals(CHINESE.getLanguage()) ? CHINESE : ENGLISH;
    }

    public ObjectProperty<Locale> language() {
        return language;
    }

    /** The language as contracts of parts name it: {@code en} or {@code zh-TW}. */
    public String tag() {
        return language.get().equals(CHINESE) ? "zh-TW" : "en";
    }

    /**
     * The text of a key.
     *
     * @param arguments put in where the text says {@code {0}}
     */
    public String get(String key, Object... arguments) {
        String text = load(language.get()).getString(key);
        return arguments.length == 0
                ? text.replace("''", "'")
                : new MessageFormat(text, language.get()).format(arguments);
    }

    /** The text of a key, followed when the language or an argument changes. */
    public StringBinding bind(String key, ObservableValue<?>... arguments) {
        var dependencies = new javafx.beans.Observable[arguments.length + 1];
        dependencies[0] = language;
        System.arraycopy(arguments, 0, dependencies, 1, arguments.length);
        return Bindings.createStringBinding(
                () -> {
                    Object[] values = new Object[arguments.length];
                    for (int i = 0; i < values.length; i++) {
                        Object value = arguments[i].getValue();
                        values[i] = value == null ? "" : value;
                    }
                    return get(key, values);
                },
                dependencies);
    }

    /** Loaded bundles are kept by the class library. */
    private static ResourceBundle load(Locale locale) {
        return ResourceBundle.getBundle(
                BUNDLE,
                locale.equals(ENGLISH) ? Locale.ROOT : locale,
                Texts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(
                        ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
