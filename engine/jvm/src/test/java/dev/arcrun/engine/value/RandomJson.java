package dev.arcrun.engine.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Makes JSON values that are likely to be awkward. */
public final class RandomJson {
    private static final List<String> TEXTS =
            List.of(
                    "",
                    "a",
                    "b c",
                    "1",
                    "10",
                    "007",
                    "-0",
                    "__proto__",
                    "時間",
                    "\ud83d\ude00",
                    "\ud800",
                    "\udc00x",
                    "\"\\\n\u0000",
                    "{{a}}",
                    "{{{{",
                    "}}",
                    "\u2028",
                    "null");
    private static final double[] NUMBERS = {
        0, 1, -1, 0.1, 1e21, 1e-7, Double.MIN_VALUE, 9007199254740992.0, -2.5, 1e300
    };

    private final SplittableRandom random;

    public RandomJson(SplittableRandom random) {
        this.random = random;
    }

    public Json next(int depth) {
        int kinds = depth <= 0 ? 4 : 6;
        return switch (random.nextInt(kinds)) {
            case 0 -> Json.NULL;
            case 1 -> Json.of(random.nextBoolean());
            case 2 -> Json.of(NUMBERS[random.nextInt(NUMBERS.length)]);
            case 3 -> Json.of(text());
            case 4 -> array(depth - 1);
            default -> object(depth - 1);
        };
    }

    public String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    public Json.Obj object(int depth) {
        Map<String, Json> members = new LinkedHashMap<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            members.put(text(), next(depth));
        }
        return new Json.Obj(members);
    }

    private Json array(int depth) {
        List<Json> items = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            items.add(next(depth));
        }
        return new Json.Arr(items);
    }
}
