package dev.producerdiscovery.albumdiscovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.stage.testing.SpotifyStageTest;
import dev.producerdiscovery.worker.engine.Ending;
import dev.producerdiscovery.worker.testing.Handled;
import dev.producerdiscovery.worker.testing.ManualRunner;
import dev.producerdiscovery.worker.testing.Sent;
import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class AlbumDiscoveryWorkerTest extends SpotifyStageTest {

    private static final String NOVA = "4aUv3Gz0yXr8Kq1LmN5tPd";
    private static final String INES = "5bVw4Ha1zYs9Lr2MnO6uQe";

    private final Spotify spotify = new Spotify(PROVIDERS);
    private final JdbcClient jdbc = JdbcClient.create(DATABASE.owner());
    private final UUID run = UUID.randomUUID();

    @Autowired
    private AlbumDiscoveryWorker worker;

    private ManualRunner runner;
    private UUID nova;

    @BeforeEach
    void knowOneArtist(@Autowired DataSource dataSource) {
        jdbc.sql("truncate artists, processed_operations cascade").update();
        jdbc.sql("select pgmq.purge_queue('album_discovery')").query().singleRow();
        runner = new ManualRunner(dataSource);
        nova = artist("Nova Quill", NOVA);
    }

    @Test
    void a_page_of_albums_is_stored_and_each_is_sent_on() {
        spotify.albums(
                NOVA,
                0,
                false,
                Spotify.album("slow", "Slow Harbour", "1994-03-21", "day", NOVA),
                Spotify.album("glass", "Glass Tide", "1996", "year", NOVA));

        Handled handled = discover(nova, 0);

        assertThat(jdbc.sql("select name from albums order by release_date")
                        .query(String.class)
                        .list())
                .containsExactly("Slow Harbour", "Glass Tide");
        UUID slow = albumId("slow");
        assertThat(handled.sent()).hasSize(2).first().satisfies(next -> {
            assertThat(next.queue()).isEqualTo("track_discovery");
            assertThat(next.body().path("albumId").asString()).isEqualTo(slow.toString());
            assertThat(next.body().path("albumName").asString()).isEqualTo("Slow Harbour");
            assertThat(next.body().path("artistId").asString()).isEqualTo(nova.toString());
            assertThat(next.body().path("offset").asInt(-1)).isZero();
            assertThat(next.body().path("_correlationId").asString()).isEqualTo(run.toString());
            assertThat(next.body().path("_idempotencyKey").asString())
                    .isEqualTo("track_discovery:" + run + ":" + slow + ":0");
        });
    }

    @Test
    void everything_that_spotify_tells_of_an_album_is_kept() {
        spotify.albums(NOVA, 0, false, Spotify.album("slow", "Slow Harbour", "1994-03", "month", NOVA));

        discover(nova, 0);

        assertThat(jdbc.sql("select release_date from albums")
                        .query(LocalDate.class)
                        .single())
                .isEqualTo("1994-03-01");
        assertThat(jdbc.sql("select cover_url from albums").query(String.class).single())
                .isEqualTo("https://images.example/slow");
        assertThat(metadata("slow", "release_date_precision")).isEqualTo("month");
        assertThat(metadata("slow", "total_tracks")).isEqualTo("9");
        assertThat(metadata("slow", "album_type")).isEqualTo("album");
        assertThat(metadata("slow", "artists")).isEqualTo("[{\"id\": \"" + NOVA + "\", \"name\": \"Somebody\"}]");
    }

    @Test
    void a_date_that_is_none_is_kept_as_it_came() {
        spotify.albums(NOVA, 0, false, Spotify.album("slow", "Slow Harbour", "0000", "year", NOVA));

        discover(nova, 0);

        assertThat(jdbc.sql("select release_date is null from albums")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(metadata("slow", "release_date_raw")).isEqualTo("0000");
    }

    @Test
    void a_page_that_goes_on_asks_for_the_next_one() {
        spotify.albums(NOVA, 10, true, Spotify.album("slow", "Slow Harbour", "1994", "year", NOVA));

        Handled handled = discover(nova, 10);

        assertThat(handled.sentTo("album_discovery")).singleElement().satisfies(next -> {
            assertThat(next.body().path("artistId").asString()).isEqualTo(nova.toString());
            assertThat(next.body().path("offset").asInt()).isEqualTo(20);
            assertThat(next.body().path("_idempotencyKey").asString())
                    .isEqualTo("album_discovery:" + run + ":" + nova + ":20");
        });
    }

    @Test
    void an_empty_page_ends_the_listing_even_when_it_names_a_next_one() {
        spotify.albums(NOVA, 10, true);

        assertThat(discover(nova, 10).sent()).isEmpty();
    }

    @Test
    void albums_that_come_twice_or_without_a_name_are_sent_on_once_or_not_at_all() {
        String slow = Spotify.album("slow", "Slow Harbour", "1994", "year", NOVA);
        spotify.albums(NOVA, 0, false, slow, Spotify.album("gone", "", "1995", "year", NOVA), "null", slow);

        Handled handled = discover(nova, 0);

        assertThat(handled.ending()).isEqualTo(Ending.DONE);
        assertThat(handled.sent()).hasSize(1);
    }

    @Test
    void a_page_costs_one_call() {
        spotify.albums(
                NOVA,
                0,
                true,
                Spotify.album("slow", "Slow Harbour", "1994", "year", NOVA),
                Spotify.album("glass", "Glass Tide", "1996", "year", NOVA));

        discover(nova, 0);

        assertThat(spotify.calls()).isEqualTo(1);
    }

    @Test
    void the_first_page_tells_what_the_run_will_cost() {
        jdbc.sql("select begin_discovery_run(:run, '{\"artistName\": \"Nova Quill\"}')")
                .param("run", run)
                .query()
                .singleRow();
        spotify.albums(NOVA, 0, true, Spotify.album("slow", "Slow Harbour", "1994", "year", NOVA));

        discover(nova, 0);

        assertThat(jdbc.sql(
                                "select calls from run_estimates where correlation_id = :run and bucket = 'album' and exact")
                        .param("run", run)
                        .query(Integer.class)
                        .single())
                .isEqualTo(12);
    }

    @Test
    void a_joint_album_belongs_to_both_artists_and_is_stored_once() {
        String joint = Spotify.album("joint", "Between Tides", "1999", "year", INES);
        spotify.albums(NOVA, 0, false, joint);
        spotify.albums(INES, 0, false, joint);
        UUID ines = artist("Ines Vale", INES);

        discover(nova, 0);
        Handled second = discover(ines, 0);

        assertThat(second.sent()).hasSize(1);
        assertThat(jdbc.sql("select artist_id from artist_albums where album_id = :album")
                        .param("album", albumId("joint"))
                        .query(UUID.class)
                        .list())
                .containsExactlyInAnyOrder(nova, ines);
    }

    @Test
    void the_same_page_again_changes_nothing() {
        spotify.albums(NOVA, 0, false, Spotify.album("slow", "Slow Harbour", "1994", "year", NOVA));

        Handled first = discover(nova, 0);
        Handled again = discover(nova, 0);

        assertThat(again.sent())
                .extracting(Sent::body)
                .isEqualTo(first.sent().stream().map(Sent::body).toList());
        assertThat(jdbc.sql("select count(*) from albums").query(Long.class).single())
                .isEqualTo(1);
    }

    @Test
    void the_wish_to_look_again_is_passed_on() {
        spotify.albums(NOVA, 0, true, Spotify.album("slow", "Slow Harbour", "1994", "year", NOVA));

        Handled handled = runner.run(worker, "{\"artistId\": \"%s\", \"refresh\": true}".formatted(nova));

        assertThat(handled.sent())
                .hasSize(2)
                .allSatisfy(next ->
                        assertThat(next.body().path("refresh").asBoolean()).isTrue());
    }

    @Test
    void an_artist_that_is_not_stored_is_a_dead_letter() {
        UUID unknown = UUID.fromString("00000000-0000-4000-8000-000000000001");

        Handled handled = discover(unknown, 0);

        assertThat(handled.ending()).isEqualTo(Ending.DEAD);
        assertThat(handled.reason()).contains("artistId " + unknown);
    }

    private Handled discover(UUID artistId, int offset) {
        return runner.run(
                worker,
                "{\"artistId\": \"%s\", \"offset\": %d, \"_correlationId\": \"%s\"}".formatted(artistId, offset, run));
    }

    private UUID artist(String name, String spotifyId) {
        return jdbc.sql("insert into artists (name, spotify_id) values (:name, :spotifyId) returning id")
                .param("name", name)
                .param("spotifyId", spotifyId)
                .query(UUID.class)
                .single();
    }

    private UUID albumId(String spotifyId) {
        return jdbc.sql("select id from albums where spotify_id = :spotifyId")
                .param("spotifyId", spotifyId)
                .query(UUID.class)
                .single();
    }

    private @Nullable String metadata(String spotifyId, String key) {
        return jdbc.sql("select metadata ->> :key from albums where spotify_id = :spotifyId")
                .param("key", key)
                .param("spotifyId", spotifyId)
                .query(String.class)
                .single();
    }
}
