package dev.producerdiscovery.simulator.behaviour;

import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** All providers' behaviour, which may change at any time. Thread-safe. */
public final class Behaviours {

    private final InstantSource clock;
    private final Map<SimulatedProvider, Behaviour> atStart = new EnumMap<>(SimulatedProvider.class);
    private final SpotifyTerms termsAtStart;
    private final Map<SimulatedProvider, Behaviour> current = new ConcurrentHashMap<>();
    private final AtomicReference<SpotifyTerms> terms;

    /**
     * @param latency how long every provider takes to answer
     * @param changes what else differs from sound behaviour from the start, by provider
     */
    public Behaviours(
            InstantSource clock,
            Duration latency,
            Map<SimulatedProvider, BehaviourChange> changes,
            SpotifyTerms terms) {
        this.clock = clock;
        Behaviour sound = Behaviour.sound(latency);
        for (SimulatedProvider provider : SimulatedProvider.values()) {
            @Nullable BehaviourChange change = changes.get(provider);
            atStart.put(provider, change == null ? sound : sound.with(change, clock.instant()));
        }
        current.putAll(atStart);
        this.termsAtStart = terms;
        this.terms = new AtomicReference<>(terms);
    }

    public Behaviour of(SimulatedProvider provider) {
        return Objects.requireNonNull(current.get(provider));
    }

    public SpotifyTerms spotify() {
        return terms.get();
    }

    public void change(SimulatedProvider provider, BehaviourChange change) {
        current.put(provider, of(provider).with(change, clock.instant()));
    }

    public void changeSpotify(UnaryOperator<SpotifyTerms> change) {
        terms.updateAndGet(change);
    }

    public void reset() {
        current.putAll(atStart);
        terms.set(termsAtStart);
    }
}
