package dev.arcrun.engine.run;

import dev.arcrun.engine.value.EcmaNumber;
import dev.arcrun.engine.value.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts {@code «credential:NAME»} wherever a credential's value would show: as it is, in base64
 * (also inside a longer encoded text), percent-encoded and JSON-escaped. RECIPE.md, section 7.
 * Close it to wipe the values.
 */
public final class Redactor implements AutoCloseable {
    /** Shorter values can't be credentials: they would match too much. */
    public static final int SHORTEST = 6;

    private static final Comparator<Form> LONGEST_FIRST =
            Comparator.comparingInt((Form form) -> form.text().length).reversed();

    private volatile List<Form> forms = List.of();

    private record Form(String name, char[] text) {}

    /** No credentials. */
    public static Redactor none() {
        return new Redactor(Map.of());
    }

    /**
     * @param credentials name to value; the values are copied
     * @throws IllegalArgumentException when a value has fewer than {@link #SHORTEST} characters
     */
    public Redactor(Map<String, char[]> credentials) {
        credentials.forEach(this::add);
    }

    /**
     * From now on this value is hidden too; one that is hidden already changes nothing.
     *
     * @param value copied
     * @throws IllegalArgumentException when the value has fewer than {@link #SHORTEST} characters
     */
    public synchronized void add(String name, char[] value) {
        if (value.length < SHORTEST) {
            throw new IllegalArgumentException(
                    "the credential " + name + " has fewer than " + SHORTEST + " characters");
        }
        if (forms.stream().anyMatch(form -> Arrays.equals(form.text(), value))) {
            return;
        }
        List<Form> more = new ArrayList<>(forms);
        SecretForms.of(value).forEach(form -> more.add(new Form(name, form)));
        more.sort(LONGEST_FIRST);
        forms = List.copyOf(more);
    }

    /** The text without credentials; the same object where there are none. */
    public String redact(String text) {
        StringBuilder clean = null;
        int copied = 0;
        int i = 0;
        while (!forms.isEmpty() && i < text.length()) {
            Form form = formAt(text, i);
            if (form == null) {
                i++;
                continue;
            }
            if (clean == null) {
                clean = new StringBuilder(text.length());
            }
            clean.append(text, copied, i).append("«credential:").append(form.name()).append('»');
            i += form.text().length;
            copied = i;
        }
        return clean == null ? text : clean.append(text, copied, text.length()).toString();
    }

    /** The value with every text in it, member names too, redacted. */
    public Json redact(Json value) {
        if (forms.isEmpty()) {
            return value;
        }
        return switch (value) {
            case Json.Str(String text) -> Json.of(redact(text));
            case Json.Arr(List<Json> items) ->
                    Json.array(items.stream().map(this::redact).toList());
            case Json.Obj object -> {
                Map<String, Json> members = new LinkedHashMap<>();
                object.members()
                        .forEach((name, member) -> members.put(redact(name), redact(member)));
                yield new Json.Obj(members);
            }
            case Json.Num number -> redactNumber(number);
            case Json.Null _, Json.Bool _ -> value;
        };
    }

    private Json redactNumber(Json.Num number) {
        String text = EcmaNumber.toString(number.value());
        String clean = redact(text);
        return clean.equals(text) ? number : Json.of(clean);
    }

    private @Nullable Form formAt(String text, int at) {
        for (Form form : forms) {
            if (matches(text, at, form.text())) {
                return form;
            }
        }
        return null;
    }

    private static boolean matches(String text, int at, char[] form) {
        if (text.charAt(at) != form[0] || at + form.length > text.length()) {
            return false;
        }
        for (int i = 1; i < form.length; i++) {
            if (text.charAt(at + i) != form[i]) {
                return false;
            }
        }
        return true;
    }

    /** Wipes the values; nothing is redacted any more. */
    @Override
    public synchronized void close() {
        List<Form> known = forms;
        forms = List.of();
        known.forEach(form -> Arrays.fill(form.text(), '\0'));
    }

    @Override
    public String toString() {
        return "Redactor of " + forms.stream().map(Form::name).distinct().toList();
    }
}
