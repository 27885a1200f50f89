package dev.producerdiscovery.identification;

import static dev.producerdiscovery.identification.Providers.recording;
import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.backend.testing.TestDatabase;
import dev.producerdiscovery.identification.evidence.EvidenceStore;
import dev.producerdiscovery.identification.plan.Identifier;
import dev.producerdiscovery.identification.plan.PlanOptions;
import dev.producerdiscovery.identification.song.SongReader;
import dev.producerdiscovery.stage.testing.ProviderStandIn;
import dev.producerdiscovery.stage.testing.StageTest;
import dev.producerdiscovery.stage.testing.StandInFor;
import dev.producerdiscovery.worker.Delivery;
import dev.producerdiscovery.worker.Outcome;
import dev.producerdiscovery.worker.engine.Ending;
import dev.producerdiscovery.worker.testing.Handled;
import dev.producerdiscovery.worker.testing.ManualRunner;
import dev.producerdiscovery.worker.testing.Sent;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** The whole stage on a real database, with providers of ours. */
@StageTest
class IdentificationTest {

    private static final String ALBUM = "1AAAAAAAAAAAAAAAAAAAAA";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final ProviderStandIn PROVIDERS = new ProviderStandIn();

    private final Providers providers = new Providers(PROVIDERS);
    private final JdbcClient jdbc = JdbcClient.create(DATABASE.owner());

