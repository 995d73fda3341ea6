package dev.arcrun.engine.run;

import dev.arcrun.engine.value.Json;

/** Failure results that the host itself gives. RECIPE.md, section 5. */
public final class Failures {
    private Failures() {}

    public static Json.Obj of(String code, String error, String hint) {
        return Json.object(
                "success", Json.FALSE,
                "error", Json.of(error),
                "error_code", Json.of(code),
                "hint", Json.of(hint));
    }
}
