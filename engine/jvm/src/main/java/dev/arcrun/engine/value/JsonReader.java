package dev.arcrun.engine.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON text (RFC 8259). A duplicate member's last value counts; nothing may follow the value.
 */
public final class JsonReader {
    /** Deeper nesting than this is refused. */
    public static final int MAX_DEPTH = 500;

    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(MAX_DEPTH)
                                    .maxStringLength(Integer.MAX_VALUE)
                                    .maxNumberLength(10_000)
                                    .build())
                    .build();

    private JsonReader() {}

    /**
     * @throws JsonSyntaxException when the text is not one JSON value, with line and column (from
     *     1)
     */
    public static Json read(String text) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new JsonSyntaxException("there is no JSON value", 1, 1);
            }
            Json value = value(parser, first);
            if (parser.nextToken() != null) {
                var place = parser.currentTokenLocation();
                throw new JsonSyntaxException(
                        "text follows the JSON value", place.getLineNr(), place.getColumnNr());
            }
            return value;
        } catch (JacksonException e) {
            var place = e.getLocation();
            throw new JsonSyntaxException(
                    firstLine(e.getOriginalMessage()),
                    place == null ? 1 : place.getLineNr(),
                    place == null ? 1 : place.getColumnNr());
        }
    }

    private static Json value(JsonParser parser, JsonToken token) {
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> new Json.Str(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
            case VALUE_TRUE -> Json.TRUE;
            case VALUE_FALSE -> Json.FALSE;
            case VALUE_NULL -> Json.NULL;
            default -> throw new IllegalStateException("unexpected token " + token);
        };
    }

    private static Json number(JsonParser parser) {
        double number = Double.parseDouble(parser.getString());
        if (Double.isInfinite(number)) {
            var place = parser.currentTokenLocation();
            throw new JsonSyntaxException(
                    "the number is too large", place.getLineNr(), place.getColumnNr());
        }
        return new Json.Num(number);
    }

    private static Json object(JsonParser parser) {
        Map<String, Json> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            members.put(name, value(parser, parser.nextToken()));
        }
        return new Json.Obj(members);
    }

    private static Json array(JsonParser parser) {
        List<Json> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken();
                token != JsonToken.END_ARRAY;
                token = parser.nextToken()) {
            items.add(value(parser, token));
        }
        return new Json.Arr(items);
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
