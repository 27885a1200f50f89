package dev.producerdiscovery.dumpimport.entry;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** A release while its line is read; its fields come in any order. Used by one thread. */
final class ReleaseDraft {

    private final StringWriter content = new StringWriter();
    private final JsonGenerator json = EntryReader.JSON.createGenerator(content);
    private final List<String> spotifyAlbums = new ArrayList<>();
    private final List<Key> isrcs = new ArrayList<>();
    private String id = "";
    private Optional<String> barcode = Optional.empty();
    private boolean credited;
    private boolean hasMedia;

    ReleaseDraft() {
        json.writeStartObject();
    }

    void id(String text) {
        id = text;
    }

    void barcode(String text) {
        barcode = Key.barcode(text);
    }

    void relations(JsonNode relations) {
        for (JsonNode relation : relations.values()) {
            if (!relation.path("ended").asBoolean(false)) {
                Key.spotifyAlbum(relation.path("url").path("resource").asString(""))
                        .ifPresent(spotifyAlbums::add);
            }
        }
        ArrayNode kept = Relations.people(relations);
        if (!kept.isEmpty()) {
            credited = true;
            json.writeName("relations");
            write(kept);
        }
    }

    void beginMedia() {
        hasMedia = true;
        json.writeArrayPropertyStart("media");
    }

    void beginMedium() {
        json.writeStartObject();
    }

    void mediumPosition(JsonNode position) {
        json.writeName("position");
        write(position);
    }

    void beginTracks() {
        json.writeArrayPropertyStart("tracks");
    }

    void track(JsonNode track) {
        ReleaseTrack.of(track).ifPresent(kept -> {
            write(kept.content());
            credited |= kept.credited();
            if (kept.credited()) {
                // Who asks for the others learns nothing.
                kept.isrcs().forEach(isrc -> isrcs.add(new Key("isrc", isrc, kept.recordingId())));
            }
        });
    }

    void endTracks() {
        json.writeEndArray();
    }

    void endMedium() {
        json.writeEndObject();
    }

    void endMedia() {
        json.writeEndArray();
    }

    /**
     * Empty for a release that nobody can find, and for one that names nobody, unless it is known to be on Spotify: of
     * that it is worth knowing that it names nobody.
     */
    Optional<Entry> entry() {
        Ids.require(id);
        if (!hasMedia) {
            throw new BrokenLineException("it has no media");
        }
        json.writeEndObject();
        json.close();
        List<Key> keys = new ArrayList<>(isrcs);
        spotifyAlbums.forEach(album -> keys.add(new Key("spotify", album, id)));
        if (credited) {
            barcode.ifPresent(code -> keys.add(new Key("barcode", code, id)));
        }
        return keys.isEmpty() ? Optional.empty() : Optional.of(new Entry(id, content.toString(), keys));
    }

    private void write(JsonNode node) {
        EntryReader.JSON.writeValue(json, node);
    }
}
