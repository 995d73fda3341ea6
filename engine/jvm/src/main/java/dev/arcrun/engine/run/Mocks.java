package dev.arcrun.engine.run;

import dev.arcrun.engine.value.Json;
import java.util.List;

/** Results given to nodes instead of calling them. */
public final class Mocks {
    private static final List<String> RESULT_MEMBERS =
            List.of("success", "data", "error", "pending");

    private Mocks() {}

    /**
     * The result a given value stands for: an object with {@code success}, {@code data}, {@code
     * error} or {@code pending} is a whole result, anything else the data of a successful one.
     */
    public static Json result(Json given) {
        if (given instanceof Json.Obj object
                && RESULT_MEMBERS.stream().anyMatch(name -> object.get(name) != null)) {
            return object;
        }
        return Json.object("success", Json.TRUE, "data", given);
    }
}
