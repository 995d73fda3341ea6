package dev.arcrun.workspace;

import java.util.Locale;
import java.util.ResourceBundle;

/** What a browser shows when it has come back from a service. */
record SignInPage(Locale language) {
    String signedIn() {
        return page("signin.done");
    }

    String refused() {
        return page("signin.refused");
    }

    String notStartedHere() {
        return page("signin.foreign");
    }

    String nothingHere() {
        return page("signin.nothing");
    }

    private String page(String key) {
        ResourceBundle words =
                ResourceBundle.getBundle(
                        "dev.arcrun.workspace.messages",
                        language.getLanguage().equals("zh")
                                ? Locale.TRADITIONAL_CHINESE
                                : Locale.ROOT,
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
        return "<!doctype html><meta charset=utf-8><title>"
                + words.getString("signin.title")
                + "</title><p>"
                + words.getString(key)
                + "</p>";
    }
}
