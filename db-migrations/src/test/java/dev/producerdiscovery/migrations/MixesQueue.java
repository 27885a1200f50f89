package dev.producerdiscovery.migrations;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Tests of a queue {@code mixes} that is new for each of them. */
abstract class MixesQueue {

    static final Database DB = TestServer.plain().migrated();
    static final String TAKE_ONE = """
            select count(*)
            from worker_claim('mixes', interval '30 seconds', 1) c
            cross join worker_archive('mixes', array[c.msg_id], array[c.read_ct])
            """;

    @BeforeEach
    void queue() {
        DB.execute("select register_queue('mixes')");
    }

    @AfterEach
    void noQueue() {
        DB.execute("select pgmq.drop_queue(queue_name) from pgmq.meta where queue_name in ('mixes', 'mixes_dlq')");
    }
}
