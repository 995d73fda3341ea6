package dev.arcrun.engine.schedule;

import dev.arcrun.engine.value.Json;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** What the parts of a case answer; a node without a script gives back what it receives. */
record CaseParts(Json.Obj scripts) {
    /**
     * The script of a node, iteration and attempt, the closest first: {@code b[1]#2}, {@code b}.
     */
    Json answer(CallKey key, int attempt, Json input) {
        for (String name :
                new String[] {
                    key + "#" + attempt, key.toString(), key.node() + "#" + attempt, key.node()
                }) {
            if (scripts.get(name) instanceof Json.Obj script) {
                return answer(script);
            }
        }
        return Json.object("success", Json.TRUE, "data", input);
    }

    private static Json answer(Json.Obj script) {
        CaseFile.onlyKnown(
                script, Set.of("data", "fail", "code", "result", "text_of_bytes", "list"));
        Json result = script.get("result");
        if (result != null) {
            return result;
        }
        if (script.get("text_of_bytes") instanceof Json.Num(double bytes)) {
            return Json.of("x".repeat((int) bytes - 2));
        }
        if (script.get("list") instanceof Json.Obj list) {
            return Json.object("success", Json.TRUE, "data", numbers(list));
        }
        Json error = script.get("fail");
        if (error == null) {
            Json data = script.get("data");
            return Json.object("success", Json.TRUE, "data", data == null ? Json.NULL : data);
        }
        Json.Obj failure = Json.object("success", Json.FALSE, "error", error);
        Json code = script.get("code");
        return code == null ? failure : failure.with("error_code", code);
    }

    /** {@code {items: 3}} is {@code {items: [0, 1, 2]}}. */
    private static Json.Obj numbers(Json.Obj counts) {
        Json.Obj lists = Json.Obj.EMPTY;
        for (var count : counts.members().entrySet()) {
            int items = (int) ((Json.Num) count.getValue()).value();
            List<Json> numbers = IntStream.range(0, items).mapToObj(i -> Json.of(i)).toList();
            lists = lists.with(count.getKey(), Json.array(numbers));
        }
        return lists;
    }
}
