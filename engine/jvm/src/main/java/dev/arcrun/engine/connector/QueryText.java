package dev.arcrun.engine.connector;

import dev.arcrun.engine.value.Json;
import java.util.List;
import java.util.Map;

/** Adds a query to an address: a list repeats its name, an object is compact JSON. */
final class QueryText {
    private QueryText() {}

    static String added(String address, Json.Obj query) throws ConnectorFailure {
        var text = new StringBuilder();
        for (Map.Entry<String, Json> member : query.members().entrySet()) {
            List<Json> values =
                    member.getValue() instanceof Json.Arr(List<Json> items)
                            ? items
                            : List.of(member.getValue());
            for (Json value : values) {
                if (!value.equals(Json.NULL)) {
                    text.append(text.isEmpty() ? "" : "&")
                            .append(Percent.component(member.getKey()))
                            .append('=')
                            .append(Percent.component(Filling.asText(value)));
                }
            }
        }
        if (text.isEmpty()) {
            return address;
        }
        int hash = fragment(address);
        String before = address.substring(0, hash);
        String joint =
                before.indexOf('?') < 0
                        ? "?"
                        : before.endsWith("?") || before.endsWith("&") ? "" : "&";
        return before + joint + text + address.substring(hash);
    }

    /** Where the fragment starts; the {@code #} inside a credential's placeholder starts none. */
    private static int fragment(String address) {
        boolean inside = false;
        for (int i = 0; i < address.length(); i++) {
            switch (address.charAt(i)) {
                case '«' -> inside = true;
                case '»' -> inside = false;
                case '#' -> {
                    if (!inside) {
                        return i;
                    }
                }
                default -> {}
            }
        }
        return address.length();
    }
}
