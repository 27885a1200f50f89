package dev.producerdiscovery.worker.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Ends a process, or one of its connections, just before or just after one step of its work. Thread-safe. */
final class Crash implements Watched.Watch {

    /** What ends. */
    enum Of {
        /** The process: nothing reaches the database or Redis from then on. */
        PROCESS,
        /** The connection that makes the step; the process goes on. */
        CONNECTION
    }

    /** On which side of the step: after it, the step took effect and its answer is lost. */
    enum Side {
        BEFORE,
        AFTER
    }

    private final Of of;
    private final Side side;
    private final int at;
    private final AtomicInteger steps = new AtomicInteger();
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private volatile boolean gone;
    private volatile String crashedAt = "";

    /** @param at counted from 1 */
    Crash(Of of, Side side, int at) {
        this.of = of;
        this.side = side;
        this.at = at;
    }

    /** The step at which it happened; empty while it has not. */
    Optional<String> crashedAt() {
        return Optional.of(crashedAt).filter(step -> !step.isEmpty());
    }

    boolean gone() {
        return gone;
    }

    @Override
    public void connecting() throws SQLException {
        requireAlive();
    }

    @Override
    public Object step(String what, Connection connection, Watched.Step step) throws SQLException {
        requireAlive();
        connections.add(connection);
        if (upkeep(what) || steps.incrementAndGet() != at) {
            return step.run();
        }
        if (side == Side.AFTER) {
            step.run();
        }
        end(what);
        connection.abort(Runnable::run);
        throw lost();
    }

    /** A step that needs no connection; false when it must not be made, because the process is gone. */
    boolean step(String what, Runnable step) {
        if (gone) {
            return false;
        }
        boolean here = of == Of.PROCESS && steps.incrementAndGet() == at;
        if (here && side == Side.BEFORE) {
            crash(what);
            return false;
        }
        step.run();
        if (here) {
            crash(what);
        }
        return !gone;
    }

    /** What a process does now and then, whatever it works on: counted, it would make every run another one. */
    private static boolean upkeep(String what) {
        return Stream.of("listen ", "worker_heartbeat", "worker_leave", "worker_next_due", "worker_extend")
                .anyMatch(what::contains);
    }

    private void crash(String what) {
        try {
            end(what);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void end(String what) throws SQLException {
        if (of == Of.PROCESS) {
            gone = true;
            for (Connection each : connections) {
                each.abort(Runnable::run);
            }
        }
        crashedAt = what;
    }

    private void requireAlive() throws SQLException {
        if (gone) {
            throw lost();
        }
    }

    private static SQLException lost() {
        return new SQLException("the connection ended here", "08006");
    }
}
