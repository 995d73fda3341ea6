package dev.arcrun.engine.value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An immutable JSON value. Text form: {@link JsonReader} and {@link JsonWriter}. */
public sealed interface Json {

    /** The JSON value {@code null}. */
    Json NULL = new Null();

    Json TRUE = new Bool(true);
    Json FALSE = new Bool(false);

    record Null() implements Json {}

    record Bool(boolean value) implements Json {}

    /** A number; never NaN or infinite, and -0 is 0, as ECMAScript writes it. */
    record Num(double value) implements Json {
        public Num {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("not a JSON number: " + value);
            }
            value = value + 0.0;
        }
    }

    record Str(String value) implements Json {}

    record Arr(List<Json> items) implements Json {
        public Arr {
            items = List.copyOf(items);
        }
    }

    /**
     * An object. Members are kept in ECMAScript's order of own keys: integer-like keys (canonical,
     * below 2^32 - 1) ascending, then the others in order of insertion.
     */
    record Obj(Map<String, Json> members) implements Json {
        public static final Obj EMPTY = new Obj(Map.of());

        public Obj {
            members = inOrder(members);
        }

        /** The own member of that name, or null where there is none. */
        public @Nullable Json get(String name) {
            return members.get(name);
        }

        /** This object with one member added or replaced; a replaced member keeps its position. */
        public Obj with(String name, Json value) {
            var changed = new LinkedHashMap<>(members);
            changed.put(name, value);
            return new Obj(changed);
        }

        public Obj without(String name) {
            var changed = new LinkedHashMap<>(members);
            changed.remove(name);
            return new Obj(changed);
        }

        private static Map<String, Json> inOrder(Map<String, Json> members) {
            TreeMap<Long, String> indices = new TreeMap<>();
            for (String key : members.keySet()) {
                long index = arrayIndex(key);
                if (index >= 0) {
                    indices.put(index, key);
                }
            }
            var ordered = new LinkedHashMap<String, Json>();
            for (String key : indices.values()) {
                ordered.put(key, members.get(key));
            }
            ordered.putAll(members);
            return Collections.unmodifiableMap(ordered);
        }

        private static long arrayIndex(String key) {
            if (key.isEmpty() || key.length() > 10 || (key.length() > 1 && key.charAt(0) == '0')) {
                return -1;
            }
            long index = 0;
            for (int i = 0; i < key.length(); i++) {
                char digit = key.charAt(i);
                if (digit < '0' || digit > '9') {
                    return -1;
                }
                index = index * 10 + (digit - '0');
            }
            return index < 4_294_967_295L ? index : -1;
        }
    }

    static Json of(@Nullable String text) {
        return text == null ? NULL : new Str(text);
    }

    static Json of(boolean value) {
        return value ? TRUE : FALSE;
    }

    static Json of(double number) {
        return new Num(number);
    }

    static Arr array(Json... items) {
        return new Arr(List.of(items));
    }

    static Arr array(List<? extends Json> items) {
        return new Arr(new ArrayList<>(items));
    }

    /** An object from alternating names (String) and values (Json). */
    static Obj object(Object... namesAndValues) {
        var members = new LinkedHashMap<String, Json>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.put((String) namesAndValues[i], (Json) namesAndValues[i + 1]);
        }
        return new Obj(members);
    }
}
