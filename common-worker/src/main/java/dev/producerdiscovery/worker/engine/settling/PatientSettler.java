package dev.producerdiscovery.worker.engine.settling;

import dev.producerdiscovery.worker.Outcome;
import dev.producerdiscovery.worker.engine.Ended;
import dev.producerdiscovery.worker.engine.Ending;
import dev.producerdiscovery.worker.engine.EngineParts;
import dev.producerdiscovery.worker.engine.WorkerSettings;
import dev.producerdiscovery.worker.engine.handling.FailureClassifier;
import dev.producerdiscovery.worker.engine.handling.Verdict;
import dev.producerdiscovery.worker.engine.intake.Claimed;
import dev.producerdiscovery.worker.engine.intake.Claims;
import dev.producerdiscovery.worker.engine.intake.Permits;
import dev.producerdiscovery.worker.engine.message.InFlight;
import dev.producerdiscovery.worker.resilience.Backoff;
import dev.producerdiscovery.worker.resilience.DatabaseFailures;
import dev.producerdiscovery.worker.resilience.Outage;
import dev.producerdiscovery.worker.resilience.Pause;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;

/**
 * Settles in spite of failures. A group that fails is settled one by one, so that one bad message fails alone. A
 * deadlock is tried again, and while the database is away or takes no results they are kept: they may have cost calls that cannot be
 * made again. Trying again is safe even if a commit was only seemingly lost: its lease is then no longer held.
 */
public final class PatientSettler {

    private static final Logger log = LoggerFactory.getLogger(PatientSettler.class);
    private static final int ATTEMPTS_AFTER_DEADLOCK = 4;

    /** A group that takes the connection down with it is told apart from an outage by trying each message alone. */
    private static final int ATTEMPTS_OF_A_GROUP = 3;

    /** Until a message is tried again that not even the dead letter queue would take. */
    private static final Duration AFTER_REFUSAL = Duration.ofMinutes(1);

    private final Settler settler;
    private final FailureClassifier classifier;
    private final Refusals refusals;
    private final Outage postgres;
    private final Backoff backoff;
    private final Pause pause;
    private final InstantSource clock;
    private final Duration patience;

    /** @param refusals are told what the database does not serve */
    public static PatientSettler of(
            String queue, Claims claims, Permits permits, Refusals refusals, EngineParts parts) {
        WorkerSettings settings = parts.settings();
        Backoff backoff = new Backoff(settings.backoffBase(), settings.backoffCap(), parts.random());
        Returns returns = new Returns(queue, parts, permits, refusals, new Attempts(settings.maxAttempts(), backoff));
        return new PatientSettler(new Settler(queue, parts, returns, claims), new FailureClassifier(), refusals, parts);
    }

