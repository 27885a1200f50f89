package dev.producerdiscovery.web.transport;

import dev.producerdiscovery.web.WebProperties.Connections;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.coyote.Processor;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * Holds only so many connections. The container's own bound stops accepting instead, and its time-outs begin anew with
 * every byte: a caller who drips them would keep everybody else out, health checks first.
 *
 * <p>A connection is ended by closing its input: whoever waits for more of it finds the end, and an answer that is under
 * way is still sent. Closing it altogether would give buffers away that another thread may be using.
 */
final class GuardedEndpoint extends NioEndpoint {

    private static final long SWEEP_MILLIS = 500;
    private static final Duration LOOK_EVERY = Duration.ofMillis(5);
    private static final int LOOKS = 100;

    /** When each was accepted, in nanoseconds of {@link System#nanoTime()}; those that were ended are missing. */
    private final Map<SocketChannel, Long> accepted = new ConcurrentHashMap<>();

    private volatile Connections limits = new Connections(256, Duration.ofSeconds(10), Duration.ofSeconds(30));
    private @Nullable ScheduledFuture<?> sweeper;

    void limit(Connections given) {
        limits = given;
    }

    @Override
    public void startInternal() throws Exception {
        super.startInternal();
        sweeper = getUtilityExecutor()
                .scheduleWithFixedDelay(this::sweep, SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stopInternal() {
        if (sweeper != null) {
            sweeper.cancel(false);
        }
        super.stopInternal();
    }

    /** Called by the one thread that accepts; while it waits here, newcomers queue up. */
    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
        if (connections.size() >= limits.most()) {
            accepted.entrySet().stream()
                    // Those that went by themselves since the last sweep have no place to give.
                    .filter(each -> connections.containsKey(each.getKey()))
                    .min(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .ifPresent(this::end);
        }
        if (!hasRoom()) {
            destroySocket(socket);
            return false;
        }
        long now = System.nanoTime();
        boolean held = super.setSocketOptions(socket);
        if (held) {
            // Not before: a sweep in between would forget it, and it could not give way to a newcomer.
            accepted.put(socket, now);
        }
        return held;
    }

    /** Those that were ended are gone at once, unless they are still being answered: of these there is an end too. */
    private boolean hasRoom() {
        for (int look = 0; look < LOOKS && connections.size() >= 2 * limits.most(); look++) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
        return connections.size() < 2 * limits.most();
    }

    private void sweep() {
        accepted.keySet().retainAll(connections.keySet());
        connections.forEach((socket, connection) -> {
            if (isLate(connection)) {
                end(socket);
            }
        });
    }

    /** A processor lies with the connection only while the head of a request is incomplete. */
    private boolean isLate(SocketWrapperBase<NioChannel> connection) {
        if (!(connection.getCurrentProcessor() instanceof Processor waiting) || waiting.getRequest() == null) {
            return false;
        }
        long begun = waiting.getRequest().getStartTimeNanos();
        return begun >= 0 && System.nanoTime() - begun > limits.headWithin().toNanos();
    }

    private void end(SocketChannel socket) {
        accepted.remove(socket);
        try {
            socket.shutdownInput();
        } catch (IOException e) {
            // It ended by itself meanwhile.
        }
    }
}
