package dev.producerdiscovery.identification.musicbrainz;

import dev.producerdiscovery.identification.evidence.Answer;
import dev.producerdiscovery.identification.plan.CreditSource;
import dev.producerdiscovery.identification.song.Song;
import dev.producerdiscovery.identification.song.SongTrack;
import dev.producerdiscovery.matching.title.TitleParser;
import dev.producerdiscovery.musicbrainz.sheet.ReleaseSheets;
import dev.producerdiscovery.musicbrainz.sheet.Sheet;
import dev.producerdiscovery.musicbrainz.sheet.SheetTrack;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The credits of the recording that bears a song's ISRC. A last resort: most ISRCs are not in MusicBrainz, whose people
 * ask programs not to try them one by one. So a call is spent only on an artist whom nothing else led to, for one code of
 * a song that nobody else knew, and for some songs of the artist only: of whom MusicBrainz has none of those, it hardly has
 * the others. A dump is asked for any. Thread-safe.
 *
 * @see <a href="https://github.com/music-assistant/server/issues/1302">the request</a>
 */
final class IsrcSource implements CreditSource {

    private static final double STRENGTH = 0.93;

    /** Codes of an artist that are worth a call each. */
    private static final int MOST_CODES = 10;

    private final SongReleases releases;
    private final ReleaseSheets sheets;
    private final ArtistWorks artists;
    private final ArtistStore store;
    private final Duration askAgainAfter;
    private final InstantSource clock;

    IsrcSource(
            SongReleases releases,
            ReleaseSheets sheets,
            ArtistWorks artists,
            ArtistStore store,
            Duration askAgainAfter,
            InstantSource clock) {
        this.releases = releases;
        this.sheets = sheets;
        this.artists = artists;
        this.store = store;
        this.askAgainAfter = askAgainAfter;
        this.clock = clock;
    }

    @Override
    public String name() {
        return MusicBrainzAnswer.SOURCE;
    }

    @Override
    public boolean remembers() {
        return true;
    }

    @Override
    public Optional<Answer> ask(Song song) {
        if (song.tracks().stream().anyMatch(track -> track.musicbrainzId() != null)) {
            // Whoever has listed the recording has said all there is to say of its codes.
            return Optional.empty();
        }
        return unseen(song)
                .flatMap(track -> sheet(song, Objects.requireNonNull(track.isrc()))
                        .map(sheet -> {
                            MusicBrainzAnswer answer = new MusicBrainzAnswer();
                            TrackFinder.byIsrc(track, TitleParser.parse(track.name()), sheet.tracks())
                                    .ifPresent(recording -> answer.add(recording, sheet.found("ISRC"), STRENGTH));
                            return answer.answer(clock.instant().plus(askAgainAfter));
                        }));
    }

    private Optional<Sheet> sheet(Song song, String isrc) {
        return sheets.dumpedIsrc(isrc)
                .or(() -> isWorthACall(song, isrc) ? Optional.of(sheets.readIsrc(isrc)) : Optional.empty());
    }

    /** The recordings of an artist say which codes they bear. */
    private boolean isWorthACall(Song song, String isrc) {
        return artists.of(song).isEmpty()
                && store.someIsrcsOf(song.artistId(), MOST_CODES).contains(isrc);
    }

    /** A release that was read has shown all that MusicBrainz has on the recordings it holds. */
    private Optional<SongTrack> unseen(Song song) {
        List<SheetTrack> seen = releases.of(song).stream()
                .flatMap(place -> sheets.atHand(place.release()).stream())
                .flatMap(sheet -> sheet.tracks().stream())
                .toList();
        return song.tracks().stream()
                .filter(track -> track.isrc() != null)
                .filter(track -> seen.stream().noneMatch(recording -> recording.hasIsrc(track.isrc())))
                .findFirst();
    }
}
