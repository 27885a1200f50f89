package dev.producerdiscovery.identification.plan;

import dev.producerdiscovery.identification.evidence.Answer;
import dev.producerdiscovery.identification.song.Song;
import dev.producerdiscovery.worker.failure.ThrottledFailure;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;

/** Counts what a source answers, so that one sees what its calls are worth. */
public record CountedSource(CreditSource source, MeterRegistry meters) implements CreditSource {

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public boolean remembers() {
        return source.remembers();
    }

    @Override
    public boolean isFree() {
        return source.isFree();
    }

    @Override
    public Optional<Answer> ask(Song song) {
        try {
            Optional<Answer> answer = source.ask(song);
            count(answer.map(CountedSource::outcome).orElse("nothing_to_ask"));
            return answer;
        } catch (ThrottledFailure failure) {
            count("throttled");
            throw failure;
        }
    }

    private void count(String outcome) {
        meters.counter("identification.answers", "source", source.name(), "outcome", outcome)
                .increment();
    }

    private static String outcome(Answer answer) {
        return switch (answer) {
            case Answer.Credited credited -> credited.producingStrength() > 0 ? "producer" : "other_credits";
            case Answer.NobodyNamed nobody -> "nobody";
            case Answer.Ambiguous ambiguous -> "ambiguous";
        };
    }
}
