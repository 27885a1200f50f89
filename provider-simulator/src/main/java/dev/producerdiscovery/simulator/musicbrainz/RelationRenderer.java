package dev.producerdiscovery.simulator.musicbrainz;

import dev.producerdiscovery.simulator.catalogue.Contributor;
import dev.producerdiscovery.simulator.catalogue.Credit;
import dev.producerdiscovery.simulator.catalogue.Recording;
import dev.producerdiscovery.simulator.catalogue.Role;
import dev.producerdiscovery.simulator.catalogue.Source;
import dev.producerdiscovery.simulator.json.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Relations between entities, seen from either side. */
final class RelationRenderer {

    private static final int SONGS_A_TRADITIONAL = 6;

    /** One of MusicBrainz' own entries, under its true id. */
    private static final Map<String, @Nullable Object> TRADITIONAL = Json.object(
            "id", "9be7f096-97ec-4615-8957-8d40b5dcbc41",
            "name", "[traditional]",
            "sort-name", "[traditional]",
            "disambiguation", "Special Purpose Artist",
            "type", null,
            "type-id", null,
            "country", null);

    /** Of many nobody says where they come from. */
    private static final List<@Nullable String> COUNTRIES = Arrays.asList("GB", null, "US", "NL", null);

    private RelationRenderer() {}

    /** People behind a recording or release. */
    static Stream<Map<String, @Nullable Object>> credits(
            List<Credit> credits, Predicate<Role> wanted, boolean release) {
        return credits.stream()
                .filter(credit -> credit.statedBy(Source.MUSICBRAINZ) && wanted.test(credit.role()))
                .filter(credit -> credit.who().ids().mbid() != null)
                .map(credit -> credit(credit, release));
    }

    /** Some songs are said to be as old as the hills as well, which makes nobody of that name their writer. */
    static List<Map<String, @Nullable Object>> writers(Recording recording) {
        List<Map<String, @Nullable Object>> writers = new ArrayList<>();
        credits(recording.credits(), Role::writes, false).forEach(writers::add);
        if (recording.song().workMbid().hashCode() % SONGS_A_TRADITIONAL == 0) {
            Map<String, @Nullable Object> relation = relation(LinkType.COMPOSER, "artist", "backward", List.of());
            relation.put("artist", TRADITIONAL);
            writers.add(relation);
        }
        return writers;
    }

    private static Map<String, @Nullable Object> credit(Credit credit, boolean release) {
        LinkType type = release ? LinkType.RELEASE_PRODUCER : LinkType.of(credit.role());
        List<String> attributes = LinkType.attributes(credit.role());
        Map<String, @Nullable Object> relation = relation(type, "artist", "backward", attributes);
        if (attributes.contains("task")) {
            relation.put("attribute-values", Map.of("task", "vocal producer"));
        }
        relation.put("target-credit", credit.printedAs());
        relation.put("artist", artist(credit.who()));
        return relation;
    }

    static Map<String, @Nullable Object> member(Contributor other, boolean seenFromGroup) {
        Map<String, @Nullable Object> relation =
                relation(LinkType.MEMBER_OF_BAND, "artist", seenFromGroup ? "backward" : "forward", List.of());
        relation.put("artist", artist(other));
        return relation;
    }

    static Map<String, @Nullable Object> url(LinkType type, String resource, boolean ended) {
        Map<String, @Nullable Object> relation = relation(type, "url", "forward", List.of());
        relation.put("ended", ended);
        relation.put("url", Json.object("id", MbIds.of("url", resource), "resource", resource));
        return relation;
    }

    static Map<String, @Nullable Object> relation(
            LinkType type, String target, String direction, List<String> attributes) {
        Map<String, String> ids = new LinkedHashMap<>();
        attributes.forEach(attribute -> ids.put(attribute, LinkType.attributeId(attribute)));
        return Json.object(
                "type",
                type.type(),
                "type-id",
                type.id(),
                "target-type",
                target,
                "direction",
                direction,
                "attributes",
                attributes,
                "attribute-ids",
                ids,
                "attribute-values",
                Map.of(),
                "begin",
                null,
                "end",
                null,
                "ended",
                false,
                "source-credit",
                "",
                "target-credit",
                "");
    }

    static Map<String, @Nullable Object> artist(Contributor who) {
        boolean group = who.kind() == Contributor.Kind.GROUP;
        return Json.object(
                "id", who.ids().mbid(),
                "name", who.name(),
                "sort-name", who.names().sortName(),
                "disambiguation", who.disambiguation(),
                "type", group ? "Group" : "Person",
                "type-id", group ? "e431f5f6-b5d2-343d-8b36-72607fffb74b" : "b6e035f4-3ce9-331c-97df-83397230b0df",
                "country", country(who));
    }

    private static @Nullable String country(Contributor who) {
        return COUNTRIES.get(Math.floorMod(who.key().hashCode(), COUNTRIES.size()));
    }
}
