package dev.producerdiscovery.fleet.run;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** One row of the result: somebody who produced songs of the artist. */
record FoundProducer(String name, List<String> roles, long songs, double confidence, List<String> profiles) {

    static FoundProducer from(JsonNode producer) {
        return new FoundProducer(
                producer.path("name").asString(""),
                texts(producer.path("roles")),
                producer.path("songs").asLong(0),
                producer.path("confidence").asDouble(0),
                texts(producer.path("profiles")));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.asString("")));
        return texts;
    }
}
