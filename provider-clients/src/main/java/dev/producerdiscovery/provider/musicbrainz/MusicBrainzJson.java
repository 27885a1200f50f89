package dev.producerdiscovery.provider.musicbrainz;

import dev.producerdiscovery.provider.json.Json;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads what has MusicBrainz' form and did not come by a call, such as an entry of its dumps. Thread-safe. */
public final class MusicBrainzJson {

    private static final String ARTISTS = "artist-credit";

    private MusicBrainzJson() {}

    /**
     * A release. A recording that does not say its title or length has its track's, and one that does not say whom it is
     * by is by those of the recording before it.
     *
     * @throws dev.producerdiscovery.provider.json.MalformedAnswerException when it has no id
     */
    public static MbRelease release(JsonNode json) {
        JsonNode whole = json.deepCopy();
        JsonNode artists = null;
        for (JsonNode medium : whole.path("media").values()) {
            for (JsonNode track : medium.path("tracks").values()) {
                if (track.path("recording") instanceof ObjectNode recording) {
                    for (String field : List.of("title", "length")) {
                        if (!recording.has(field) && track.has(field)) {
                            recording.set(field, track.get(field));
                        }
                    }
                    if (recording.has(ARTISTS)) {
                        artists = recording.get(ARTISTS);
                    } else if (artists != null) {
                        recording.set(ARTISTS, artists);
                    }
                }
            }
        }
        return MusicBrainzReader.release(Json.of(whole));
    }

    /** @throws dev.producerdiscovery.provider.json.MalformedAnswerException when it has no id */
    public static MbArtist artist(JsonNode json) {
        return MusicBrainzReader.artist(Json.of(json));
    }
}
