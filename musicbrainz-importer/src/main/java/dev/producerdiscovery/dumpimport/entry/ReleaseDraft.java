package dev.producerdiscovery.dumpimport.entry;

import dev.producerdiscovery.matching.name.SpecialPurposeArtists;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A release while its line is read; its fields come in any order. Used by one thread. */
final class ReleaseDraft {

    private static final String OFFICIAL = "Official";

    private final StringWriter content = new StringWriter();
    private final JsonGenerator json = EntryReader.JSON.createGenerator(content);
    private final List<String> spotifyAlbums = new ArrayList<>();
    private final List<Key> isrcs = new ArrayList<>();
    private final List<Key> names = new ArrayList<>();
    private final List<String> artists = new ArrayList<>();
    private ArrayNode artistsBefore = JsonNodeFactory.instance.arrayNode();
    private String id = "";
    private String status = "";
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
        text("barcode", text);
    }

    void status(String text) {
        status = text;
        text("status", text);
    }

    void text(String field, String text) {
        if (!text.isBlank()) {
            json.writeStringProperty(field, text);
        }
    }

    void part(String field, JsonNode part) {
        if (!part.isEmpty()) {
            json.writeName(field);
            write(part);
        }
    }

    void artists(JsonNode credits) {
        ArrayNode kept = Credits.ofRelease(credits);
        part("artist-credit", kept);
        for (JsonNode credit : kept.values()) {
            JsonNode artist = credit.path("artist");
            String artistId = artist.path("id").asString("");
            if (Ids.isId(artistId) && !SpecialPurposeArtists.include(artistId)) {
                artists.add(artistId);
                Stream.of(artist, credit)
                        .map(named -> named.path("name").asString(""))
                        .flatMap(name -> Key.name(name, artistId).stream())
                        .forEach(names::add);
            }
        }
    }

    void relations(JsonNode relations) {
        ArrayNode kept = Relations.people(relations);
        credited |= !kept.isEmpty();
        for (JsonNode link : Relations.links(
                        relations, address -> Key.spotifyAlbum(address).isPresent())
                .values()) {
            kept.add(link);
            Key.spotifyAlbum(link.path("url").path("resource").asString("")).ifPresent(spotifyAlbums::add);
        }
        part("relations", kept);
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
        ReleaseTrack.of(track, artistsBefore).ifPresent(kept -> {
            write(kept.content());
            artistsBefore = kept.artists();
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
     * Empty for a release that nobody can find, and for one that names nobody, unless it is an official one of an artist, to
     * whose music it belongs, or known to be on Spotify: of that it is worth knowing that it names nobody.
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
        if (status.equals(OFFICIAL)) {
            artists.stream().distinct().forEach(artist -> keys.add(new Key("artist", artist, id)));
            names.stream().distinct().forEach(keys::add);
        }
        if (credited) {
            barcode.ifPresent(code -> keys.add(new Key("barcode", code, id)));
        }
        return keys.isEmpty() ? Optional.empty() : Optional.of(new Entry(id, content.toString(), keys));
    }

    private void write(JsonNode node) {
        EntryReader.JSON.writeValue(json, node);
    }
}
