package dev.producerdiscovery.worker.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Ends a process, or one of its connections, just before or just after a step of some kind. Thread-safe. */
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
    private final String kind;
    private final int at;
    private final AtomicInteger steps = new AtomicInteger();
    private final Set<String> met = ConcurrentHashMap.newKeySet();
    private final Set<String> made = ConcurrentHashMap.newKeySet();
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private volatile boolean gone;
    private volatile String crashedAt = "";

    /**
     * @param kind a part of what the step is called
     * @param at at which step of this kind, counted from 1
     */
    Crash(Of of, Side side, String kind, int at) {
        this.of = of;
        this.side = side;
        this.kind = kind;
        this.at = at;
    }

    /** The step at which it happened; empty while it has not. */
    Optional<String> crashedAt() {
        return Optional.of(crashedAt).filter(step -> !step.isEmpty());
    }

    boolean gone() {
        return gone;
    }

    /** What each step that was about to be made is called. */
    Set<String> met() {
        return met;
    }

    /** Whether this step, one that needs no connection, has been made. */
    boolean made(String what) {
        return made.contains(what);
    }

    @Override
    public void connecting() throws SQLException {
        requireAlive();
    }

    @Override
    public Object step(String what, Connection connection, Watched.Step step) throws SQLException {
        requireAlive();
        connections.add(connection);
        if (!here(what)) {
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
        boolean here = here(what);
        if (here && side == Side.BEFORE) {
            crash(what);
            return false;
        }
        step.run();
        made.add(what);
        if (here) {
            crash(what);
        }
        return !gone;
    }

    private boolean here(String what) {
        met.add(what);
        return what.contains(kind) && steps.incrementAndGet() == at;
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
