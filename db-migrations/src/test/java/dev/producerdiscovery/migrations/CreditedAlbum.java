package dev.producerdiscovery.migrations;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** Tests that credit people with tracks of one album. */
abstract class CreditedAlbum {

    final Database database = TestServer.plain().migrated();

    private UUID album = UUID.randomUUID();

    @BeforeEach
    void storeAnAlbum() {
        album = UUID.fromString(String.valueOf(database.text("""
                with artist as (
                    insert into artists (name)
                    values ('Ottoline Vesper')
                    returning id
                )
                insert into albums (artist_id, name)
                select id, 'Paper Moons'
                from artist
                returning id
                """)));
    }

    UUID producer(String name) {
        return UUID.fromString(String.valueOf(database.text("""
                insert into producers (name, normalized_name)
                values (?, lower(left(?, 100)))
                returning id
                """, name, name)));
    }

    UUID track(String name, int popularity) {
        return UUID.fromString(String.valueOf(database.text("""
                insert into tracks (album_id, name, popularity)
                values (?::uuid, ?, ?)
                returning id
                """, album, name, popularity)));
    }

    void credit(UUID track, UUID producer, String role) {
        database.execute("""
                insert into track_producers (track_id, producer_id, role, confidence, source)
                values (?::uuid, ?::uuid, ?, 0.9, 'genius')
                """, track, producer, role);
    }

    long produced(UUID producer) {
        return database.number("select track_count from producer_popularity where producer_id = ?::uuid", producer);
    }

    List<String> found(String term) {
        return database.column("select name from search_producers(?)", term);
    }
}
