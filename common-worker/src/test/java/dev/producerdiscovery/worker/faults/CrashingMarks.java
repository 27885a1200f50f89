package dev.producerdiscovery.worker.faults;

import dev.producerdiscovery.worker.Delivery;
import dev.producerdiscovery.worker.dedup.Deduplication;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Marks in Redis as steps at which a process may end, too. */
record CrashingMarks(Deduplication marks, Crash crash) implements Deduplication {

    @Override
    public Finding begin(Delivery delivery, boolean reprocessed) {
        AtomicReference<Finding> found = new AtomicReference<>(Finding.NEW);
        crash.step("mark begun", () -> found.set(marks.begin(delivery, reprocessed)));
        return found.get();
    }

    @Override
    public void completed(List<Delivery> deliveries) {
        crash.step("mark completed", () -> marks.completed(deliveries));
    }
}
