package dev.producerdiscovery.identification.musicbrainz;

import dev.producerdiscovery.identification.evidence.Answer;
import dev.producerdiscovery.identification.plan.CreditSource;
import dev.producerdiscovery.identification.song.Song;
import dev.producerdiscovery.identification.song.SongTrack;
import dev.producerdiscovery.matching.title.TitleParser;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The credits of the recording that bears a song's ISRC. A last resort: most ISRCs are not in MusicBrainz, whose people
 * ask programs not to try them one by one. So it is asked only for songs that nobody else knew, and one code each.
 * Thread-safe.
 *
 * @see <a href="https://github.com/music-assistant/server/issues/1302">the request</a>
 */
final class IsrcSource implements CreditSource {

    private static final double STRENGTH = 0.93;

    private final SongReleases releases;
    private final ReleaseSheets sheets;
    private final Duration askAgainAfter;
    private final InstantSource clock;

    IsrcSource(SongReleases releases, ReleaseSheets sheets, Duration askAgainAfter, InstantSource clock) {
        this.releases = releases;
        this.sheets = sheets;
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
        return unseen(song).map(track -> {
            MusicBrainzAnswer answer = new MusicBrainzAnswer();
            Sheet sheet = sheets.readIsrc(Objects.requireNonNull(track.isrc()));
            TrackFinder.byIsrc(track, TitleParser.parse(track.name()), sheet.tracks())
                    .ifPresent(recording -> answer.add(recording, sheet.found("ISRC"), STRENGTH));
            return answer.answer(clock.instant().plus(askAgainAfter));
        });
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
