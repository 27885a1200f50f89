package dev.producerdiscovery.trackdiscovery;

import dev.producerdiscovery.musicbrainz.sheet.ReleaseSheets;
import dev.producerdiscovery.musicbrainz.sheet.SheetTrack;
import dev.producerdiscovery.worker.failure.PermanentFailure;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;

/**
 * Reads an album's tracks from the MusicBrainz release that it is, all at once and mostly without a call: they came with the
 * list of the artist's albums.
 */
@Component
class SheetListings {

    private final ReleaseSheets sheets;

    SheetListings(ReleaseSheets sheets) {
        this.sheets = sheets;
    }

    /** @throws PermanentFailure when MusicBrainz does not have the release, or not any more */
    TrackListing listing(Album album) {
        String release = album.musicbrainzId();
        if (release == null) {
            throw new PermanentFailure("albumId " + album.id() + " has no MusicBrainz id in the database");
        }
        List<SheetTrack> tracks = sheets.read(release).tracks();
        if (tracks.isEmpty()) {
            throw new PermanentFailure(
                    "MusicBrainz has no tracks of release " + release + " (" + album.id() + ") any more");
        }
        return new TrackListing(
                Optional.empty(),
                tracks.stream()
                        .filter(track -> album.takes(track.recordingId()))
                        .map(ListedTrack::of)
                        .toList(),
                OptionalInt.empty());
    }
}
