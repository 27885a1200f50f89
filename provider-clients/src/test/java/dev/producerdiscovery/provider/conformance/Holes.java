package dev.producerdiscovery.provider.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What chance does to an answer: one field is left out, or one row is null. */
final class Holes {

    private Holes() {}

    /** A copy of the answer with a hole, for each place in it. */
    static Map<String, JsonNode> in(JsonNode answer) {
        List<JsonPointer> places = new ArrayList<>();
        collect(answer, JsonPointer.empty(), places);
        Map<String, JsonNode> holed = new LinkedHashMap<>();
        for (JsonPointer place : places) {
            JsonNode copy = answer.deepCopy();
            switch (copy.at(place.head())) {
                case ObjectNode object -> object.remove(place.last().getMatchingProperty());
                case ArrayNode array -> array.setNull(place.last().getMatchingIndex());
                default -> throw new IllegalStateException("no container around " + place);
            }
            holed.put(place.toString(), copy);
        }
        return holed;
    }

    private static void collect(JsonNode node, JsonPointer at, List<JsonPointer> places) {
        if (node.isObject()) {
            node.properties().forEach(field -> into(field.getValue(), at.appendProperty(field.getKey()), places));
        } else {
            for (int i = 0; i < node.size(); i++) {
                into(node.get(i), at.appendIndex(i), places);
            }
        }
    }

    private static void into(JsonNode child, JsonPointer at, List<JsonPointer> places) {
        places.add(at);
        if (child.isContainer()) {
            collect(child, at, places);
        }
    }
}
