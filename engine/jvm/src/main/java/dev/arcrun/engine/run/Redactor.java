package dev.arcrun.engine.run;

import dev.arcrun.engine.value.EcmaNumber;
import dev.arcrun.engine.value.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts {@code «credential:NAME»} wherever a credential's value would show: as it is, in base64
 * (also inside a longer encoded text), percent-encoded and JSON-escaped. RECIPE.md, section 7.
 * Close it to wipe the values.
 */
public final class Redactor implements AutoCloseable {
    /** Shorter values can't be credentials: they would match too much. */
    public static final int SHORTEST = 6;

    private static final Comparator<Form> LONGEST_FIRST =
            Comparator.comparingInt((Form form) -> form.secretLength()).reversed();

    private volatile List<Form> forms = List.of();

    private record Form(String name, int secretLength, SecretForm form) {}

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
        if (forms.stream().anyMatch(known -> known.form().isLiteral(value))) {
            return;
        }
        List<Form> more = new ArrayList<>(forms);
        SecretForms.of(value).forEach(form -> more.add(new Form(name, value.length, form)));
        more.sort(LONGEST_FIRST);
        forms = List.copyOf(more);
    }

    /** The text without credentials; the same object where there are none. */
    public String redact(String text) {
        StringBuilder clean = null;
        int copied = 0;
        List<Form> known = forms;
        int i = 0;
        while (!known.isEmpty() && i < text.length()) {
            int end = -1;
            Form found = null;
            for (int k = 0; k < known.size() && end < 0; k++) {
                found = known.get(k);
                end = found.form().end(text, i);
            }
            if (found == null || end < 0) {
                i++;
                continue;
            }
            if (clean == null) {
                clean = new StringBuilder(text.length());
            }
            clean.append(text, copied, i).append("«credential:").append(found.name()).append('»');
            i = end;
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

    /** Wipes the values; nothing is redacted any more. */
    @Override
    public synchronized void close() {
        List<Form> known = forms;
        forms = List.of();
        known.forEach(each -> each.form().wipe());
    }

    @Override
    public String toString() {
        return "Redactor of " + forms.stream().map(Form::name).distinct().toList();
    }
}
