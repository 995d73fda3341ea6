package dev.arcrun.engine.connector;

import dev.arcrun.engine.template.Scope;
import dev.arcrun.engine.value.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the templates of one call see: its parameters, {@code _call_id} and {@code _parameters}. */
final class CallScope {
    static final String CALL_ID = "_call_id";
    static final String PARAMETERS = "_parameters";

    private CallScope() {}

    /**
     * @param checked the parameters that the contract describes, with defaults
     * @param given all that the call was given
     */
    static Scope of(Connector connector, Json.Obj checked, Json.Obj given, String callId) {
        Map<String, Json> values = new LinkedHashMap<>(checked.members());
        values.put(CALL_ID, Json.of(callId));
        values.put(PARAMETERS, parameters(connector, checked, given));
        return Scope.of(values);
    }

    /** The described ones in their order, then the others as given. */
    private static Json parameters(Connector connector, Json.Obj checked, Json.Obj given) {
        List<String> except = connector.request().except();
        Map<String, Json> all = new LinkedHashMap<>(checked.members());
        given.members()
                .forEach((name, value) -> {
                    if (!value.equals(Json.NULL)) {
                        all.putIfAbsent(name, value);
                    }
                });
        all.keySet().removeIf(name -> name.startsWith("_") || except.contains(name));
        return new Json.Obj(all);
    }
}
