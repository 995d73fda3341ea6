package dev.arcrun.desktop.run;

import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Says why a run could not be made. */
final class RunTrouble {
    private RunTrouble() {}

    static String of(@Nullable Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null
                        ? failure.getCause()
                        : failure;
        if (cause == null) {
            return "";
        }
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }
}
