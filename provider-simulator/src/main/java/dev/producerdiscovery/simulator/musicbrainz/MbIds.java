package dev.producerdiscovery.simulator.musicbrainz;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids of what has none in the catalogue: the same thing always has the same one. */
final class MbIds {

    private MbIds() {}

    static String of(String kind, String what) {
        return UUID.nameUUIDFromBytes((kind + "/" + what).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
