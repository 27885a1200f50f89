package dev.producerdiscovery.migrations;

import java.util.concurrent.atomic.AtomicInteger;

/** A database with one of the implementations of PGMQ. */
interface PgmqUnderTest {

    AtomicInteger QUEUES = new AtomicInteger();

    Database database();

    default String queue() {
        String name = "contract_" + QUEUES.incrementAndGet();
        database().execute("select pgmq.create(?)", name);
        return name;
    }

    default long send(String queue, String body) {
        return database().number("select pgmq.send(?, ?::jsonb)", queue, body);
    }
}
