package dev.producerdiscovery.identification.plan;

import dev.producerdiscovery.identification.evidence.Answer;
import dev.producerdiscovery.identification.song.Song;
import dev.producerdiscovery.identification.song.SongHistory;
import dev.producerdiscovery.worker.failure.ThrottledFailure;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks the sources one after another, the cheap ones first, until a producer is found with enough certainty. A source
 * that is parked holds nobody up whom another source knows. Thread-safe.
 */
public final class Identifier {

    /** Below this a claim, such as "prod. by" in a title, does not keep us from asking better sources. */
    private static final double ENOUGH = 0.8;

    private final List<CreditSource> cheapestFirst;
    private final PlanOptions options;
    private final InstantSource clock;

    public Identifier(List<CreditSource> cheapestFirst, PlanOptions options, InstantSource clock) {
        this.cheapestFirst = List.copyOf(cheapestFirst);
        this.options = options;
        this.clock = clock;
    }

    /**
     * Finds out who made the song.
     *
     * @throws ThrottledFailure when a source that may know cannot be asked before a known time, and nothing is there to be
     *     stored meanwhile
     * @throws dev.producerdiscovery.worker.failure.TransientFailure when a source failed for a reason of the moment
     */
    public Identification identify(Song song, SongHistory history) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        ThrottledFailure parked = null;
        for (CreditSource source : cheapestFirst) {
            if (isEnough(answers) && !options.confirm() && !source.isFree()) {
                break;
            }
            if (isWorthWaitingFor(parked) || (parked != null && history.isProvisional())) {
                break;
            }
            if (!source.remembers() && history.answeredByNobody(source.name(), clock.instant())) {
                continue;
            }
            try {
                source.ask(song).ifPresent(answer -> answers.merge(source.name(), answer, Answer::orBetter));
            } catch (ThrottledFailure failure) {
                parked = sooner(parked, failure);
            }
        }
        if (parked == null) {
            return new Identification.Complete(List.copyOf(answers.values()));
        }
        if (isEnough(answers) && !history.isProvisional()) {
            return new Identification.Provisional(List.copyOf(answers.values()));
        }
        throw parked;
    }

    private static boolean isEnough(Map<String, Answer> answers) {
        return answers.values().stream().anyMatch(answer -> answer.producingStrength() >= ENOUGH);
    }

    private boolean isWorthWaitingFor(@Nullable ThrottledFailure parked) {
        Instant soon = clock.instant().plus(options.patience());
        return parked != null && parked.until().isBefore(soon);
    }

    private static ThrottledFailure sooner(@Nullable ThrottledFailure one, ThrottledFailure other) {
        return one != null && one.until().isBefore(other.until()) ? one : other;
    }
}
