package dev.producerdiscovery.worker.engine.message;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The few fields of a JSON object that are asked for. Everything else is passed over and never built, whatever it is: a
 * tree of a megabyte takes fifty.
 *
 * @param kind what the text begins with; null when that cannot be read
 */
record TopLevel(
        @Nullable JsonToken kind, Map<String, String> texts, Map<String, Integer> numbers, Set<String> objects) {

    private static final TopLevel NOTHING = new TopLevel(null, Map.of(), Map.of(), Set.of());

    static TopLevel of(JsonFactory json, @Nullable String text, Set<String> wanted) {
        if (text == null) {
            return NOTHING;
        }
        Map<String, String> texts = new HashMap<>();
        Map<String, Integer> numbers = new HashMap<>();
        Map<String, Boolean> objects = new HashMap<>();
        JsonToken kind = null;
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), text)) {
            kind = parser.nextToken();
            while (kind == JsonToken.START_OBJECT && parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (wanted.contains(name)) {
                    switch (value) {
                        case VALUE_STRING -> texts.put(name, parser.getString());
                        case VALUE_NUMBER_INT -> numbers.put(name, number(parser));
                        case START_OBJECT -> objects.put(name, true);
                        default -> {}
                    }
                }
                parser.skipChildren();
            }
        } catch (JacksonException e) {
            // jsonb holds only JSON, but may be nested deeper or hold longer names than the parser takes. What came
            // before
            // that counts, and whoever reads the whole will be told.
        }
        return new TopLevel(kind, texts, numbers, objects.keySet());
    }

    boolean isObject() {
        return kind == JsonToken.START_OBJECT;
    }

    /** The text of that name, unless there is none or it is blank. */
    Optional<String> text(String name) {
        return Optional.ofNullable(texts.get(name)).filter(text -> !text.isBlank());
    }

    /** The number of that name; zero when there is none. */
    int number(String name) {
        return numbers.getOrDefault(name, 0);
    }

    /** Whether an object has that name. */
    boolean hasObject(String name) {
        return objects.contains(name);
    }

    private static int number(JsonParser parser) {
        return parser.getNumberType() == JsonParser.NumberType.INT ? parser.getIntValue() : 0;
    }
}
