package dev.producerdiscovery.identification.musicbrainz;

import dev.producerdiscovery.musicbrainz.sheet.SheetCredit;
import dev.producerdiscovery.musicbrainz.sheet.SheetTrack;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What MusicBrainz has of an artist.
 *
 * @param recordings in whose artist credit the artist is
 * @param releases what is said of whole releases of the artist, by their ids; those of which nothing is are left out
 * @param leftOut how many recordings it has beyond these; 0 when these are all
 * @param readAt when it was read
 */
record ArtistWork(List<SheetTrack> recordings, Map<String, List<SheetCredit>> releases, int leftOut, Instant readAt) {

    ArtistWork {
        recordings = List.copyOf(recordings);
        releases = Map.copyOf(releases);
    }

    boolean isWhole() {
        return leftOut == 0;
    }
}
