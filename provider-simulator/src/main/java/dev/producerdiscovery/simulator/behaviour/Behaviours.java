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
    private final Map<Provider, Behaviour> atStart = new EnumMap<>(Provider.class);
    private final SpotifyTerms termsAtStart;
    private final Map<Provider, Behaviour> current = new ConcurrentHashMap<>();
    private final AtomicReference<SpotifyTerms> terms;

    /**
     * @param latency how long every provider takes to answer
     * @param changes what else differs from sound behaviour from the start, by provider
     */
    public Behaviours(
            InstantSource clock, Duration latency, Map<Provider, BehaviourChange> changes, SpotifyTerms terms) {
        this.clock = clock;
        Behaviour sound = Behaviour.sound(latency);
        for (Provider provider : Provider.values()) {
            @Nullable BehaviourChange change = changes.get(provider);
            atStart.put(provider, change == null ? sound : sound.with(change, clock.instant()));
        }
        current.putAll(atStart);
        this.termsAtStart = terms;
        this.terms = new AtomicReference<>(terms);
    }

    public Behaviour of(Provider provider) {
        return Objects.requireNonNull(current.get(provider));
    }

    public SpotifyTerms spotify() {
        return terms.get();
    }

    public void change(Provider provider, BehaviourChange change) {
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
