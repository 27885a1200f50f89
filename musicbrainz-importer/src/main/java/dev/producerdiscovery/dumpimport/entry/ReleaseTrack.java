package dev.producerdiscovery.dumpimport.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A track of a release, cut down: what the recording says like the track or like the recording before it is left out.
 *
 * @param content in MusicBrainz' own form
 * @param artists whom its recording is by
 * @param isrcs of its recording
 * @param credited whether anybody is named, or a work that may name somebody
 */
record ReleaseTrack(ObjectNode content, ArrayNode artists, String recordingId, List<String> isrcs, boolean credited) {

    static final Shape SHAPE = new Shape(Map.of(
            "position", Shape.VALUE,
            "title", Shape.VALUE,
            "length", Shape.VALUE,
            "recording",
                    new Shape(Map.of(
                            "id", Shape.VALUE,
                            "title", Shape.VALUE,
                            "disambiguation", Shape.VALUE,
                            "length", Shape.VALUE,
                            "video", Shape.VALUE,
                            "isrcs", Shape.VALUE,
                            "artist-credit", Credits.SHAPE,
                            "relations", Relations.SHAPE))));

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /**
     * Empty when it names no recording.
     *
     * @param before whom the recording before it is by
     */
    static Optional<ReleaseTrack> of(JsonNode track, ArrayNode before) {
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
        boolean credited = !relations.isEmpty();
        Relations.links(recording.path("relations"), Key::isSpotifyTrack).forEach(relations::add);
        ArrayNode artists = Credits.ofRecording(recording.path("artist-credit"));
        ObjectNode kept = NODES.objectNode().put("id", id);
        for (String field : List.of("title", "length")) {
            JsonNode own = recording.path(field);
            if (!own.isMissingNode() && !own.equals(track.path(field))) {
                kept.set(field, own);
            }
        }
        if (!recording.path("disambiguation").asString("").isBlank()) {
            kept.set("disambiguation", recording.path("disambiguation"));
        }
        if (recording.path("video").asBoolean(false)) {
            kept.put("video", true);
        }
        if (!artists.equals(before)) {
            kept.set("artist-credit", artists);
        }
        if (!isrcs.isEmpty()) {
            isrcs.forEach(kept.putArray("isrcs")::add);
        }
        if (!relations.isEmpty()) {
            kept.set("relations", relations);
        }
        ObjectNode content = NODES.objectNode();
        for (String field : List.of("position", "title", "length")) {
            content.set(field, track.path(field));
        }
        content.set("recording", kept);
        content.properties()
                .removeIf(field ->
                        field.getValue().isMissingNode() || field.getValue().isNull());
        return Optional.of(new ReleaseTrack(content, artists, id, isrcs, credited));
    }
}
