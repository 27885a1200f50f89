package dev.producerdiscovery.dumpimport.entry;

import dev.producerdiscovery.matching.name.SpecialPurposeArtists;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Of an artist its names, what tells it from others of its name, and its pages elsewhere. */
final class ArtistReader extends EntryReader {

    private static final List<String> TEXTS = List.of("name", "sort-name", "disambiguation", "type", "country");

    private static final Shape ARTIST = new Shape(Map.of(
            "id", Shape.VALUE,
            "name", Shape.VALUE,
            "sort-name", Shape.VALUE,
            "disambiguation", Shape.VALUE,
            "type", Shape.VALUE,
            "country", Shape.VALUE,
            "life-span", new Shape(Map.of("begin", Shape.VALUE, "end", Shape.VALUE)),
            "aliases", new Shape(Map.of("name", Shape.VALUE)),
            "relations", Relations.SHAPE));

    @Override
    Optional<Entry> read(JsonParser parser) {
        JsonNode artist = ARTIST.read(parser);
        String id = Ids.require(artist.path("id").asString(""));
        String name = artist.path("name").asString("");
        if (name.isBlank()) {
            throw new BrokenLineException("it has no name");
        }
        if (SpecialPurposeArtists.include(id)) {
            return Optional.empty();
        }
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        TEXTS.forEach(field -> keep(artist, field, content));
        ObjectNode life = content.putObject("life-span");
        List.of("begin", "end").forEach(field -> keep(artist.path("life-span"), field, life));
        ArrayNode aliases = content.putArray("aliases");
        aliases(artist).forEach(alias -> aliases.addObject().put("name", alias));
        content.set("relations", Relations.links(artist.path("relations")));
        content.properties()
                .removeIf(
                        field -> field.getValue().isEmpty() && field.getValue().isContainer());
        List<Key> keys = Stream.concat(Stream.of(name), aliases(artist))
                .flatMap(one -> Key.name(one, id).stream())
                .distinct()
                .toList();
        return Optional.of(new Entry(id, content.toString(), keys));
    }

    private static Stream<String> aliases(JsonNode artist) {
        return artist.path("aliases")
                .valueStream()
                .map(alias -> alias.path("name").asString(""))
                .filter(alias -> !alias.isBlank());
    }

    private static void keep(JsonNode from, String field, ObjectNode into) {
        String text = from.path(field).asString("");
        if (!text.isBlank()) {
            into.put(field, text);
        }
    }
}
