package dev.producerdiscovery.provider.http;

import static java.util.Objects.requireNonNull;

import dev.producerdiscovery.provider.cache.AnswerCache;
import dev.producerdiscovery.provider.cache.AnswerCache.Finding;
import dev.producerdiscovery.provider.cache.KeptAnswer;
import dev.producerdiscovery.provider.cache.Question;
import dev.producerdiscovery.provider.cache.SingleFlight;
import dev.producerdiscovery.provider.json.Json;
import dev.producerdiscovery.provider.json.MalformedAnswerException;
import dev.producerdiscovery.worker.failure.PermanentFailure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Asks one provider. What is known already costs no call; identical questions at the same time become one. An answer is
 * either a {@link Reply} or thrown as the failure that a worker understands. Thread-safe.
 */
public final class ProviderHttp {

    private final String provider;
    private final AnswerCache cache;
    private final Caller caller;
    private final Examiner examiner;
    private final SingleFlight<Request, Reply<?>> flights = new SingleFlight<>();

    ProviderHttp(String provider, AnswerCache cache, Caller caller, Examiner examiner) {
        this.provider = provider;
        this.cache = cache;
        this.caller = caller;
        this.examiner = examiner;
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
            case Reply.NotAllowed<T>(String message) -> throw caller.notAllowed(message + " to " + request);
        };
    }

    /**
     * Like {@link #get}, for callers that know what to do about a request that the provider turns down. The same request
     * is read in one way only, so that another's answer is of the type that is asked for.
     */
    @SuppressWarnings("unchecked")
    public <T> Reply<T> ask(Request request, Function<Json, T> reader) {
        return (Reply<T>) flights.join(request, () -> knownOrAsked(request, reader));
    }

    /**
     * Several things in one call, by their ids; what there is not is missing. Each is kept as if it had been asked for by
     * itself: whoever asks for it alone, or among others, has it, and only those that are not known yet are asked for.
     *
     * @param alone what asks for each by itself, and is never sent here
     * @param together asks for those ids
     * @param list the field of the answer that holds them in their order, with null for what there is not
     */
    public <T> Reply<Map<String, T>> askEach(
            Map<String, Request> alone,
            Function<List<String>, Request> together,
            String list,
            Function<Json, Optional<T>> reader) {
        Map<String, T> found = new LinkedHashMap<>();
        List<String> unknown = new ArrayList<>();
        alone.forEach((id, request) -> {
            Optional<Reply<Optional<T>>> known = known(request, reader);
            if (known.isEmpty()) {
                unknown.add(id);
            } else if (known.get() instanceof Reply.Found<Optional<T>>(Optional<T> thing)) {
                thing.ifPresent(it -> found.put(id, it));
            }
        });
        if (unknown.isEmpty()) {
            return new Reply.Found<>(found);
        }
        List<Question> questions = unknown.stream()
                .map(id -> requireNonNull(alone.get(id)).question(provider))
                .toList();
        Reply<List<Optional<T>>> reply = caller.call(
                together.apply(unknown),
                json -> json.requiredSlots(list, reader),
                Keeper.ofEach(cache, questions, list),
                null);
        return switch (reply) {
            case Reply.Found<List<Optional<T>>>(List<Optional<T>> things) -> {
                // By position: what is given may call itself otherwise than it was asked for.
                for (int i = 0; i < Math.min(unknown.size(), things.size()); i++) {
                    String id = unknown.get(i);
                    things.get(i).ifPresent(thing -> found.put(id, thing));
                }
                yield new Reply.Found<>(found);
            }
            case Reply.Absent<List<Optional<T>>> absent -> new Reply.Found<>(found);
            case Reply.Rejected<List<Optional<T>>>(String message) -> new Reply.Rejected<>(message);
            case Reply.NotAllowed<List<Optional<T>>>(String message) -> new Reply.NotAllowed<>(message);
        };
    }

    /** Empty when it has to be asked for. */
    private <T> Optional<Reply<T>> known(Request request, Function<Json, T> reader) {
        return cache.find(request.question(provider))
                .filter(Finding::fresh)
                .flatMap(finding -> Optional.ofNullable(read(finding.answer(), reader)));
    }

    /**
     * Asks for something well-known, whatever is known already. Empty when the provider may not be asked now.
     *
     * @param reader notes what is missing
     */
    Optional<Examination> examine(Request request, Consumer<Json> reader) {
        return examiner.examine(request, reader);
    }

    private <T> Reply<T> knownOrAsked(Request request, Function<Json, T> reader) {
        Question question = request.question(provider);
        Optional<KeptAnswer> kept = Optional.empty();
        Optional<Finding> found = cache.find(question);
        if (found.isPresent()) {
            kept = found.map(Finding::answer);
            Reply<T> reply = found.get().fresh() ? read(found.get().answer(), reader) : null;
            if (reply != null) {
                return reply;
            }
        }
        return caller.call(request, reader, Keeper.of(cache, question), kept.orElse(null));
    }

    /** Null when the answer no longer says what it takes: an earlier version of this program may have believed less. */
    private static <T> @Nullable Reply<T> read(KeptAnswer kept, Function<Json, T> reader) {
        if (kept.json().isEmpty()) {
            return new Reply.Absent<>();
        }
        try {
            return new Reply.Found<>(reader.apply(Json.of(kept.json().get())));
        } catch (MalformedAnswerException e) {
            return null;
        }
    }
}
