package dev.producerdiscovery.simulator.traffic;

import dev.producerdiscovery.simulator.behaviour.Behaviour;
import dev.producerdiscovery.simulator.behaviour.Behaviour.Quota;
import dev.producerdiscovery.simulator.behaviour.Behaviour.Rate;
import dev.producerdiscovery.simulator.behaviour.Behaviours;
import dev.producerdiscovery.simulator.behaviour.SimulatedProvider;
import dev.producerdiscovery.simulator.catalogue.Dice;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Decides what becomes of each call. Thread-safe. */
public final class Gate {

    private final Behaviours behaviours;
    private final InstantSource clock;
    private final Dice dice;
    private final AtomicLong rolls = new AtomicLong();
    private final Map<SimulatedProvider, Window> rates = new ConcurrentHashMap<>();
    private final Map<String, Window> quotas = new ConcurrentHashMap<>();
    private final Map<String, Instant> bans = new ConcurrentHashMap<>();

    /** @param dice for the faults that come by chance */
    public Gate(Behaviours behaviours, InstantSource clock, Dice dice) {
        this.behaviours = behaviours;
        this.clock = clock;
        this.dice = dice;
    }

    Treatment judge(SimulatedProvider provider, String endpoint) {
        Behaviour behaviour = behaviours.of(provider);
        return asked(behaviour)
                .or(() -> limited(provider, behaviour.rate()))
                .or(() -> spent(provider, endpoint, behaviour.quota()))
                .or(() -> accident(behaviour))
                .orElseGet(() -> roll("malformed") < behaviour.malformedShare()
                        ? new Treatment.Spoilt(new Damage(roll("damage"), roll("place")))
                        : new Treatment.Pass());
    }

    /** A call that the provider answered well counts against the endpoint's quota. */
    void succeeded(SimulatedProvider provider, String endpoint) {
        if (behaviours.of(provider).quota() != null) {
            window(provider, endpoint).add(clock.instant());
        }
    }

    public void reset() {
        rates.clear();
        quotas.clear();
        bans.clear();
    }

    private Optional<Treatment> asked(Behaviour behaviour) {
        return switch (behaviour.fault()) {
            case NONE -> Optional.empty();
            case DOWN -> Optional.of(new Treatment.Drop());
            case HANG -> Optional.of(new Treatment.Hang());
            case ERROR -> Optional.of(new Treatment.Failure(behaviour.status()));
            case HTML -> Optional.of(new Treatment.WebPage());
            case THROTTLED ->
                Optional.ofNullable(behaviour.throttledUntil())
                        .filter(until -> until.isAfter(clock.instant()))
                        .map(Treatment.Throttle::new);
        };
    }

    private Optional<Treatment> limited(SimulatedProvider provider, @Nullable Rate rate) {
        if (rate == null) {
            return Optional.empty();
        }
        Window window = rates.computeIfAbsent(provider, ignored -> new Window());
        Instant now = clock.instant();
        Optional<Instant> full = window.fullUntil(rate.calls(), rate.window(), now);
        if (full.isEmpty()) {
            window.add(now);
        }
        return full.map(Treatment.Throttle::new);
    }

    private Optional<Treatment> spent(SimulatedProvider provider, String endpoint, @Nullable Quota quota) {
        if (quota == null) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        String key = key(provider, endpoint);
        Instant banned = bans.getOrDefault(key, Instant.MIN);
        if (!banned.isAfter(now)
                && window(provider, endpoint)
                        .fullUntil(quota.calls(), quota.window(), now)
                        .isPresent()) {
            banned = now.plus(quota.ban());
            bans.put(key, banned);
            window(provider, endpoint).clear();
        }
        return banned.isAfter(now) ? Optional.of(new Treatment.QuotaSpent(banned)) : Optional.empty();
    }

    private Optional<Treatment> accident(Behaviour behaviour) {
        if (roll("fault") >= behaviour.faultShare()) {
            return Optional.empty();
        }
        double kind = roll("kind");
        if (kind < 0.25) {
            return Optional.of(new Treatment.Drop());
        }
        return Optional.of(kind < 0.4 ? new Treatment.WebPage() : new Treatment.Failure(kind < 0.7 ? 502 : 503));
    }

    private Window window(SimulatedProvider provider, String endpoint) {
        return quotas.computeIfAbsent(key(provider, endpoint), ignored -> new Window());
    }

    private static String key(SimulatedProvider provider, String endpoint) {
        return provider.path() + " " + endpoint;
    }

    private double roll(String purpose) {
        return dice.at(purpose, rolls.incrementAndGet()).fraction();
    }
}
