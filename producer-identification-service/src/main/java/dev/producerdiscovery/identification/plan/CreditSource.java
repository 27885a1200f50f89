package dev.producerdiscovery.identification.plan;

import dev.producerdiscovery.identification.evidence.Answer;
import dev.producerdiscovery.identification.song.Song;
import java.util.Optional;

/** Somebody who may know who made a song. Implementations are thread-safe. */
public interface CreditSource {

    /** As evidence names it; two ways of asking the same provider share a name, because they are not independent. */
    String name();

    /**
     * Asks about a song.
     *
     * @return empty when the source has no way to look for this song
     * @throws dev.producerdiscovery.worker.failure.WorkFailure when the provider did not answer
     */
    Optional<Answer> ask(Song song);

    /** True when an answer is kept, so that asking again costs no call. */
    boolean remembers();

    /** True when asking never costs a call. */
    default boolean isFree() {
        return false;
    }
}
