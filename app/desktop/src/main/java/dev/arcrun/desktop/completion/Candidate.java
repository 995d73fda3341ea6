package dev.arcrun.desktop.completion;

/**
 * Something that can be written at the caret.
 *
 * @param label what the list shows and what is compared with the typed beginning
 * @param insert what is written in place of the typed beginning
 * @param detail a few words beside the label: a type, a name for people
 * @param about a sentence on what it means, or empty
 */
public record Candidate(String label, String insert, String detail, String about) {
    static Candidate of(String label) {
        return new Candidate(label, label, "", "");
    }
}
