package dev.producerdiscovery.provider.conformance;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What providers are seen to do to a value, and worse. */
enum Damage {
    LEFT_OUT,
    NULL,
    BLANK,
    TEXT,
    HUGE,
    NEGATIVE,
    FRACTION,
    FLAG,
    LIST,
    OBJECT;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** A copy in which the value at that place is damaged; places are counted through the whole tree. */
    JsonNode in(JsonNode answer, int place) {
        JsonNode copy = answer.deepCopy();
        List<Runnable> damages = new ArrayList<>();
        collect(copy, damages);
        damages.get(Math.floorMod(place, damages.size())).run();
        return copy;
    }

    private void collect(JsonNode node, List<Runnable> damages) {
        if (node instanceof ObjectNode object) {
            for (String field : List.copyOf(object.propertyNames())) {
                damages.add(() -> {
                    if (this == LEFT_OUT) {
                        object.remove(field);
                    } else {
                        object.set(field, value());
                    }
                });
                collect(object.get(field), damages);
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int index = i;
                damages.add(() -> {
                    if (this == LEFT_OUT) {
                        array.remove(index);
                    } else {
                        array.set(index, value());
                    }
                });
                collect(array.get(index), damages);
            }
        }
    }

    private JsonNode value() {
        return switch (this) {
            case LEFT_OUT, NULL -> NODES.nullNode();
            case BLANK -> NODES.stringNode(" ");
            case TEXT -> NODES.stringNode("something else");
            case HUGE -> NODES.numberNode(BigInteger.TEN.pow(40));
            case NEGATIVE -> NODES.numberNode(-1);
            case FRACTION -> NODES.numberNode(1.5);
            case FLAG -> NODES.booleanNode(true);
            case LIST -> NODES.arrayNode().add(JsonMapper.shared().createObjectNode());
            case OBJECT -> NODES.objectNode().put("id", "x");
        };
    }
}
