package dev.producerdiscovery.dumpimport.entry;

import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which fields of an object are read; the others, which are most, are skipped without being looked at.
 *
 * @param fields by name; those of objects in a list are the list's
 */
record Shape(Map<String, Shape> fields) {

    /** A text, number, truth, or a list of them. */
    static final Shape VALUE = new Shape(Map.of());

    /** NUL and halves of surrogate pairs: JSON can say them, PostgreSQL cannot hold them. */
    private static final Pattern UNSTORABLE = Pattern.compile("[\\x00\\p{Cs}]");

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    Shape {
        fields = Map.copyOf(fields);
    }

    /** What the parser stands on, and moves it to the end of that. */
    JsonNode read(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> list(parser);
            case VALUE_STRING -> NODES.stringNode(text(parser));
            case VALUE_NUMBER_INT -> NODES.numberNode(parser.getLongValue());
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDoubleValue());
            case VALUE_TRUE, VALUE_FALSE -> NODES.booleanNode(parser.getBooleanValue());
            default -> NODES.nullNode();
        };
    }

    /** The text that the parser stands on, as far as a database holds it. */
    static String text(JsonParser parser) {
        String text = parser.getString();
        return UNSTORABLE.matcher(text).find() ? UNSTORABLE.matcher(text).replaceAll("") : text;
    }

    private ObjectNode object(JsonParser parser) {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            Shape field = fields.get(name);
            parser.nextToken();
            if (field == null) {
                parser.skipChildren();
            } else {
                object.set(name, field.read(parser));
            }
        }
        return object;
    }

    private ArrayNode list(JsonParser parser) {
        ArrayNode list = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(read(parser));
        }
        return list;
    }
}
