package dev.arcrun.engine.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The forms of all secrets that are to be hidden, by the character with which they may begin. */
final class KnownSecrets {
    static final KnownSecrets NONE = new KnownSecrets(List.of());

    private static final int ASCII = 128;
    private static final Comparator<Form> LONGEST_FIRST =
            Comparator.comparingInt(Form::secretLength).reversed();

    private final List<Form> forms;
    private final List<List<Form>> byFirst = new ArrayList<>(ASCII + 1);

    /**
     * @param name of the credential
     * @param secretLength of its value, in characters
     */
    record Form(String name, int secretLength, SecretForm form) {}

    private KnownSecrets(List<Form> forms) {
        this.forms = forms;
        for (int c = 0; c <= ASCII; c++) {
            char first = (char) c;
            byFirst.add(forms.stream().filter(each -> each.form().mayBegin(first)).toList());
        }
    }

    /** These and one more; its forms are the new object's. */
    KnownSecrets with(String name, char[] value) {
        List<Form> more = new ArrayList<>(forms);
        SecretForms.of(value).forEach(form -> more.add(new Form(name, value.length, form)));
        more.sort(LONGEST_FIRST);
        return new KnownSecrets(List.copyOf(more));
    }

    boolean has(char[] value) {
        return forms.stream().anyMatch(each -> each.form().isLiteral(value));
    }

    boolean isEmpty() {
        return forms.isEmpty();
    }

    /** Those that may begin with a character, and perhaps others; the longest secrets first. */
    List<Form> beginningWith(char first) {
        return byFirst.get(Math.min(first, ASCII));
    }

    List<String> names() {
        return forms.stream().map(Form::name).distinct().toList();
    }

    /** Overwrites them. */
    void wipe() {
        forms.forEach(each -> each.form().wipe());
    }
}
