package dev.arcrun.desktop.settings;

import dev.arcrun.engine.value.Json;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Named values that survive a restart. Used on the FX thread; written in the background after each
 * change. Never holds a secret.
 */
public final class Settings {
    private final SettingsFile file;
    private final Executor background;
    private Json.Obj values;

    /** Settings as they were stored; {@code background} runs one task after another. */
    public Settings(SettingsFile file, Json.Obj stored, Executor background) {
        this.file = file;
        this.values = stored;
        this.background = background;
    }

    public @Nullable String text(String name) {
        return values.get(name) instanceof Json.Str(String text) ? text : null;
    }

    public double number(String name, double otherwise) {
        return values.get(name) instanceof Json.Num(double number) ? number : otherwise;
    }

    public boolean truth(String name, boolean otherwise) {
        return values.get(name) instanceof Json.Bool(boolean truth) ? truth : otherwise;
    }

    public void set(String name, Json value) {
        if (value.equals(values.get(name))) {
            return;
        }
        values = values.with(name, value);
        Json.Obj now = values;
        background.execute(() -> file.write(now));
    }
}
