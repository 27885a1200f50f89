package dev.producerdiscovery.simulator.search;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Made when first asked for: indexes cost time that nobody should wait for at the start. Thread-safe.
 *
 * @param <T> what is made
 */
public final class Lazy<T> implements Supplier<T> {

    private final Supplier<T> maker;
    private @Nullable T made;

    public Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public synchronized T get() {
        T known = made;
        if (known == null) {
            known = maker.get();
            made = known;
        }
        return known;
    }
}
