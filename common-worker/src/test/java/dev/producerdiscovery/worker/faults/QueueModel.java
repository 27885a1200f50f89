package dev.producerdiscovery.worker.faults;

import dev.producerdiscovery.worker.pgmq.Lease;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a queue should do, in memory: no clock, a lease lasts until somebody lets its time pass. */
final class QueueModel {

    /** Where a message is, and what its row says while it is in the queue. */
    record State(String value, Place place, int readCount, int failures, boolean visible) {

        State in(Place other) {
            return new State(value, other, 0, 0, false);
        }
    }

    enum Place {
        QUEUE,
        ARCHIVE,
        DEAD
    }

    private static final class Message {
        private State state;
        /** Put back by its holder, now or for later: nobody holds it, until it is read again. */
        private boolean givenBack;

        Message(String value) {
            this.state = new State(value, Place.QUEUE, 0, 0, true);
        }
    }

    private final Map<Long, Message> messages = new LinkedHashMap<>();

    Collection<State> states() {
        return messages.values().stream().map(message -> message.state).toList();
    }

    void sent(long id, String value) {
        messages.put(id, new Message(value));
    }

    Set<Long> visible() {
        return ids(State::visible);
    }

    /** The dead ones by their id in the queue. */
    List<Long> dead() {
        return List.copyOf(ids(state -> state.place() == Place.DEAD));
    }

    private Set<Long> ids(Predicate<State> matching) {
        return messages.entrySet().stream()
                .filter(entry -> matching.test(entry.getValue().state))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    Lease claimed(long id) {
        State before = state(id);
        hide(id, before.readCount() + 1, before.failures(), false);
        return new Lease(id, before.readCount() + 1);
    }

    /** Whether the lease is the last one that was given for a message that is still in the queue. */
    boolean held(Lease lease) {
        Message message = messages.get(lease.messageId());
        return message != null
                && message.state.place() == Place.QUEUE
                && message.state.readCount() == lease.readCount();
    }

    /** Whether it was put back already, and still waits as it was put. */
    boolean givenBack(Lease lease) {
        return message(lease.messageId()).givenBack;
    }

    void extended(Lease lease) {
        if (!givenBack(lease)) {
            State before = state(lease.messageId());
            hide(lease.messageId(), before.readCount(), before.failures(), false);
        }
    }

    void putBack(Lease lease, int failures, boolean later) {
        if (later) {
            hide(lease.messageId(), lease.readCount(), failures, true);
        } else {
            show(lease.messageId(), failures);
            message(lease.messageId()).givenBack = true;
        }
    }

    int failures(long id) {
        return state(id).failures();
    }

    void moved(long id, Place place) {
        message(id).state = state(id).in(place);
    }

    /** A dead message becomes a new one. */
    void reprocessed(long dead, long id) {
        String value = state(dead).value();
        messages.remove(dead);
        sent(id, value);
    }

    void timePassed() {
        ids(state -> state.place() == Place.QUEUE && !state.visible()).forEach(id -> show(id, failures(id)));
    }

    /** What a monitor frees: what was read and is visible, and what is leased, unless workers live. */
    void reset(boolean workersLive) {
        ids(state -> state.place() == Place.QUEUE && state.readCount() > 0).stream()
                .filter(id -> state(id).visible() || (!workersLive && !message(id).givenBack))
                .forEach(id -> show(id, failures(id)));
    }

    /** Those that failed so often and that nobody holds. */
    void buried(int failures) {
        messages.entrySet().stream()
                .filter(entry -> {
                    Message message = entry.getValue();
                    return message.state.place() == Place.QUEUE
                            && message.state.failures() >= failures
                            && (message.state.visible() || message.givenBack);
                })
                .map(Map.Entry::getKey)
                .toList()
                .forEach(id -> moved(id, Place.DEAD));
    }

    private void show(long id, int failures) {
        State before = state(id);
        message(id).state = new State(before.value(), Place.QUEUE, before.readCount(), failures, true);
        message(id).givenBack = false;
    }

    private void hide(long id, int readCount, int failures, boolean givenBack) {
        message(id).state = new State(state(id).value(), Place.QUEUE, readCount, failures, false);
        message(id).givenBack = givenBack;
    }

    private State state(long id) {
        return message(id).state;
    }

    private Message message(long id) {
        Message message = messages.get(id);
        if (message == null) {
            throw new IllegalStateException("nobody sent message " + id);
        }
        return message;
    }
}
