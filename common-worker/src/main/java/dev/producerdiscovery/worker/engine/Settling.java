package dev.producerdiscovery.worker.engine;

import dev.producerdiscovery.worker.resilience.Loop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Settles what handlers finished, as many messages at a time as have come together, and starts the messages that took
 * their place.
 */
final class Settling {

    private final Lane lane;
    private final EngineParts parts;
    private final PatientSettler settler;
    private final Queue<Finished> finished = new ConcurrentLinkedQueue<>();
    private final Loop loop;

    Settling(Lane lane, EngineParts parts, PatientSettler settler) {
        this.lane = lane;
        this.parts = parts;
        this.settler = settler;
        this.loop = new Loop("worker-settle-" + lane.queue(), this::step);
    }

    void start() {
        loop.start();
    }

    void stop(Duration patience) {
        loop.stop(patience);
    }

    /** Thread-safe. */
    void add(Finished message) {
        finished.add(message);
        loop.wake();
    }

    private Duration step() {
        List<Finished> group = new ArrayList<>();
        while (group.size() < parts.settings().settleGroup()) {
            Finished next = finished.poll();
            if (next == null) {
                break;
            }
            group.add(next);
        }
        if (!group.isEmpty()) {
            settle(group);
        }
        return finished.isEmpty() ? parts.settings().safetyPoll() : Duration.ZERO;
    }

    private void settle(List<Finished> group) {
        int wanted = lane.takeFor(group);
        Settled<Ended> settled = settler.settle(group, wanted);
        int found = settled.next().messages().size();
        if (wanted > 0) {
            lane.look().found(found == wanted);
            lane.permits().giveBack(wanted - found);
        }
        // Started before the others are closed: in between, the lane would seem to be idle.
        lane.start(settled.next());
        if (settled.endings().stream().anyMatch(ended -> ended.ending().comesAgain())) {
            // Nothing notifies of a message that is put back, and it may be due long before the next poll.
            lane.look().now();
        }
        group.forEach(message -> lane.close(message.message()));
        tell(settled.endings());
    }

    private void tell(List<Ended> endings) {
        endings.stream()
                .filter(ended -> ended.ending() == Ending.DONE)
                .forEach(ended -> parts.deduplication().completed(ended.delivery()));
        parts.listener().ended(endings);
    }
}
