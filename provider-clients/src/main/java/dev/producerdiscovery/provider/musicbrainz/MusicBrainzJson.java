package dev.producerdiscovery.provider.musicbrainz;

import dev.producerdiscovery.provider.json.Json;
import tools.jackson.databind.JsonNode;

/** Reads what has MusicBrainz' form and did not come by a call, such as an entry of its dumps. Thread-safe. */
public final class MusicBrainzJson {

    private MusicBrainzJson() {}

    /** @throws dev.producerdiscovery.provider.json.MalformedAnswerException when it has no id */
    public static MbRelease release(JsonNode json) {
        return MusicBrainzReader.release(Json.of(json));
    }
}
