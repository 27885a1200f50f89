package dev.producerdiscovery.identification;

import static dev.producerdiscovery.identification.Providers.recording;
import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.identification.evidence.EvidenceStore;
import dev.producerdiscovery.identification.plan.Identifier;
import dev.producerdiscovery.identification.plan.PlanOptions;
import dev.producerdiscovery.identification.song.SongReader;
import dev.producerdiscovery.worker.engine.Ending;
import dev.producerdiscovery.worker.testing.Handled;
import dev.producerdiscovery.worker.testing.Sent;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import tools.jackson.databind.json.JsonMapper;

/** Songs that cannot be identified yet, because of a source or because not all is known of them. */
class WaitingSongTest extends IdentificationStage {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @Test
    void a_busy_genius_holds_up_only_songs_that_nobody_else_knows() {
        UUID known = track("Harbour Lights", 1);
        UUID open = track("Slow Train", 2);
        providers.release(
                ALBUM, "rel1", recording("r1", "Harbour Lights", "m1=Ada Krol"), recording("r2", "Slow Train"));
        providers.geniusIsTooBusy();

        assertThat(identify(open).ending()).isEqualTo(Ending.THROTTLED);
        assertThat(identify(known).ending()).isEqualTo(Ending.DONE);
        assertThat(texts("select count(*) from credit_evidence where outcome <> 'credited'"))
                .containsExactly("0");
    }

    @Test
    void a_song_waits_while_the_artists_albums_are_still_being_listed() {
        UUID track = track("Harbour Lights", 1);
        long listing = jdbc.sql("select pg_enqueue('track_discovery', jsonb_build_object('artistId', :artist))")
                .param("artist", catalogue.artist().toString())
                .query(Long.class)
                .single();

        assertThat(identify(track).ending()).isEqualTo(Ending.RETRY_LATER);
        assertThat(providers.asked()).isEmpty();

        jdbc.sql("select pgmq.delete('track_discovery', :id)")
                .param("id", listing)
                .query()
                .singleRow();
        jdbc.sql("select pgmq.purge_queue('producer_identification')").query().singleRow();
        assertThat(identify(track).ending()).isEqualTo(Ending.DONE);
    }

    @Test
    void a_song_whose_last_album_comes_while_it_is_read_is_not_asked_about_without_it() {
        UUID track = track("Harbour Lights", 1);
        UUID song = jdbc.sql("select song_id from tracks where id = :id")
                .param("id", track)
                .query(UUID.class)
                .single();
        long listing = jdbc.sql("select pg_enqueue('track_discovery', jsonb_build_object('artistId', :artist))")
                .param("artist", catalogue.artist().toString())
                .query(Long.class)
                .single();
        AtomicInteger statements = new AtomicInteger();
        JdbcClient interrupted = JdbcClient.create(new DelegatingDataSource(DATABASE.worker()) {
            @Override
            public Connection getConnection() throws SQLException {
                if (statements.getAndIncrement() == 1) {
                    catalogue.track(
                            song, catalogue.album("Last Light", "1LLLLLLLLLLLLLLLLLLLLL"), "Harbour Lights", 1, null);
                    jdbc.sql("select pgmq.delete('track_discovery', :id)")
                            .param("id", listing)
                            .query()
                            .singleRow();
                }
                return super.getConnection();
            }
        });
        IdentificationWorker reader = new IdentificationWorker(
                new SongReader(interrupted, JsonMapper.shared(), PATIENCE),
                new ListingPatience(PATIENCE, InstantSource.system()),
                new Identifier(List.of(), new PlanOptions(false, PATIENCE), InstantSource.system()),
                new SongSettlements(new EvidenceStore(interrupted, JsonMapper.shared()), List.of(), PATIENCE),
                PATIENCE,
                InstantSource.system());

        assertThat(runner.run(reader, "{\"trackId\": \"%s\"}".formatted(track)).ending())
                .isEqualTo(Ending.RETRY_LATER);
        assertThat(statements)
                .as("all that is known of the song is of one moment")
                .hasValue(1);
    }

    @Test
    void a_song_that_another_source_knows_is_shown_until_the_parked_one_answers() {
        UUID track = track("Harbour Lights", 1);
        providers.geniusPage(77, "Harbour Lights", "The Tin Foxes", null, "9=Ada Krol");
        park("musicbrainz");

        Handled meanwhile = identify(track);

        assertThat(meanwhile.ending()).isEqualTo(Ending.DONE);
        assertThat(credits()).containsExactly("Ada Krol: producer by genius");
        Sent again = meanwhile.sentTo("producer_identification").getFirst();
        assertThat(runner.run(worker, again.body().toString()).ending()).isEqualTo(Ending.THROTTLED);

        jdbc.sql("truncate provider_budgets").update();
        providers.release(ALBUM, "rel1", recording("r1", "Harbour Lights", "m1=Ada Krol"));
        jdbc.sql("select pgmq.purge_queue('producer_identification')").query().singleRow();
        assertThat(identify(track).ending()).isEqualTo(Ending.DONE);
        assertThat(texts("select distinct source from credit_evidence")).containsExactly("musicbrainz");
    }

    private void park(String provider) {
        jdbc.sql("""
                        insert into provider_budgets (provider, bucket, "window", parked_until, reason)
                        values (:provider, '*', interval '1 day', now() + interval '5 hours', 'banned')
                        """).param("provider", provider).update();
    }
}
