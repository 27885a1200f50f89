package dev.producerdiscovery.migrations;

import static dev.producerdiscovery.migrations.SqlState.BAD_ARGUMENT;
import static dev.producerdiscovery.migrations.SqlState.UNKNOWN;
import static dev.producerdiscovery.migrations.SqlState.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class PipelineStartTest {

    private static final Database DB = TestServer.plain().migrated();

    @BeforeEach
    void nothingKnown() {
        DB.execute("select pgmq.purge_queue('artist_discovery')");
        DB.execute("select pgmq.purge_queue('album_discovery')");
        DB.execute("delete from artists");
    }

    private static JsonNode body(String queue) {
        return DB.json("select message from pgmq.q_" + queue);
    }

    @Test
    void starting_an_artist_sends_its_name_with_a_key() {
        long id = DB.number("select start_artist_discovery('Östra Glas')");
        assertThat(DB.number("select msg_id from pgmq.q_artist_discovery")).isEqualTo(id);
        assertThat(body("artist_discovery").get("artistName").asString()).isEqualTo("Östra Glas");
        assertThat(body("artist_discovery").get("_idempotencyKey").asString()).isEqualTo("artist:name:östra glas");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Robert'); drop table artists; --", "夜の鏡", "\"quoted\" \\ back", "ا ل"})
    void a_name_is_text_whatever_it_looks_like(String name) {
        DB.execute("select start_artist_discovery(?)", name);
        assertThat(body("artist_discovery").get("artistName").asString()).isEqualTo(name);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\t\n"})
    void a_blank_name_is_refused(String name) {
        assertRefused(BAD_ARGUMENT, () -> DB.execute("select start_artist_discovery(?::text)", name))
                .contains("artist_name");
        assertThat(DB.number("select count(*) from pgmq.q_artist_discovery")).isZero();
    }

    @Test
    void known_artists_of_a_genre_start_most_popular_first() {
        DB.execute("""
                insert into artists (name, spotify_id, popularity, metadata) values
                    ('Quiet One', 'q', 20, '{"genres": ["Dream Pop"]}'),
                    ('Loud One', 'l', 90, '{"genres": ["noise", "dream pop"]}'),
                    ('Other', 'o', 95, '{"genres": ["noise"]}'),
                    ('Odd', 'x', 99, '{"genres": "dream pop"}'),
                    ('Nowhere', null, 99, '{"genres": ["dream pop"]}')
                """);
        assertThat(DB.rows("select start_bulk_artist_discovery('Dream pop', 10)"))
                .hasSize(2);
        assertThat(DB.column("select message ->> 'artistId' from pgmq.q_artist_discovery order by msg_id"))
                .containsExactly("l", "q");
        assertThat(DB.rows("select start_bulk_artist_discovery(null, 50, 2)")).hasSize(2);
        assertThat(DB.rows("select start_bulk_artist_discovery('polka')")).isEmpty();
        assertThat(DB.rows("select start_bulk_artist_discovery(null, 0, 0)")).isEmpty();
    }

    @Test
    void senseless_limits_are_refused() {
        assertRefused(BAD_ARGUMENT, () -> DB.execute("select start_bulk_artist_discovery(null, 0, -1)"))
                .contains("limit_count", "-1");
        assertRefused(BAD_ARGUMENT, () -> DB.execute("select start_bulk_artist_discovery(null, 101)"))
                .contains("min_popularity");
        assertRefused(BAD_ARGUMENT, () -> DB.execute("select start_bulk_artist_discovery(' ')"))
                .contains("genre");
    }

    @Test
    void starting_the_albums_of_a_known_artist_sends_its_id_and_offset() {
        String artist = DB.text("insert into artists (name) values ('Glass Harbour') returning id");
        DB.execute("select start_album_discovery(?::uuid, 20)", artist);
        assertThat(body("album_discovery").get("artistId").asString()).isEqualTo(artist);
        assertThat(body("album_discovery").get("offset").asInt()).isEqualTo(20);
    }

    @Test
    void an_unknown_artist_and_a_negative_offset_are_refused() {
        assertRefused(UNKNOWN, () -> DB.execute("select start_album_discovery(gen_random_uuid())"))
                .contains("artist_id");
        assertRefused(UNKNOWN, () -> DB.execute("select start_album_discovery(null)"));
        String artist = DB.text("insert into artists (name) values ('Glass Harbour') returning id");
        assertRefused(BAD_ARGUMENT, () -> DB.execute("select start_album_discovery(?::uuid, -1)", artist))
                .contains("offset_val", "-1");
    }
}
