package dev.producerdiscovery.albumdiscovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.backend.testing.TestDatabase;
import dev.producerdiscovery.musicbrainz.sheet.SheetStore;
import dev.producerdiscovery.stage.testing.ProviderStandIn;
import dev.producerdiscovery.stage.testing.StageTest;
import dev.producerdiscovery.stage.testing.StandInFor;
import dev.producerdiscovery.worker.engine.Ending;
import dev.producerdiscovery.worker.testing.Handled;
import dev.producerdiscovery.worker.testing.ManualRunner;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Without credentials for Spotify. */
@StageTest
class MusicBrainzListingTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final ProviderStandIn PROVIDERS = new ProviderStandIn();
    private static final String NOVA = "8a2b1c3d-0000-4000-8000-00000000000a";

    private final MusicBrainz musicBrainz = new MusicBrainz(PROVIDERS);
    private final JdbcClient jdbc = JdbcClient.create(DATABASE.owner());

    @Autowired
    private AlbumDiscoveryWorker worker;

    private ManualRunner runner;
    private UUID nova;

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry properties) {
        PROVIDERS.surround(properties, DATABASE, StandInFor.MUSICBRAINZ);
    }

    @BeforeEach
    void knowOneArtist(@Autowired DataSource dataSource) {
        PROVIDERS.reset();
        jdbc.sql("truncate artists, processed_operations, source_releases cascade")
                .update();
        jdbc.sql("select pgmq.purge_queue('album_discovery')").query().singleRow();
        runner = new ManualRunner(dataSource);
        nova = jdbc.sql("insert into artists (name, musicbrainz_id) values ('Nova Quill', :id) returning id")
                .param("id", NOVA)
                .query(UUID.class)
                .single();
    }

    @Test
    void all_albums_come_with_their_tracks_and_makers_in_one_call() {
        musicBrainz.releases(
                NOVA,
                0,
                3,
                MusicBrainz.release("r1", "g1", "Album", 3),
                MusicBrainz.release("r2", "g2", "EP", 2),
                MusicBrainz.release("r3", "g1", "Album", 3));

        Handled handled = discover("");

        assertThat(musicBrainz.calls()).isOne();
        assertThat(ids()).containsExactly("r1", "r2");
        assertThat(jdbc.sql("select album_group from artist_albums join albums on id = album_id order by name")
                        .query(String.class)
                        .list())
                .containsExactly("album", "single");
        assertThat(jdbc.sql("select cast(release_date as text) || ' ' || (metadata ->> 'release_date_precision') || ' '"
                                + " || cover_url from albums where musicbrainz_id = 'r1'")
                        .query(String.class)
                        .single())
                .isEqualTo("2001-03-01 month https://coverartarchive.org/release/r1/front-500");
        assertThat(jdbc.sql("select jsonb_path_query_array(tracks, '$[*].credits[*].personName')"
                                + " from source_releases where release_id = 'r2'")
                        .query(String.class)
                        .single())
                .isEqualTo("[\"Piotr Zielony\", \"Piotr Zielony\"]");
        assertThat(handled.sent()).hasSize(2).allSatisfy(next -> {
            assertThat(next.queue()).isEqualTo("track_discovery");
            assertThat(next.body().path("catalogue").asString()).isEqualTo("musicbrainz");
        });
    }

    @Test
    void a_page_that_ended_early_is_gone_on_from_what_came() {
        musicBrainz.releases(
                NOVA, 0, 3, MusicBrainz.release("r1", "g1", "Album", 3), MusicBrainz.release("r2", "g2", "Single", 1));
        musicBrainz.releases(NOVA, 2, 3, MusicBrainz.release("r3", "g3", "Album", 3));

        assertThat(discover("").sent()).hasSize(3);
        assertThat(musicBrainz.calls()).isEqualTo(2);
    }

    @Test
    void a_release_that_is_more_than_a_page_is_asked_for_its_makers_by_itself() {
        String large = MusicBrainz.release("r1", "g1", "Album", 501);
        musicBrainz.releases(NOVA, 0, 1, MusicBrainz.withoutMakers(large));
        musicBrainz.has("r1", large);

        discover("");

        assertThat(musicBrainz.calls()).isEqualTo(2);
        assertThat(jdbc.sql("select jsonb_array_length(jsonb_path_query_array(tracks, '$[*].credits[*]'))"
                                + " from source_releases where release_id = 'r1'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(501);
    }

    @Test
    void who_made_a_song_is_kept_from_a_compilation_too() {
        musicBrainz.releases(
                NOVA,
                0,
                2,
                MusicBrainz.withoutMakers(MusicBrainz.release("r1", "g1", "Album", 2)),
                MusicBrainz.release("r2", "g2", "Album Compilation", 2));

        discover("");

        assertThat(ids()).containsExactly("r1");
        assertThat(jdbc.sql("select jsonb_array_length(tracks) from source_releases where release_id = :id")
                        .param("id", SheetStore.elsewhere(NOVA))
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void compilations_and_talk_are_none_of_the_artists_albums() {
        musicBrainz.releases(
                NOVA,
                0,
                4,
                MusicBrainz.release("r1", "g1", "Album Compilation", 3),
                MusicBrainz.release("r2", "g2", "Album Interview", 1),
                MusicBrainz.release("r3", "g3", "Album Live", 3),
                MusicBrainz.release("r4", "g4", "Broadcast", 3));

        discover("");

        assertThat(ids()).containsExactly("r3");
    }

    @Test
    void another_run_of_the_same_day_takes_the_list_that_there_is() {
        musicBrainz.releases(NOVA, 0, 1, MusicBrainz.release("r1", "g1", "Album", 3));
        UUID album = albumOf(discover(""));

        assertThat(albumOf(discover(""))).isEqualTo(album);
        assertThat(musicBrainz.calls()).isOne();
    }

    @Test
    void whoever_wants_to_know_what_holds_now_has_it_read_anew() {
        musicBrainz.releases(NOVA, 0, 1, MusicBrainz.release("r1", "g1", "Album", 3));
        discover("");

        discover(", \"refresh\": true");

        assertThat(musicBrainz.calls()).isEqualTo(2);
    }

    @Test
    void an_artist_without_a_musicbrainz_id_cannot_be_listed_there() {
        UUID ines = jdbc.sql(
                        "insert into artists (name, spotify_id) values ('Ines', '5bVw4Ha1zYs9Lr2MnO6uQe') returning id")
                .query(UUID.class)
                .single();

        Handled handled = runner.run(worker, "{\"artistId\": \"%s\", \"catalogue\": \"musicbrainz\"}".formatted(ines));

        assertThat(handled.ending()).isEqualTo(Ending.DEAD);
        assertThat(musicBrainz.calls()).isZero();
    }

    private Handled discover(String more) {
        Handled handled = runner.run(
                worker,
                "{\"artistId\": \"%s\", \"_correlationId\": \"%s\"%s}".formatted(nova, UUID.randomUUID(), more));
        assertThat(handled.ending()).as(handled.reason()).isEqualTo(Ending.DONE);
        return handled;
    }

    private static UUID albumOf(Handled handled) {
        assertThat(handled.sent()).hasSize(1);
        return UUID.fromString(handled.sent().getFirst().body().path("albumId").asString());
    }

    private List<@Nullable String> ids() {
        return jdbc.sql("select musicbrainz_id from albums order by musicbrainz_id")
                .query(String.class)
                .list();
    }
}
