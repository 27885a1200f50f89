package dev.producerdiscovery.artistdiscovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.worker.engine.Ending;
import dev.producerdiscovery.worker.testing.Handled;
import dev.producerdiscovery.worker.testing.ManualRunner;
import dev.producerdiscovery.worker.testing.Sent;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class ArtistDiscoveryWorkerTest extends ServiceTest {

    private static final String NOVA = "4aUv3Gz0yXr8Kq1LmN5tPd";
    private static final String NAMESAKE = "5bVw4Ha1zYs9Lr2MnO6uQe";
    private static final String TRIBUTE = "6cWx5Ib2aZt0Ms3NoP7vRf";

    private final JdbcClient jdbc = JdbcClient.create(DATABASE.owner());
    private final UUID run = UUID.randomUUID();

    @Autowired
    private ArtistDiscoveryWorker worker;

    @Autowired
    private RunStore runs;

    private ManualRunner runner;

    @BeforeEach
    void emptyTheCatalogue(@Autowired DataSource dataSource) {
        jdbc.sql("truncate artists cascade").update();
        jdbc.sql("select pgmq.purge_queue('artist_discovery')").query().singleRow();
        runner = new ManualRunner(dataSource);
    }

    @Test
    void an_artist_named_by_id_is_stored_and_sent_on() {
        spotify.artist(NOVA, Spotify.full(NOVA, "Nova Quill", 12_000));

        Handled handled = ask("\"artistId\": \"%s\"".formatted(NOVA));

        Map<String, @Nullable Object> artist =
                jdbc.sql("select * from artists").query().singleRow();
        String artistId = String.valueOf(artist.get("id"));
        assertThat(artist)
                .containsEntry("name", "Nova Quill")
                .containsEntry("spotify_id", NOVA)
                .containsEntry("followers", 12_000)
                .containsEntry("popularity", 55)
                .containsEntry("image_url", "https://images.example/" + NOVA);
        assertThat(String.valueOf(artist.get("metadata"))).contains("\"genres\": [\"night drive\"]");
        assertThat(handled.sent()).singleElement().satisfies(next -> {
            assertThat(next.queue()).isEqualTo("album_discovery");
            assertThat(next.body().path("artistId").asString()).isEqualTo(artistId);
            assertThat(next.body().path("offset").asInt(-1)).isZero();
            assertThat(next.body().path("_correlationId").asString()).isEqualTo(run.toString());
            assertThat(next.body().path("_idempotencyKey").asString())
                    .isEqualTo("album_discovery:" + run + ":" + artistId + ":0");
        });
        RunProgress progress = progress(run);
        assertThat(progress.state()).isEqualTo("running");
        assertThat(progress.artistName()).isEqualTo("Nova Quill");
    }

    @Test
    void a_name_is_enough_also_in_development_mode() {
        spotify.search("nova quill", Spotify.brief(NOVA, "Nova Quill"));

        ask("\"artistName\": \"nova quill\"");

        assertThat(storedIds()).containsExactly(NOVA);
    }

    @Test
    void a_tribute_act_that_comes_first_is_not_taken() {
        spotify.search(
                "Nova Quill",
                Spotify.full(TRIBUTE, "Nova Quill Tribute Band", 90_000),
                Spotify.full(NOVA, "Nova Quill", 12_000));

        ask("\"artistName\": \"Nova Quill\"");

        assertThat(storedIds()).containsExactly(NOVA);
    }

    @Test
    void between_near_equals_the_run_ends_with_the_candidates() {
        spotify.search(
                "Nova Quill", Spotify.full(NOVA, "Nova Quill", 12_000), Spotify.full(NAMESAKE, "Nova Quill", 11_000));

        Handled handled = ask("\"artistName\": \"Nova Quill\"");

        assertThat(handled.sent()).isEmpty();
        assertThat(storedIds()).isEmpty();
        RunProgress progress = progress(run);
        assertThat(progress.state()).isEqualTo("ambiguous");
        assertThat(progress.candidates())
                .containsExactlyInAnyOrder(
                        new Candidate(
                                NOVA,
                                "Nova Quill",
                                12_000,
                                List.of("night drive"),
                                "https://images.example/" + NOVA,
                                "https://open.spotify.com/artist/" + NOVA,
                                null,
                                null,
                                null),
                        new Candidate(
                                NAMESAKE,
                                "Nova Quill",
                                11_000,
                                List.of("night drive"),
                                "https://images.example/" + NAMESAKE,
                                "https://open.spotify.com/artist/" + NAMESAKE,
                                null,
                                null,
                                null));
    }

    @Test
    void an_artist_whom_nobody_knows_is_not_found() {
        spotify.search("Nova Quill", Spotify.full(NAMESAKE, "Marlow Fen", 12_000));

        Handled handled = ask("\"artistName\": \"Nova Quill\"");

        assertThat(handled.ending()).isEqualTo(Ending.DONE);
        assertThat(handled.sent()).isEmpty();
        assertThat(progress(run).state()).isEqualTo("not_found");
    }

    @Test
    void an_unknown_id_is_not_found() {
        ask("\"artistId\": \"%s\"".formatted(NOVA));

        assertThat(progress(run).state()).isEqualTo("not_found");
    }

    @Test
    void an_artist_who_was_taken_down_is_not_found() {
        spotify.artist(NOVA, Spotify.brief(NOVA, ""));

        ask("\"artistId\": \"%s\"".formatted(NOVA));

        assertThat(progress(run).state()).isEqualTo("not_found");
    }

    @Test
    void various_artists_are_refused_by_name_and_by_id() {
        spotify.artist(NOVA, Spotify.full(NOVA, "Various Artists", 2_000_000));

        ask("\"artistName\": \"various artists\"");
        assertThat(progress(run).state()).isEqualTo("refused");

        UUID byId = UUID.randomUUID();
        ask(byId, "\"artistId\": \"%s\"".formatted(NOVA));
        assertThat(progress(byId).state()).isEqualTo("refused");
        assertThat(storedIds()).isEmpty();
    }

    @Test
    void a_message_from_an_sql_console_opens_a_run_of_its_own() {
        spotify.search("Nova Quill", Spotify.full(NOVA, "Nova Quill", 12_000));
        jdbc.sql("select start_artist_discovery('Nova Quill')").query().singleRow();

        Sent next = runner.runNext(worker).sent().getFirst();

        UUID opened = UUID.fromString(next.body().path("_correlationId").asString());
        RunProgress progress = progress(opened);
        assertThat(progress.asked()).isEqualTo(new ArtistQuery("Nova Quill", null, null));
        assertThat(progress.artistName()).isEqualTo("Nova Quill");
    }

    @Test
    void the_wish_to_look_again_is_passed_on() {
        spotify.artist(NOVA, Spotify.full(NOVA, "Nova Quill", 12_000));

        Handled handled = ask("\"artistId\": \"%s\", \"refresh\": true".formatted(NOVA));

        assertThat(handled.sent().getFirst().body().path("refresh").asBoolean()).isTrue();
    }

    @Test
    void what_development_mode_does_not_tell_stays_as_it_was() {
        spotify.artist(NOVA, Spotify.full(NOVA, "Nova Quill", 12_000));
        ask("\"artistId\": \"%s\"".formatted(NOVA));
        spotify.reset();
        spotify.artist(NOVA, Spotify.brief(NOVA, "Nova Quill"));

        ask(UUID.randomUUID(), "\"artistId\": \"%s\"".formatted(NOVA));

        assertThat(jdbc.sql("select followers from artists")
                        .query(Integer.class)
                        .single())
                .isEqualTo(12_000);
        assertThat(jdbc.sql("select metadata -> 'genres' from artists")
                        .query(String.class)
                        .single())
                .isEqualTo("[\"night drive\"]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"artistName\": \"\"}",
                "{\"artistId\": \"nobody\"}",
                "{\"artistName\": [1]}",
                "[\"Nova Quill\"]"
            })
    void a_message_that_names_nobody_is_dead_at_once(String body) {
        assertThat(runner.run(worker, body).ending()).isEqualTo(Ending.DEAD);
    }

    private Handled ask(String fields) {
        return ask(run, fields);
    }

    private Handled ask(UUID correlationId, String fields) {
        return runner.run(worker, "{%s, \"_correlationId\": \"%s\"}".formatted(fields, correlationId));
    }

    private RunProgress progress(UUID correlationId) {
        return runs.progress(correlationId);
    }

    private List<@Nullable String> storedIds() {
        return jdbc.sql("select spotify_id from artists").query(String.class).list();
    }
}
