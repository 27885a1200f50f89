package dev.producerdiscovery.provider.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.producerdiscovery.worker.scope.WorkScope;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Answers at hand: those of this process first, then those of all processes. An answer that has outlived its time is still
 * given out, as long as the provider can confirm it. Thread-safe; never fails.
 */
public final class AnswerCache {

    /** Clocks differ; an answer from further in the future than this is none. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    /** What Caffeine and the key take beside the answer itself. */
    private static final int OVERHEAD = 256;

    private final CacheSettings settings;
    private final SharedAnswers shared;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Cache<String, byte[]> own;

    AnswerCache(CacheSettings settings, SharedAnswers shared, Clock clock, MeterRegistry meters) {
        this.settings = settings;
        this.shared = shared;
        this.clock = clock;
        this.meters = meters;
        this.own = Caffeine.newBuilder()
                .maximumWeight(settings.memory().toBytes())
                .<String, byte[]>weigher((key, answer) -> answer.length + OVERHEAD)
                .build();
    }

    /** What is at hand of an answer. {@code fresh} tells whether it may be believed without asking. */
    public record Finding(KeptAnswer answer, boolean fresh) {}

    public Optional<Finding> find(Question question) {
        Duration time = settings.time(question.provider(), question.endpoint());
        if (time.isZero()) {
            return Optional.empty();
        }
        String key = question.key();
        Optional<Finding> mine = Optional.ofNullable(own.getIfPresent(key)).flatMap(bytes -> judge(bytes, time));
        if (mine.filter(Finding::fresh).isPresent()) {
            return counted(question, "process", mine);
        }
        Optional<byte[]> bytes = shared.get(key);
        Optional<Finding> theirs = bytes.flatMap(answer -> judge(answer, time));
        if (theirs.filter(Finding::fresh).isPresent()) {
            own.put(key, bytes.orElseThrow());
            return counted(question, "shared", theirs);
        }
        Optional<Finding> outdated = mine.or(() -> theirs);
        return counted(question, outdated.isPresent() ? "outdated" : "none", outdated);
    }

    /** Keeps an answer that was believed. */
    public void keep(Question question, JsonNode json, Validators validators) {
        keep(question, new KeptAnswer(Optional.of(json), validators, clock.instant()));
    }

    /** Keeps that there is no such thing. */
    public void keepAbsent(Question question) {
        keep(question, new KeptAnswer(Optional.empty(), Validators.none(), clock.instant()));
    }

    private void keep(Question question, KeptAnswer answer) {
        Duration time = settings.time(question.provider(), question.endpoint());
        if (time.isZero()) {
            return;
        }
        byte[] bytes = AnswerCodec.encode(answer);
        if (bytes.length <= settings.largest().toBytes()) {
            own.put(question.key(), bytes);
            shared.put(question.key(), bytes, time(answer, time).plus(confirmable(answer)));
        }
    }

    private Optional<Finding> judge(byte[] bytes, Duration time) {
        Instant now = clock.instant();
        return AnswerCodec.decode(bytes)
                .filter(answer -> !answer.at().isAfter(now.plus(SKEW)))
                .flatMap(answer -> {
                    Instant outdated = answer.at().plus(time(answer, time));
                    boolean fresh = now.isBefore(outdated)
                            && !answer.at().isBefore(WorkScope.current().answersSince());
                    boolean usable = fresh
                            || (!answer.validators().isEmpty() && now.isBefore(outdated.plus(confirmable(answer))));
                    return usable ? Optional.of(new Finding(answer, fresh)) : Optional.empty();
                });
    }

    private Duration time(KeptAnswer answer, Duration time) {
        return answer.json().isPresent() ? time : settings.timeOfAbsence(time);
    }

    private Duration confirmable(KeptAnswer answer) {
        return answer.validators().isEmpty() ? Duration.ZERO : settings.confirmable();
    }

    private Optional<Finding> counted(Question question, String found, Optional<Finding> finding) {
        Counter.builder("provider.cache")
                .description("Questions to the outside music APIs, by where an answer was found")
                .tag("provider", question.provider())
                .tag("endpoint", question.endpoint())
                .tag("found", found)
                .register(meters)
                .increment();
        return finding;
    }
}
