package dev.producerdiscovery.migrations;

import static dev.producerdiscovery.migrations.SqlState.BAD_ARGUMENT;
import static dev.producerdiscovery.migrations.SqlState.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Runs that take an artist from MusicBrainz, or that know it by that id. */
class MusicBrainzRunsTest {

    private static final Database DB = TestServer.plain().migrated();
    private static final Store STORE = new Store(DB);

    private final String run = UUID.randomUUID().toString();
    private final String musicbrainzId = UUID.randomUUID().toString();
    private String artist = "";

    @BeforeEach
    void anArtist() {
        DB.execute("truncate artists cascade");
        DB.execute("select pgmq.purge_queue('artist_discovery')");
        artist = STORE.artist(
                        "{\"name\": \"Glass Harbour\", \"musicbrainz_id\": \"%s\", \"catalogue\": \"musicbrainz\"}"
                                .formatted(musicbrainzId),
                        Store.unique("operation"),
                        null)
                .get("artist_id")
                .asString();
    }

    private void begin(String asked) {
        DB.execute("select begin_discovery_run(?::uuid, ?::jsonb)", run, asked.replace("'", "\""));
    }

    private JsonNode progress() {
        return DB.json("select discovery_run_progress(?::uuid)", run);
    }

    private String estimate() {
        return progress()
                .get("estimate")
                .valueStream()
                .map(cost -> cost.get("provider").asString() + " "
                        + cost.get("bucket").asString() + " "
                        + cost.get("calls").asInt())
                .toList()
                .toString();
    }

    @Test
    void it_costs_a_search_a_look_up_and_the_pages_of_releases_and_credits_cost_nothing() {
        begin("{'artistName': 'Nobody Yet', 'catalogue': 'musicbrainz'}");
        assertThat(estimate())
                .isEqualTo("[musicbrainz artist 1, musicbrainz artist-search 1, musicbrainz releases 4, genius * 480]");
    }

    @Test
    void an_artist_named_by_id_whose_releases_were_listed_costs_one_look_up() {
        DB.execute("select record_catalogue_listing(?::uuid, 'musicbrainz', 3, 0, now() + interval '1 hour')", artist);
        begin("{'artistId': '" + musicbrainzId + "', 'catalogue': 'musicbrainz'}");
        assertThat(estimate()).startsWith("[musicbrainz artist 1, genius");
    }

    @Test
    void what_was_left_out_of_its_releases_is_said() {
        begin("{'artistId': '" + musicbrainzId + "', 'catalogue': 'musicbrainz'}");
        DB.execute("select record_discovery_outcome(?::uuid, 'running', ?::uuid, null)", run, artist);
        assertThat(progress().get("notes")).isEmpty();
        DB.execute("select record_catalogue_listing(?::uuid, 'musicbrainz', 3, 70, now())", artist);
        assertThat(progress().get("notes").get(0).asString())
                .isEqualTo("musicbrainz has too many releases of Glass Harbour to read them all: 70 were left out");
    }

    @Test
    void a_catalogue_that_there_is_not_is_refused() {
        assertRefused(BAD_ARGUMENT, () -> begin("{'artistName': 'N', 'catalogue': 'other'}"))
                .contains("catalogue");
    }

    @Test
    void its_messages_are_counted_by_whichever_id_they_have() {
        DB.execute("select pg_enqueue('artist_discovery', jsonb_build_object('artistId', ?::text))", musicbrainzId);
        JsonNode progress = DB.json("select check_artist_pipeline_progress(?::uuid)", artist);
        assertThat(progress.at("/pending/artist_discovery").asInt()).isOne();
        assertThat(progress.get("musicbrainz_id").asString()).isEqualTo(musicbrainzId);
    }

    @Test
    void messages_that_name_a_row_which_is_part_of_the_artists_by_now_are_its_too() {
        String other = STORE.artist("{\"name\": \"Glass Harbour\"}", Store.unique("operation"), "S1")
                .get("artist_id")
                .asString();
        DB.execute("select start_album_discovery(?::uuid)", artist);
        DB.execute("select start_album_discovery(?::uuid)", other);
        DB.execute("select merge_artists(?::uuid, ?::uuid)", artist, other);
        for (String id : new String[] {artist, other}) {
            assertThat(DB.json("select check_artist_pipeline_progress(?::uuid)", id)
                            .at("/pending/album_discovery")
                            .asInt())
                    .isEqualTo(2);
        }
        DB.execute("select start_album_discovery(?::uuid)", other);
        DB.execute("select pgmq.purge_queue('album_discovery')");
    }

    @Test
    void an_artist_that_spotify_does_not_know_is_asked_for_again_with_the_others() {
        DB.execute("select start_bulk_artist_discovery(null, 0, 10)");
        assertThat(DB.text("select message ->> 'artistId' from pgmq.q_artist_discovery"))
                .isEqualTo(musicbrainzId);
    }
}
