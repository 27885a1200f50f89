package dev.producerdiscovery.simulator.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of a song, as it was made once.
 *
 * @param isrcs the original release's code first, a remaster's after it
 * @param credits empty where nobody tells who made it
 * @param mbid null where MusicBrainz does not know the recording
 * @param isrcsAtMusicBrainz whether MusicBrainz finds it by its codes
 */
public record Recording(
        String key,
        Composition song,
        Version version,
        int lengthMs,
        List<String> isrcs,
        List<Credit> credits,
        @Nullable String mbid,
        boolean isrcsAtMusicBrainz) {

    /** Equal for recordings that the same people made, so that their credits are the same by right. */
    public String makers() {
        return version.kind().sameMakers() ? song.key() : key;
    }
}
