package dev.producerdiscovery.identification.musicbrainz;

import dev.producerdiscovery.identification.evidence.Answer;
import dev.producerdiscovery.identification.plan.CreditSource;
import dev.producerdiscovery.identification.song.Song;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What is at hand of MusicBrainz where it cannot be asked itself: what a dump has, and what came with a list of the artist's
 * albums. It has nothing to say of other songs. Thread-safe.
 */
final class KeptSource implements CreditSource {

    private final ReleaseCredits releases;
    private final Duration askAgainAfter;
    private final InstantSource clock;

    KeptSource(ReleaseCredits releases, Duration askAgainAfter, InstantSource clock) {
        this.releases = releases;
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
        return releases.addKeptTo(answer, song)
                ? Optional.of(answer.answer(clock.instant().plus(askAgainAfter)))
                : Optional.empty();
    }
}