    private PatientSettler(Settler settler, FailureClassifier classifier, Refusals refusals, EngineParts parts) {
        this.settler = settler;
        this.classifier = classifier;
        this.refusals = refusals;
        this.postgres = parts.postgres();
        this.backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5), parts.random());
        this.pause = parts.pause();
        this.clock = parts.steady();
        this.patience = parts.settings().maxHandlingTime();
    }

    /** Settles a message by itself. Never throws. */
    public Ended settle(InFlight message, Verdict verdict) {
        return alone(new Finished(message, verdict));
    }

    /**
     * Never throws.
     *
     * @param wanted how many messages to claim along with it, if it works at once
     */
    @SuppressWarnings("CatchThrowable") // an Error in a settlement must not end the settling of all others
    Settled<Ended> settle(List<Finished> group, int wanted) {
        int claims = wanted;
        for (int attempt = 1; ; attempt++) {
            try {
                Settled<Conclusion> settled = settler.settle(group, claims);
                postgres.succeeded();
                List<Ended> endings = ended(group, settled.endings());
                refusals.settled(endings, served(group, endings));
                return new Settled<>(endings, settled.next());
            } catch (Throwable e) {
                if (!again(group, e, attempt) && claims == 0) {
                    List<Ended> endings = group.size() > 1 ? oneByOne(group) : List.of(refused(group.getFirst(), e));
                    return new Settled<>(endings, new Claimed(List.of(), clock.instant()));
                }
                // Not again: if it was the claim that failed, the group is not to blame.
                claims = 0;
            }
        }
    }

    /** Not by what it refused itself, nor by a lease that was lost, for which nothing was written. */
    private static boolean served(List<Finished> group, List<Ended> endings) {
        return IntStream.range(0, group.size())
                .anyMatch(i -> !(group.get(i).verdict() instanceof Verdict.Refused)
                        && endings.get(i).ending() != Ending.LOST);
    }

    private boolean again(List<Finished> group, Throwable thrown, int attempt) {
        if (DatabaseFailures.away(thrown)) {
            // A pool hands out connections that died unnoticed: only a failure after a fresh one is an outage.
            if (attempt > 1 && DatabaseFailures.unreachable(thrown)) {
                postgres.failed(thrown);
            } else if (attempt > 1) {
                refusals.happened(thrown);
            }
            return patient(group)
                    && (group.size() == 1 || attempt < ATTEMPTS_OF_A_GROUP)
                    && pause.sleep(backoff.delay(attempt));
        }
        return group.size() == 1
                && thrown instanceof ConcurrencyFailureException
                && attempt < ATTEMPTS_AFTER_DEADLOCK
                && pause.sleep(backoff.delay(attempt));
    }

    private boolean patient(List<Finished> group) {
        return group.stream()
                .anyMatch(finished ->
                        clock.instant().isBefore(finished.message().claimedAt().plus(patience)));
    }

    private List<Ended> oneByOne(List<Finished> group) {
        List<Ended> endings = new ArrayList<>();
        for (Finished finished : group) {
            endings.add(alone(finished));
        }
        return endings;
    }

    private Ended alone(Finished finished) {
        return settle(List.of(finished), 0).endings().getFirst();
    }

    /** What was decided could not be carried out: then something that asks less of the database is tried. */
    private Ended refused(Finished finished, Throwable thrown) {
        Verdict less = DatabaseFailures.away(thrown) ? null : less(finished.verdict(), thrown);
        if (less != null) {
            return alone(new Finished(finished.message(), less));
        }
        String reason =
                "could not be settled and comes again when its lease ends: " + FailureClassifier.describe(thrown);
        log.warn(
                "Message {} of {} {}",
                finished.message().id(),
                finished.message().envelope().delivery().queue(),
                reason);
        return ended(finished, new Conclusion(Ending.LOST, reason));
    }

    private @Nullable Verdict less(Verdict verdict, Throwable thrown) {
        String error = FailureClassifier.describe(thrown);
        return switch (verdict) {
            case Verdict.Decided(Outcome.Done done) -> classifier.classify(thrown);
            case Verdict.Decided(Outcome.RetryLater later) -> null;
            case Verdict.Decided(Outcome other) -> new Verdict.Failed(error, thrown, true);
            case Verdict.Refused refused -> null;
            case Verdict.Failed failed -> new Verdict.Decided(new Outcome.RetryLater(AFTER_REFUSAL, error));
        };
    }

    private List<Ended> ended(List<Finished> group, List<Conclusion> conclusions) {
        List<Ended> endings = new ArrayList<>(group.size());
        for (int i = 0; i < group.size(); i++) {
            endings.add(ended(group.get(i), conclusions.get(i)));
        }
        return endings;
    }

    private Ended ended(Finished finished, Conclusion conclusion) {
        InFlight message = finished.message();
        Verdict.Failed failed = switch (finished.verdict()) {
            case Verdict.Failed found -> found;
            case Verdict.Refused(String error, Throwable cause) -> new Verdict.Failed(error, cause, false);
            case Verdict.Decided decided -> null;
        };
        return new Ended(
                message.envelope().delivery(),
                conclusion.ending(),
                conclusion.reason(),
                failed == null ? null : failed.cause(),
                failed != null && failed.defect(),
                Duration.between(message.claimedAt(), clock.instant()));
    }
}
