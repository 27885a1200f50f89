package dev.producerdiscovery.migrations;

/** What we rely on in PGMQ, run against each of its implementations. Where they differ, one of them is not PGMQ. */
interface PgmqContract
        extends PgmqShapeContract,
                PgmqNamesContract,
                PgmqQueuesContract,
                PgmqSendingContract,
                PgmqReadingContract,
                PgmqKnownMessagesContract {}
