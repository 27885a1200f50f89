package dev.producerdiscovery.provider.http;

import dev.producerdiscovery.provider.json.Json;
import dev.producerdiscovery.provider.json.MalformedAnswerException;
import dev.producerdiscovery.worker.budget.ProviderBudget;
import dev.producerdiscovery.worker.failure.PermanentFailure;
import dev.producerdiscovery.worker.failure.ThrottledFailure;
import dev.producerdiscovery.worker.failure.TransientFailure;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Calls one provider. Each attempt takes a call from the shared budget first; what comes back is either a {@link Reply}
 * or thrown as the failure that a worker understands. Identical calls at the same time become one. Thread-safe.
 *
 * <p>A broken answer is tried again a few times at once, because one fault in ten calls is ordinary. An answer with a gap
 * in it is believed only when it comes twice.
 */
public final class ProviderHttp {

    private static final int MOST_REDIRECTS = 3;

    private final String provider;
    private final ProviderBudget budget;
    private final Exchange exchange;
    private final Outage outage;
    private final AccountWatch account;
    private final Authorisation authorisation;
    private final Backoff backoff;
    private final Clock clock;
    private final @Nullable Request probe;
    private final KnownGaps knownGaps = new KnownGaps();
    private final SingleFlight flights = new SingleFlight();

    ProviderHttp(
            String provider,
            ProviderBudget budget,
            Exchange exchange,
            Outage outage,
            AccountWatch account,
            Authorisation authorisation,
            Backoff backoff,
            Clock clock,
            @Nullable Request probe) {
        this.provider = provider;
        this.budget = budget;
        this.exchange = exchange;
        this.outage = outage;
        this.account = account;
        this.authorisation = authorisation;
        this.backoff = backoff;
        this.clock = clock;
        this.probe = probe;
    }

    /**
     * The thing asked for, or empty when there is no such thing.
     *
     * @throws dev.producerdiscovery.worker.failure.WorkFailure for everything else
     */
    public <T> Optional<T> get(Request request, Function<Json, T> reader) {
        return orFail(request, ask(request, reader));
    }

    /** What {@link #get} makes of a reply, for callers that knew what to do about some replies but not about this one. */
    public <T> Optional<T> orFail(Request request, Reply<T> reply) {
        return switch (reply) {
            case Reply.Found<T>(T value) -> Optional.of(value);
            case Reply.Absent<T> absent -> Optional.empty();
            case Reply.Rejected<T>(String message) ->
                throw new PermanentFailure(provider + " rejects " + request + ": " + message);
            case Reply.NotAllowed<T>(String message) -> throw account.refused(message + " to " + request);
        };
    }

    /** Like {@link #get}, for callers that know what to do about a request that the provider turns down. */
    public <T> Reply<T> ask(Request request, Function<Json, T> reader) {
        return flights.ask(request, () -> call(request, reader));
    }

    private <T> Reply<T> call(Request asked, Function<Json, T> reader) {
        Request request = asked;
        @Nullable T before = null;
        boolean renewed = false;
        int redirects = 0;
        for (int attempt = 1; ; attempt++) {
            budget.acquire(provider, request.endpoint());
            String signature = authorisation.header();
            outage.admit();
            switch (exchange.send(request, signature)) {
                case Verdict.Fine(var body) -> {
                    Json json = Json.of(body);
                    T value;
                    try {
                        value = reader.apply(json);
                    } catch (MalformedAnswerException e) {
                        fail(request, String.valueOf(e.getMessage()), attempt);
                        continue;
                    }
                    accepted();
                    Set<String> gaps = knownGaps.unfamiliar(request.endpoint(), json.gaps());
                    if (value.equals(before)) {
                        knownGaps.learn(request.endpoint(), gaps);
                    } else if (!gaps.isEmpty() && !backoff.isLast(attempt)) {
                        before = value;
                        continue;
                    }
                    return new Reply.Found<>(value);
                }
                case Verdict.Moved(URI uri) -> {
                    accepted();
                    if (++redirects > MOST_REDIRECTS) {
                        throw new TransientFailure(provider + " redirects " + asked + " without end");
                    }
                    request = asked.to(uri);
                }
                case Verdict.TokenRefused(String message) -> {
                    outage.answered();
                    if (renewed || !authorisation.refused(signature)) {
                        throw account.refused(message);
                    }
                    renewed = true;
                }
                case Verdict.Broken(String message) -> fail(request, message, attempt);
                case Verdict.Absent absent -> {
                    accepted();
                    return new Reply.Absent<>();
                }
                case Verdict other -> {
                    outage.answered();
                    return settle(request, other);
                }
            }
        }
    }

    /**
     * The one call that is let through in an outage may be for an item on which the provider always fails. Without a
     * second opinion that item, alone in its queue, would keep the provider parked for ever.
     */
    private boolean answersOtherwise(Request failed) {
        return probe != null
                && !probe.equals(failed)
                && !(exchange.send(probe, authorisation.header()) instanceof Verdict.Broken);
    }

    private void accepted() {
        account.accepted();
        outage.answered();
    }

    private <T> Reply<T> settle(Request request, Verdict verdict) {
        return switch (verdict) {
            case Verdict.BadRequest(String message) -> new Reply.Rejected<>(message);
            case Verdict.NotAllowed(String message) -> new Reply.NotAllowed<>(message);
            case Verdict.AccountProblem(String message) -> throw account.refused(message);
            case Verdict.Limited limited -> throw limited(request, limited);
            default -> throw new IllegalStateException("not settled here: " + verdict);
        };
    }

    private ThrottledFailure limited(Request request, Verdict.Limited limited) {
        Instant until = clock.instant().plus(limited.pause());
        String bucket = limited.wholeProvider() ? ProviderBudget.ALL_BUCKETS : request.endpoint();
        budget.park(provider, bucket, until, limited.message());
        return new ThrottledFailure(provider, until, limited.message());
    }

    /** Returns when another attempt is worth it. */
    private void fail(Request request, String problem, int attempt) {
        if (outage.isBeingProbed() && answersOtherwise(request)) {
            outage.answered();
            throw new TransientFailure(provider + " answers, but fails on " + request + ": " + problem);
        }
        outage.broken(problem);
        if (outage.lasts()) {
            throw outage.failure();
        }
        if (backoff.isLast(attempt)) {
            throw new TransientFailure(
                    provider + " failed " + attempt + " times in a row on " + request + ": " + problem);
        }
        backoff.beforeNext(attempt);
    }
}