    private final IdentificationWorker worker;
    private final ManualRunner runner;
    private final Catalogue catalogue;
    private final UUID album;

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry properties) {
        PROVIDERS.surround(properties, DATABASE, StandInFor.MUSICBRAINZ, StandInFor.GENIUS);
    }

    IdentificationTest(@Autowired IdentificationWorker worker, @Autowired DataSource dataSource) {
        this.worker = worker;
        providers.knowNothing();
        jdbc.sql("select pgmq.purge_queue('producer_identification')").query().singleRow();
        runner = new ManualRunner(dataSource);
        catalogue = Catalogue.emptied(DATABASE.owner(), "The Tin Foxes");
        album = catalogue.album("First Light", ALBUM);
    }

    @Test
    void the_producers_of_a_release_are_credited_and_sent_to_enrichment() {
        UUID track = track("Harbour Lights", 1);
        providers.release(ALBUM, "rel1", recording("r1", "Harbour Lights", "m1=Ada Krol", "m2=Lev Marsh"));

        Handled handled = identify(track);

        assertThat(handled.ending()).isEqualTo(Ending.DONE);
        assertThat(credits())
                .containsExactly("Ada Krol: producer by musicbrainz", "Lev Marsh: producer by musicbrainz");
        assertThat(handled.sentTo("social_enrichment"))
                .extracting(message -> message.body().get("producerName").asString())
                .containsExactlyInAnyOrder("Ada Krol", "Lev Marsh");
        assertThat(providers.asked()).containsExactly("/mb/url", "/mb/release/rel1");
    }

    @Test
    void the_second_song_of_an_album_costs_no_call() {
        UUID first = track("Harbour Lights", 1);
        UUID second = track("Slow Train", 2);
        providers.release(
                ALBUM,
                "rel1",
                recording("r1", "Harbour Lights", "m1=Ada Krol"),
                recording("r2", "Slow Train", "m1=Ada Krol"));
        identify(first);
        int calls = providers.asked().size();

        Handled handled = identify(second);

        assertThat(providers.asked()).hasSize(calls);
        assertThat(texts("select track_id from track_producers")).hasSize(2);
        assertThat(handled.sent()).isEmpty();
    }

    @Test
    void songs_of_one_album_that_are_identified_at_once_share_its_calls() throws Exception {
        List<UUID> tracks = IntStream.rangeClosed(1, 8)
                .mapToObj(number -> track("Part " + number, number))
                .toList();
        providers.release(
                ALBUM,
                "rel1",
                IntStream.rangeClosed(1, 8)
                        .mapToObj(number -> recording("r" + number, "Part " + number, "m1=Ada Krol"))
                        .toArray(String[]::new));
        Delivery delivery = new Delivery(
                worker.queue(), 1, 1, 0, Instant.parse("2031-03-01T12:00:00Z"), Optional.empty(), Optional.empty());

        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Outcome>> songs = tracks.stream()
                    .map(track -> (Callable<Outcome>) () -> worker.handle(new SongMessage(track, null), delivery))
                    .toList();
            for (Future<Outcome> outcome : executor.invokeAll(songs)) {
                assertThat(outcome.get()).isInstanceOf(Outcome.Done.class);
            }
        }

        assertThat(providers.asked()).containsExactly("/mb/url", "/mb/release/rel1");
    }

    @Test
    void a_song_that_musicbrainz_does_not_know_is_looked_up_at_genius() {
        UUID track = track("Harbour Lights (feat. Mara Quist) - 2011 Remaster", 1);
        providers.geniusPage(77, "Harbour Lights", "The Tin Foxes", null, "9=Ada Krol");

        identify(track);

        assertThat(providers.asked()).containsExactly("/mb/url", "/genius/search", "/genius/songs/77");
        assertThat(credits()).containsExactly("Ada Krol: producer by genius");
        providers.requireQuery("Harbour Lights The Tin Foxes");
    }

    @Test
    void the_isrc_is_the_last_resort() {
        UUID song = catalogue.song("harbour lights");
        UUID track = catalogue.track(song, album, "Harbour Lights", 1, "XXTF01500001");
        providers.isrc("XXTF01500001", "r1", "Harbour Lights", "m1=Ada Krol");

        identify(track);

        assertThat(credits()).containsExactly("Ada Krol: producer by musicbrainz");
        assertThat(providers.asked()).containsExactly("/mb/url", "/genius/search", "/mb/isrc/XXTF01500001");
    }

    @Test
    void one_isrc_of_a_song_is_asked_for() {
        UUID song = catalogue.song("harbour lights");
        UUID track = catalogue.track(song, album, "Harbour Lights", 1, "XXTF01500001");
        catalogue.track(song, album, "Harbour Lights", 2, "XXTF01500002");

        identify(track);

        assertThat(providers.asked())
                .filteredOn(path -> path.startsWith("/mb/isrc/"))
                .hasSize(1);
    }

    @Test
    void a_refresh_asks_again_although_the_song_is_identified() {
        UUID track = track("Harbour Lights", 1);
        identify(track);
        int calls = providers.asked().size();

        Handled handled = runner.run(worker, "{\"trackId\": \"%s\", \"refresh\": true}".formatted(track));

        assertThat(handled.ending()).isEqualTo(Ending.DONE);
        assertThat(providers.asked()).hasSizeGreaterThan(calls);
    }

    @Test
    void nobody_named_anywhere_is_stored_and_not_asked_again_soon() {
        UUID track = track("Harbour Lights", 1);

        assertThat(identify(track).ending()).isEqualTo(Ending.DONE);
        int calls = providers.asked().size();

        assertThat(identify(track).ending()).isEqualTo(Ending.DUPLICATE);
        assertThat(providers.asked()).hasSize(calls);
        assertThat(texts("select source || ' ' || outcome from credit_evidence order by 1"))
                .containsExactly("genius none_found", "musicbrainz none_found");
    }

    @Test
    void a_song_without_a_producer_is_looked_at_again_when_it_appears_on_another_album() {
        UUID song = catalogue.song("harbour lights");
        UUID track = catalogue.track(song, album, "Harbour Lights", 1, null);
        identify(track);
        String other = "2BBBBBBBBBBBBBBBBBBBBB";
        UUID again = catalogue.track(song, catalogue.album("Second Wind", other), "Harbour Lights", 1, null);
        providers.release(other, "rel2", recording("r1", "Harbour Lights", "m1=Ada Krol"));

        identify(again);

        assertThat(credits()).containsExactly("Ada Krol: producer by musicbrainz");
        assertThat(texts("select distinct t.name from track_producers tp join tracks t on t.id = tp.track_id"))
                .containsExactly("Harbour Lights");
    }

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

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void a_song_ends_with_the_same_evidence_in_whatever_order_its_albums_are_found(long seed) {
        List<String> expected = evidenceAfter(List.of(0, 1, 2));
        List<Integer> shuffled = new ArrayList<>(List.of(0, 1, 2));
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(evidenceAfter(shuffled)).isEqualTo(expected);
    }

    /** Each album is asked about before the next one is found. */
    private List<String> evidenceAfter(List<Integer> order) {
        List<String> albums = List.of("1CCCCCCCCCCCCCCCCCCCCC", "1DDDDDDDDDDDDDDDDDDDDD", "1EEEEEEEEEEEEEEEEEEEEE");
        Catalogue tinFoxes = Catalogue.emptied(DATABASE.owner(), "The Tin Foxes");
        providers.knowNothing();
        providers.geniusPage(77, "Harbour Lights", "The Tin Foxes", "4FFFFFFFFFFFFFFFFFFFFF", "9=Ada Krol");
        providers.release(albums.get(1), "rel1", recording("r1", "Harbour Lights"));
        UUID song = tinFoxes.song("harbour lights");
        for (int number : order) {
            UUID track = tinFoxes.track(
                    song, tinFoxes.album("Album " + number, albums.get(number)), "Harbour Lights", 1, null);
            if (number == 2) {
                jdbc.sql("update tracks set spotify_id = '4FFFFFFFFFFFFFFFFFFFFF' where id = :id")
                        .param("id", track)
                        .update();
            }
            identify(track);
        }
        return texts("""
                select concat_ws(' | ', source, outcome, raw_name, match_kind, match_strength)
                from credit_evidence
                order by 1
                """);
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

    @Test
    void an_unknown_track_is_nobodys_work() {
        UUID unknown = UUID.randomUUID();

        Handled handled = identify(unknown);

        assertThat(handled.ending()).isEqualTo(Ending.DEAD);
        assertThat(handled.reason()).contains("trackId", unknown.toString());
    }

    @Test
    void a_message_may_spell_the_track_id_with_an_underscore() {
        UUID track = track("Harbour Lights", 1);

        assertThat(runner.run(worker, "{\"track_id\": \"%s\"}".formatted(track)).ending())
                .isEqualTo(Ending.DONE);
        assertThat(runner.run(worker, "{}").reason()).contains("trackId");
    }

    @Test
    void messages_for_the_next_stage_name_the_producer() {
        UUID track = track("Harbour Lights", 1);
        providers.release(ALBUM, "rel1", recording("r1", "Harbour Lights", "m1=Ada Krol"));

        Sent sent = identify(track).sent().getFirst();

        String id = texts("select id from producers").getFirst();
        assertThat(sent.body().get("producerId").asString()).isEqualTo(id);
        assertThat(sent.body().get("_idempotencyKey").asString()).startsWith("social_enrichment:none:" + id + ":");
    }

    private UUID track(String name, int position) {
        return catalogue.track(catalogue.song(name.toLowerCase(Locale.ROOT)), album, name, position, null);
    }

    private Handled identify(UUID track) {
        Handled handled = runner.run(worker, "{\"trackId\": \"%s\"}".formatted(track));
        assertThat(handled.ending()).as(handled.reason()).isNotEqualTo(Ending.FAILED);
        return handled;
    }

    private List<String> credits() {
        return texts("""
                select distinct p.name || ': ' || tp.role || ' by ' || tp.source
                from track_producers tp
                join producers p on p.id = tp.producer_id
                order by 1
                """);
    }

    private List<String> texts(String query) {
        return jdbc.sql(query).query((row, number) -> row.getString(1)).list();
    }
}
