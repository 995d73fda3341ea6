package dev.arcrun.engine.run;

import dev.arcrun.engine.value.EcmaNumber;
import dev.arcrun.engine.value.Json;
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

    private volatile KnownSecrets secrets = KnownSecrets.NONE;

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
        if (!secrets.has(value)) {
            secrets = secrets.with(name, value);
        }
    }

    /** The text without credentials; the same object where there are none. */
    public String redact(String text) {
        KnownSecrets known = secrets;
        if (known.isEmpty()) {
            return text;
        }
        StringBuilder clean = null;
        int copied = 0;
        int i = 0;
        while (i < text.length()) {
            int end = -1;
            for (KnownSecrets.Form each : known.beginningWith(text.charAt(i))) {
                end = each.form().end(text, i);
                if (end >= 0) {
                    clean = clean == null ? new StringBuilder(text.length()) : clean;
                    clean.append(text, copied, i);
                    clean.append("«credential:").append(each.name()).append('»');
                    copied = end;
                    break;
                }
            }
            i = end >= 0 ? end : i + 1;
        }
        return clean == null ? text : clean.append(text, copied, text.length()).toString();
    }

    /** The value with every text in it, member names too, redacted. */
    public Json redact(Json value) {
        if (secrets.isEmpty()) {
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
        KnownSecrets known = secrets;
        secrets = KnownSecrets.NONE;
        known.wipe();
    }

    @Override
    public String toString() {
        return "Redactor of " + secrets.names();
    }
}
