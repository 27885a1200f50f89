package dev.producerdiscovery.migrations;

/** How long a migration waits for a table. Set for its transaction only, because the connection may be a pool's. */
final class LockTimeout {

    /** Well below PostgreSQL's deadlock_timeout of 1 s: of two that wait for each other, it is not the worker that loses. */
    static final String SET = "set local lock_timeout = '400ms'";

    private LockTimeout() {}
}
