package dev.producerdiscovery.dumpimport.entry;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Whom a release or recording is by, without what nobody reads of them. */
final class Credits {

    static final Shape SHAPE = new Shape(Map.of(
            "name",
            Shape.VALUE,
            "joinphrase",
            Shape.VALUE,
            "artist",
            new Shape(Map.of(
                    "id", Shape.VALUE,
                    "name", Shape.VALUE,
                    "sort-name", Shape.VALUE,
                    "disambiguation", Shape.VALUE,
                    "type", Shape.VALUE))));

    /** What tells artists of one name apart, where no dump of artists does. */
    private static final List<String> OF_RELEASE = List.of("id", "name", "sort-name", "disambiguation", "type");

    private static final List<String> OF_RECORDING = List.of("id", "name");

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Credits() {}

    static ArrayNode ofRelease(JsonNode credits) {
        return kept(credits, OF_RELEASE);
    }

    static ArrayNode ofRecording(JsonNode credits) {
        return kept(credits, OF_RECORDING);
    }

    /** The printed name only where it is not the artist's own. */
    private static ArrayNode kept(JsonNode credits, List<String> ofArtist) {
        ArrayNode kept = NODES.arrayNode();
        for (JsonNode credit : credits.values()) {
            JsonNode artist = credit.path("artist");
            if (!artist.path("id").asString("").isBlank()) {
                ObjectNode row = NODES.objectNode();
                for (String field : List.of("name", "joinphrase")) {
                    String text = credit.path(field).asString("");
                    if (!text.isEmpty()
                            && !(field.equals("name") && credit.path(field).equals(artist.path(field)))) {
                        row.put(field, text);
                    }
                }
                ObjectNode own = row.putObject("artist");
                for (String field : ofArtist) {
                    String text = artist.path(field).asString("");
                    if (!text.isEmpty()) {
                        own.put(field, text);
                    }
                }
                kept.add(row);
            }
        }
        return kept;
    }
}
