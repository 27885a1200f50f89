package dev.producerdiscovery.musicbrainz.sheet;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tracks of a release, or the recordings of an ISRC, with their credits.
 *
 * @param dumpedOn the day of the dump that says so; null when MusicBrainz was asked itself
 */
public record Sheet(List<SheetTrack> tracks, @Nullable LocalDate dumpedOn) {

    public Sheet {
        tracks = List.copyOf(tracks);
    }

    /** As evidence names it: how a track was found on this sheet, and where the sheet is from if not from a call. */
    public String found(String how) {
        return dumpedOn == null ? how : how + ", dump of " + dumpedOn;
    }
}
