package dev.producerdiscovery.identification.musicbrainz;

import dev.producerdiscovery.identification.song.Song;
import dev.producerdiscovery.musicbrainz.sheet.ReleaseSheets;
import dev.producerdiscovery.musicbrainz.sheet.Sheet;
import java.util.Optional;

/**
 * The credits of a song on the releases that its albums are, one after another until one names a producer. Thread-safe.
 */
final class ReleaseCredits {

    private final SongReleases releases;
    private final ReleaseSheets sheets;

    ReleaseCredits(SongReleases releases, ReleaseSheets sheets) {
        this.releases = releases;
        this.sheets = sheets;
    }

    /** Adds what the releases say, each read with a call that serves all its songs. */
    void addTo(MusicBrainzAnswer answer, Song song) {
        for (SongReleases.Place place : releases.of(song)) {
            if (answer.hasProducer()) {
                return;
            }
            add(answer, place, sheets.read(place.release()));
        }
    }

    /**
     * Adds what a dump says, which costs no call.
     *
     * @return whether MusicBrainz would add nothing: a producer is named, or the dump has all that it says of the song
     */
    boolean addDumpedTo(MusicBrainzAnswer answer, Song song) {
        SongReleases.Dumped dump = releases.dumped(song);
        boolean whole = dump.all();
        for (SongReleases.Place place : dump.places()) {
            if (answer.hasProducer()) {
                return true;
            }
            Optional<Sheet> sheet = sheets.atHand(place.release());
            sheet.ifPresent(read -> add(answer, place, read));
            whole &= sheet.isPresent();
        }
        return answer.hasProducer() || (whole && answer.knowsSong());
    }

    private static void add(MusicBrainzAnswer answer, SongReleases.Place place, Sheet sheet) {
        TrackFinder.onRelease(place.track(), sheet.tracks())
                .ifPresent(found -> answer.add(found.track(), sheet.found(found.how()), found.strength()));
    }
}
