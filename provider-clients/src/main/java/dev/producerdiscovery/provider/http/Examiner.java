package dev.producerdiscovery.provider.http;

import dev.producerdiscovery.provider.json.Json;
import dev.producerdiscovery.provider.json.MalformedAnswerException;
import dev.producerdiscovery.worker.failure.ThrottledFailure;
import dev.producerdiscovery.worker.failure.TransientFailure;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Asks one provider for one well-known thing and tells from the answer how the provider does. Costs one call from its
 * budget when all is fine, and a few otherwise. Thread-safe.
 */
final class Examiner {

    private final CallParts parts;

    Examiner(CallParts parts) {
        this.parts = parts;
    }

    /** Empty when it may not be asked now: then somebody knows already how it does. */
    Optional<Examination> examine(Request request, Consumer<Json> reader) {
        Doubt doubt = new Doubt();
        int failures = 0;
        try {
            while (true) {
                // Renewed before the call is counted, and read again after the wait for its turn.
                parts.authorisation().header();
                parts.budget().acquire(parts.provider(), request.endpoint());
                String signature = parts.authorisation().header();
                switch (parts.exchange().send(request, signature, null).meaning()) {
                    case Meaning.Fine(var body) -> {
                        parts.account().accepted();
                        Set<String> now = missing(Json.of(body), reader);
                        if (now.isEmpty()) {
                            return Optional.of(Examination.fine());
                        }
                        if (doubt.isRemovedBy(now) || doubt.isPointless()) {
                            return changed(request + " lacks " + String.join(", ", now));
                        }
                    }
                    case Meaning.Moved moved -> {
                        return Optional.of(Examination.fine());
                    }
                    case Meaning.Absent absent -> {
                        return changed(request + " is not there any more, or never was");
                    }
                    case Meaning.BadRequest(String message) -> {
                        return changed(request + " is no longer understood: " + message);
                    }
                    case Meaning.Limited limited -> {
                        return blocked(request, limited);
                    }
                    case Meaning.AccountProblem(String message) -> {
                        return refused(message);
                    }
                    case Meaning.NotAllowed(String message) -> {
                        return refused(message);
                    }
                    case Meaning.TokenRefused(String message) -> {
                        if (parts.retries().isLast(++failures)
                                || !parts.authorisation().refused(signature)) {
                            return refused(message);
                        }
                    }
                    case Meaning.Broken(String message) -> {
                        if (parts.retries().isLast(++failures)) {
                            return Optional.of(new Examination(Condition.DOWN, message));
                        }
                        parts.retries().beforeNext(failures);
                    }
                }
            }
        } catch (ThrottledFailure failure) {
            return parts.account().problem().map(problem -> new Examination(Condition.BLOCKED, problem));
        } catch (TransientFailure failure) {
            return Optional.of(new Examination(Condition.DOWN, String.valueOf(failure.getMessage())));
        }
    }

    private static Set<String> missing(Json json, Consumer<Json> reader) {
        try {
            reader.accept(json);
            return new TreeSet<>(json.gaps().missing());
        } catch (MalformedAnswerException e) {
            return Set.of(String.valueOf(e.getMessage()));
        }
    }

    private static Optional<Examination> changed(String detail) {
        return Optional.of(new Examination(Condition.CHANGED, detail));
    }

    private Optional<Examination> refused(String message) {
        parts.account().refused(message);
        return Optional.of(new Examination(Condition.BLOCKED, message));
    }

    private Optional<Examination> blocked(Request request, Meaning.Limited limited) {
        Instant until = parts.park(request.endpoint(), limited);
        return Optional.of(new Examination(Condition.BLOCKED, limited.message() + " until " + until));
    }
}
