package dev.producerdiscovery.dumpimport.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Of a work its writers. */
final class WorkReader extends EntryReader {

    private static final Shape WORK = new Shape(Map.of("id", Shape.VALUE, "relations", Relations.SHAPE));

    @Override
    Optional<Entry> read(JsonParser parser) {
        JsonNode work = WORK.read(parser);
        String id = Ids.require(work.path("id").asString(""));
        if (!work.path("relations").isArray()) {
            throw new BrokenLineException("it has no relations");
        }
        ArrayNode writers = Relations.people(work.path("relations"));
        return writers.isEmpty()
                ? Optional.empty()
                : Optional.of(new Entry(
                        id,
                        JsonNodeFactory.instance
                                .objectNode()
                                .set("relations", writers)
                                .toString(),
                        List.of()));
    }
}
