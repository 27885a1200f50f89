package dev.producerdiscovery.dumpimport.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A track of a release, cut down.
 *
 * @param content in MusicBrainz' own form
 * @param isrcs of its recording
 * @param credited whether anybody is named, or a work that may name somebody
 */
record ReleaseTrack(ObjectNode content, String recordingId, List<String> isrcs, boolean credited) {

    static final Shape SHAPE = new Shape(Map.of(
            "position", Shape.VALUE,
            "title", Shape.VALUE,
            "length", Shape.VALUE,
            "recording",
                    new Shape(Map.of(
                            "id", Shape.VALUE,
                            "length", Shape.VALUE,
                            "isrcs", Shape.VALUE,
                            "relations", Relations.SHAPE))));

    /** Empty when it names no recording. */
    static Optional<ReleaseTrack> of(JsonNode track) {
        JsonNode recording = track.path("recording");
        String id = recording.path("id").asString("");
        if (!Ids.isId(id)) {
            return Optional.empty();
        }
        List<String> isrcs = recording
                .path("isrcs")
                .valueStream()
                .flatMap(isrc -> Key.isrc(isrc.asString("")).stream())
                .distinct()
                .toList();
        ArrayNode relations = Relations.peopleAndWorks(recording.path("relations"));
        ObjectNode kept = JsonNodeFactory.instance.objectNode().put("id", id);
        if (!isrcs.isEmpty()) {
            isrcs.forEach(kept.putArray("isrcs")::add);
        }
        if (!relations.isEmpty()) {
            kept.set("relations", relations);
        }
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        for (String field : List.of("position", "title")) {
            content.set(field, track.path(field));
        }
        content.set("length", track.path("length").isNumber() ? track.path("length") : recording.path("length"));
        content.set("recording", kept);
        content.properties()
                .removeIf(field ->
                        field.getValue().isMissingNode() || field.getValue().isNull());
        return Optional.of(new ReleaseTrack(content, id, isrcs, !relations.isEmpty()));
    }
}
