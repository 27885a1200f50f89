package dev.producerdiscovery.worker.engine.handling;

import dev.producerdiscovery.worker.engine.intake.Claimed;
import dev.producerdiscovery.worker.engine.intake.Permits;
import dev.producerdiscovery.worker.engine.message.InFlight;
import dev.producerdiscovery.worker.engine.message.MessageReader;
import dev.producerdiscovery.worker.pgmq.ClaimedMessage;
import dev.producerdiscovery.worker.pgmq.PgmqClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Opens what was claimed, and has it handled or gives it back. Thread-safe. */
public final class Opening {

    private static final Logger log = LoggerFactory.getLogger(Opening.class);

    private final String queue;
    private final PgmqClient queues;
    private final MessageReader reader;
    private final Permits permits;
    private final Solitude solitude;
    private final Hands hands;
    private final Dispatcher<?> dispatcher;
    private volatile boolean closed;

    public Opening(
            String queue,
            PgmqClient queues,
            MessageReader reader,
            Permits permits,
            Solitude solitude,
            Hands hands,
            Dispatcher<?> dispatcher) {
        this.queue = queue;
        this.queues = queues;
        this.reader = reader;
        this.permits = permits;
        this.solitude = solitude;
        this.hands = hands;
        this.dispatcher = dispatcher;
    }

    public void open() {
        closed = false;
    }

    /** Whatever a statement that was still under way brings is given back. */
    public void close() {
        closed = true;
    }

    /** Starts messages whose permits are taken already; after the end they go back at once. */
    public void start(Claimed claimed) {
        List<ClaimedMessage> messages = notInHand(claimed.messages());
        if (messages.isEmpty()) {
            return;
        }
        if (closed) {
            giveBackUnopened(messages);
            return;
        }
        List<InFlight> opened = suspectAlone(opened(messages, claimed.at()));
        hands.take(opened);
        dispatcher.dispatch(opened);
    }

    /** A claim that a crash of the server undid is repeated to the letter, and its message may still be in hand. */
    private List<ClaimedMessage> notInHand(List<ClaimedMessage> claimed) {
        List<ClaimedMessage> messages =
                claimed.stream().filter(message -> !hands.hold(message.lease())).toList();
        permits.giveBack(claimed.size() - messages.size());
        return messages;
    }

    /** Also when the memory does not suffice for them, which must not cost the lane its slots for good. */
    @SuppressWarnings("CatchThrowable") // it is thrown on
    private List<InFlight> opened(List<ClaimedMessage> messages, Instant claimedAt) {
        try {
            return messages.stream()
                    .map(message -> new InFlight(message, reader.open(message), claimedAt))
                    .toList();
        } catch (Throwable e) {
            giveBackUnopened(messages);
            throw e;
        }
    }

    /**
     * A message that may kill this process takes no others along: they are given back before it is handled. So is the
     * message itself while another has its turn, for whichever of them did it, the other would be blamed.
     */
    private List<InFlight> suspectAlone(List<InFlight> opened) {
        Optional<InFlight> suspect =
                opened.stream().filter(message -> message.envelope().suspect()).findFirst();
        if (suspect.isEmpty()) {
            return opened;
        }
        boolean itsTurn = solitude.take(suspect.get().envelope());
        List<InFlight> started = opened.stream()
                .filter(message ->
                        itsTurn ? message == suspect.get() : !message.envelope().suspect())
                .toList();
        giveBackOpened(
                opened.stream().filter(message -> !started.contains(message)).toList());
        return started;
    }

    private void giveBackOpened(List<InFlight> others) {
        if (others.isEmpty()) {
            return;
        }
        try {
            queues.release(queue, others.stream().map(InFlight::lease).toList(), Duration.ZERO);
        } catch (DataAccessException e) {
            log.debug("Could not give back {} messages of {}; their leases end", others.size(), queue, e);
        }
        permits.giveBack(others.size());
    }

    private void giveBackUnopened(List<ClaimedMessage> messages) {
        permits.giveBack(messages.size());
        queues.release(queue, messages.stream().map(ClaimedMessage::lease).toList(), Duration.ZERO);
    }
}
