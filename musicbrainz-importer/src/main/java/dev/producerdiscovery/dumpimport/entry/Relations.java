package dev.producerdiscovery.dumpimport.entry;

import dev.producerdiscovery.matching.name.SpecialPurposeArtists;
import dev.producerdiscovery.matching.role.Roles;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Of what something is related to, the people who made it, and the works that it is a recording of. */
final class Relations {

    static final Shape SHAPE = new Shape(Map.of(
            "type", Shape.VALUE,
            "type-id", Shape.VALUE,
            "attributes", Shape.VALUE,
            "attribute-values", new Shape(Map.of("task", Shape.VALUE)),
            "target-credit", Shape.VALUE,
            "ended", Shape.VALUE,
            "artist", new Shape(Map.of("id", Shape.VALUE, "name", Shape.VALUE)),
            "work", new Shape(Map.of("id", Shape.VALUE)),
            "url", new Shape(Map.of("resource", Shape.VALUE))));

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Relations() {}

    /** The people, without what nobody reads of them. */
    static ArrayNode people(JsonNode relations) {
        ArrayNode kept = NODES.arrayNode();
        relations.values().forEach(relation -> credit(relation).ifPresent(kept::add));
        return kept;
    }

    /** The people, and the ids of the works: who wrote those stands in another dump. */
    static ArrayNode peopleAndWorks(JsonNode relations) {
        ArrayNode kept = people(relations);
        relations.values().forEach(relation -> work(relation).ifPresent(kept::add));
        return kept;
    }

    /** Pages elsewhere that are still there. */
    static ArrayNode links(JsonNode relations) {
        return links(relations, address -> true);
    }

    /** Those that are like this and still there. */
    static ArrayNode links(JsonNode relations, Predicate<String> which) {
        ArrayNode kept = NODES.arrayNode();
        for (JsonNode relation : relations.values()) {
            String address = relation.path("url").path("resource").asString("");
            if (!address.isBlank() && !relation.path("ended").asBoolean(false) && which.test(address)) {
                ObjectNode link = NODES.objectNode();
                keep(relation, List.of("type", "type-id"), link);
                kept.add(link.set("url", relation.path("url")));
            }
        }
        return kept;
    }

    private static Optional<ObjectNode> credit(JsonNode relation) {
        JsonNode artist = relation.path("artist");
        String id = artist.path("id").asString("");
        if (id.isBlank() || SpecialPurposeArtists.include(id) || !isBehindTheRecording(relation)) {
            return Optional.empty();
        }
        ObjectNode credit = NODES.objectNode();
        keep(relation, List.of("type", "type-id", "attributes", "attribute-values", "target-credit"), credit);
        return Optional.of(credit.set("artist", artist));
    }

    private static void keep(JsonNode from, List<String> fields, ObjectNode into) {
        for (String field : fields) {
            JsonNode value = from.path(field);
            if (!value.isMissingNode() && !value.isNull() && !isEmpty(value)) {
                into.set(field, value);
            }
        }
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isString() ? value.stringValue().isBlank() : value.isContainer() && value.isEmpty();
    }

    private static boolean isBehindTheRecording(JsonNode relation) {
        return Roles.ofMusicBrainz(
                        relation.path("type").asString(""),
                        relation.path("type-id").asString(""),
                        relation.path("attributes")
                                .valueStream()
                                .map(attribute -> attribute.asString(""))
                                .toList(),
                        relation.path("attribute-values").path("task").asString(""))
                .isBehindTheRecording();
    }

    private static Optional<ObjectNode> work(JsonNode relation) {
        JsonNode work = relation.path("work");
        return Ids.isId(work.path("id").asString(""))
                ? Optional.of(NODES.objectNode().set("work", work))
                : Optional.empty();
    }
}
