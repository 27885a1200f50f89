package dev.producerdiscovery.worker.engine.settling;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What waits to be settled, from which groups are taken, oldest first. A group is reserved by its number before it is
 * taken out: counted afterwards, another thread would in between take what is left for a whole group. Thread-safe.
 */
final class Line<T> {

    private final int largestGroup;
    private final Queue<T> elements = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();

    Line(int largestGroup) {
        this.largestGroup = largestGroup;
    }

    /** How many wait with it. */
    int add(T element) {
        elements.add(element);
        return waiting.incrementAndGet();
    }

    boolean isEmpty() {
        return waiting.get() == 0;
    }

    /** Whether a whole group waits. */
    boolean complete() {
        return waiting.get() >= largestGroup;
    }

    /** What waits, as much as a group holds. */
    List<T> take() {
        return take(1);
    }

    /** A whole group or nothing. */
    List<T> takeComplete() {
        return take(largestGroup);
    }

    private List<T> take(int least) {
        int before = waiting.getAndUpdate(count -> count - size(count, least));
        int size = size(before, least);
        List<T> group = new ArrayList<>(size);
        while (group.size() < size) {
            group.add(elements.remove());
        }
        return group;
    }

    private int size(int count, int least) {
        return count < least ? 0 : Math.min(count, largestGroup);
    }
}
