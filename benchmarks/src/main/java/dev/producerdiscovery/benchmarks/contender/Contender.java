package dev.producerdiscovery.benchmarks.contender;

/**
 * A queue engine in the hands of somebody who has read its documentation. Jobs are numbered, have a body of
 * {@link JobBody about 200 bytes} and do nothing.
 *
 * <p>Most engines come in variants, such as "fast" and "defaults"; each takes the names of its own.
 */
interface Contender {

    /** Creates the tables it needs where they are missing. */
    void install() throws Exception;

    /** Opens what enqueues jobs. Called while a worker runs, too, as an application would that does both. */
    Producer producer(String variant) throws Exception;

    /** Puts so many jobs in front that are due in an hour. */
    void park(int count) throws Exception;

    /** Starts to work on whatever is due, until the worker is closed. */
    Worker work(Work work) throws Exception;

    /** Enqueues jobs. Used by one thread. */
    interface Producer extends AutoCloseable {

        /** Enqueues the jobs numbered from {@code first}, due at once, in one call of the engine. */
        void enqueue(int first, int count) throws Exception;

        @Override
        void close();
    }

    /** What works; closing it waits for what is in hand. */
    interface Worker extends AutoCloseable {

        @Override
        void close();
    }
}
