package dev.producerdiscovery.migrations;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** Tests of a run that has just begun, and of its artist. */
abstract class BegunRun {

    static final Database DB = TestServer.plain().migrated();

    final UUID run = UUID.randomUUID();
    String artist = "";

    @BeforeEach
    void begin() {
        DB.execute("delete from provider_budgets");
        artist = String.valueOf(DB.text(
                "insert into artists (name, spotify_id) values ('Glass Harbour', ?) returning id", run.toString()));
        DB.execute("select begin_discovery_run(?::uuid, '{\"artistName\": \"Glass Harbour\"}')", run);
    }

    long send(String queue) {
        return DB.number(
                "select pg_enqueue(?, jsonb_build_object('artistId', ?, '_correlationId', ?))",
                queue,
                artist,
                run.toString());
    }

    void kill(String queue, long id) {
        DB.execute("select move_to_dead_letter_queue(?, ? || '_dlq', ?::text, 'why')", queue, queue, id);
    }
}
