package dev.producerdiscovery.identification.musicbrainz;

import dev.producerdiscovery.identification.evidence.Answer;
import dev.producerdiscovery.identification.plan.CreditSource;
import dev.producerdiscovery.identification.song.Song;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The credits of a song on the releases that its albums are, one after another until one names a producer. Thread-safe.
 */
final class ReleaseSource implements CreditSource {

    private final SongReleases releases;
    private final ReleaseSheets sheets;
    private final Duration askAgainAfter;
    private final InstantSource clock;

    ReleaseSource(SongReleases releases, ReleaseSheets sheets, Duration askAgainAfter, InstantSource clock) {
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
        MusicBrainzAnswer answer = new MusicBrainzAnswer();
        for (SongReleases.Place place : releases.of(song)) {
            if (answer.hasProducer()) {
                break;
            }
            Sheet sheet = sheets.read(place.release());
            TrackFinder.onRelease(place.track(), sheet.tracks())
                    .ifPresent(found -> answer.add(found.track(), sheet.found(found.how()), found.strength()));
        }
        return Optional.of(answer.answer(clock.instant().plus(askAgainAfter)));
    }
}
