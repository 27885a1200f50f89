package dev.producerdiscovery.provider.http;

import dev.producerdiscovery.provider.cache.KeptAnswer;
import dev.producerdiscovery.provider.json.Json;
import dev.producerdiscovery.provider.json.MalformedAnswerException;
import dev.producerdiscovery.worker.failure.ThrottledFailure;
import dev.producerdiscovery.worker.failure.TransientFailure;
import java.net.URI;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Calls one provider. Each attempt takes a call from the shared budget first. Thread-safe.
 *
 * <p>A broken answer is tried again a few times at once, because one fault in ten calls is ordinary. An answer that lacks
 * something is in {@link Doubt}; only what is believed is kept.
 */
final class Caller {

    private static final int MOST_REDIRECTS = 3;

    private record Sent(String signature, Heard heard) {}

    private final CallParts parts;
    private final String provider;
    private final ProviderOutage outage;
    private final AccountWatch account;
    private final Retries retries;
    private final @Nullable Request probe;
    private final KnownGaps knownGaps = new KnownGaps();

    Caller(CallParts parts, @Nullable Request probe) {
        this.parts = parts;
        this.provider = parts.provider();
        this.outage = parts.outage();
        this.account = parts.account();
        this.retries = parts.retries();
        this.probe = probe;
    }

    /**
     * @param keeper of what is believed
     * @param kept an outdated answer, which the provider may confirm instead of giving it again
     */
    <T> Reply<T> call(Request asked, Function<Json, T> reader, Keeper keeper, @Nullable KeptAnswer kept) {
        Request request = asked;
        KeptAnswer outdated = kept;
        Doubt doubt = new Doubt();
        boolean renewed = false;
        int redirects = 0;
        int failures = 0;
        while (true) {
            // Renewed now if need be, or what follows would be held up, and counted, for a call that is not sent yet.
            parts.authorisation().header();
            Sent sent = exchange(request, outdated);
            Heard heard = sent.heard();
            heard.warning().ifPresent(warning -> parts.park(asked.endpoint(), warning));
            switch (heard.meaning()) {
                case Meaning.Fine(var body) -> {
                    Json json = Json.of(body);
                    T value;
                    try {
                        value = reader.apply(json);
                    } catch (MalformedAnswerException e) {
                        outdated = null;
                        fail(request, String.valueOf(e.getMessage()), ++failures);
                        continue;
                    }
                    accepted();
                    Set<String> missing = knownGaps.unfamiliar(request.endpoint(), json.gaps());
                    if (doubt.isRemovedBy(missing)) {
                        knownGaps.learn(request.endpoint(), missing);
                        keeper.keep(body, heard.validators());
                    } else if (!doubt.isPointless()) {
                        continue;
                    }
                    return new Reply.Found<>(value);
                }
                case Meaning.Moved(URI uri) -> {
                    accepted();
                    if (++redirects > MOST_REDIRECTS) {
                        throw new TransientFailure(provider + " redirects " + asked + " without end");
                    }
                    request = asked.to(uri);
                }
                case Meaning.TokenRefused(String message) -> {
                    outage.answered();
                    if (renewed || !parts.authorisation().refused(sent.signature())) {
                        throw account.refused(message);
                    }
                    renewed = true;
                }
                case Meaning.Broken(String message) -> fail(request, message, ++failures);
                case Meaning.Absent absent -> {
                    accepted();
                    keeper.keepAbsent();
                    return new Reply.Absent<>();
                }
                case Meaning other -> {
                    outage.answered();
                    return settle(request, other);
                }
            }
        }
    }

    private Sent exchange(Request request, @Nullable KeptAnswer outdated) {
        boolean findingOut = account.admit();
        try {
            outage.admit();
            String signature = taken(request);
            return new Sent(signature, parts.exchange().send(request, signature, outdated));
        } finally {
            if (findingOut) {
                account.done();
            }
        }
    }

    /** Takes the call from the budget, last of all: what is counted is sent. */
    private String taken(Request request) {
        try {
            parts.budget().acquire(provider, request.endpoint());
            // Again, for another may have renewed it while this call waited for its turn.
            return parts.authorisation().header();
        } catch (RuntimeException e) {
            outage.notSent();
            throw e;
        }
    }

    ThrottledFailure notAllowed(String problem) {
        return account.refused(problem);
    }

    private void accepted() {
        account.accepted();
        outage.answered();
    }

    private <T> Reply<T> settle(Request request, Meaning meaning) {
        return switch (meaning) {
            case Meaning.BadRequest(String message) -> new Reply.Rejected<>(message);
            case Meaning.NotAllowed(String message) -> new Reply.NotAllowed<>(message);
            case Meaning.AccountProblem(String message) -> throw account.refused(message);
            case Meaning.Limited limited ->
                throw new ThrottledFailure(provider, parts.park(request.endpoint(), limited), limited.message());
            default -> throw new IllegalStateException("not settled here: " + meaning);
        };
    }

    /** Returns when another attempt is worth it. */
    private void fail(Request request, String problem, int failures) {
        if (outage.isBeingProbed() && answersOtherwise(request)) {
            outage.answered();
            throw new TransientFailure(provider + " answers, but fails on " + request + ": " + problem);
        }
        outage.broken(problem);
        if (outage.lasts()) {
            throw outage.failure();
        }
        if (retries.isLast(failures)) {
            throw new TransientFailure(
                    provider + " failed " + failures + " times in a row on " + request + ": " + problem);
        }
        retries.beforeNext(failures);
    }

    /**
     * The one call that is let through in an outage may be for an item on which the provider always fails. Without a
     * second opinion that item, alone in its queue, would keep the provider parked for ever.
     */
    private boolean answersOtherwise(Request failed) {
        return probe != null
                && !probe.equals(failed)
                && !(parts.exchange()
                                .send(probe, parts.authorisation().header(), null)
                                .meaning()
                        instanceof Meaning.Broken);
    }
}
