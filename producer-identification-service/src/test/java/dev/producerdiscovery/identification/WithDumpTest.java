package dev.producerdiscovery.identification;

import static dev.producerdiscovery.identification.ImportedDump.recording;
import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.backend.testing.TestDatabase;
import dev.producerdiscovery.stage.testing.ProviderStandIn;
import dev.producerdiscovery.stage.testing.StageTest;
import dev.producerdiscovery.stage.testing.StandInFor;
import dev.producerdiscovery.worker.engine.Ending;
import dev.producerdiscovery.worker.testing.ManualRunner;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The stage where a dump of MusicBrainz was imported. */
@StageTest
class WithDumpTest {

    private static final String ALBUM = "1AAAAAAAAAAAAAAAAAAAAA";
    private static final String UNKNOWN = "2BBBBBBBBBBBBBBBBBBBBB";

    @TempDir
    private static Path folder = Path.of("");

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final ProviderStandIn PROVIDERS = new ProviderStandIn();

    private final Providers providers = new Providers(PROVIDERS);
    private final JdbcClient jdbc = JdbcClient.create(DATABASE.owner());

    private final IdentificationWorker worker;
    private final ManualRunner runner;
    private final Catalogue catalogue;

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry properties) {
        PROVIDERS.surround(properties, DATABASE, StandInFor.MUSICBRAINZ, StandInFor.GENIUS);
    }

    WithDumpTest(@Autowired IdentificationWorker worker, @Autowired DataSource dataSource) {
        this.worker = worker;
        providers.knowNothing();
        runner = new ManualRunner(dataSource);
        catalogue = Catalogue.emptied(DATABASE.owner(), "The Tin Foxes");
        imported(new ImportedDump()
                .release(
                        "First Light",
                        ALBUM,
                        "",
                        recording("Harbour Lights", "", "Ada Krol", "singer Mara Quist"),
                        recording("Slow Train", ""))
                .release("Second Wind", "", "0765432109876", recording("Low Tide", "", "Lev Marsh"))
                .release("Elsewhere", "", "", recording("Far Shore", "XXTF01500001", "Ivo Brandt"))
                .work("Harbour Lights", "Nell Castor"));
    }

    private static void imported(ImportedDump dump) {
        dump.into(DATABASE, folder, Instant.now().minus(Duration.ofDays(1)));
    }

    @Test
    void an_album_on_spotify_costs_no_call_and_its_evidence_names_the_dump() {
        identify(track(catalogue.album("First Light", ALBUM), "Harbour Lights", 1, null));

        assertThat(providers.asked()).isEmpty();
        assertThat(credits()).containsExactly("Ada Krol: producer", "Nell Castor: writer");
        assertThat(texts("select distinct source || ': ' || match_kind from credit_evidence"))
                .containsExactly("musicbrainz: place and title on the album's release, dump of "
                        + texts(
                                        "select (taken_at at time zone 'UTC')::date from musicbrainz_dumps where kind = 'release'")
                                .getFirst());
    }

    @Test
    void an_album_without_a_spotify_link_is_found_by_its_barcode() {
        UUID album = catalogue.album("Second Wind", UNKNOWN);
        jdbc.sql("update albums set metadata = '{\"upc\": \"765432109876\"}' where id = :id")
                .param("id", album)
                .update();

        identify(track(album, "Low Tide", 1, null));

        assertThat(providers.asked()).isEmpty();
        assertThat(credits()).containsExactly("Lev Marsh: producer");
    }

    @Test
    void an_isrc_is_known_from_any_release() {
        identify(track(catalogue.album("Third Shore", UNKNOWN), "Far Shore", 1, "XXTF01500001"));

        assertThat(providers.asked()).containsExactly("/mb/url", "/genius/search");
        assertThat(credits()).containsExactly("Ivo Brandt: producer");
        assertThat(texts("select distinct match_kind from credit_evidence where outcome = 'credited'")
                        .getFirst())
                .startsWith("ISRC, dump of ");
    }

    @Test
    void that_a_release_names_nobody_is_known_as_well() {
        identify(track(catalogue.album("First Light", ALBUM), "Slow Train", 2, null));

        assertThat(providers.asked()).containsExactly("/genius/search");
    }

    @Test
    void what_the_dump_lacks_is_asked_for_as_before() {
        UUID album = catalogue.album("Fourth Wall", UNKNOWN);
        providers.release(UNKNOWN, "rel1", Providers.recording("r1", "Open Door", "m1=Ada Krol"));

        identify(track(album, "Open Door", 1, null));

        assertThat(providers.asked()).containsExactly("/mb/url", "/mb/release/rel1");
        assertThat(credits()).containsExactly("Ada Krol: producer");
    }

    @Test
    void a_parked_musicbrainz_holds_up_nothing_that_the_dump_knows() {
        jdbc.sql("""
                        insert into provider_budgets (provider, bucket, "window", parked_until, reason)
                        values ('musicbrainz', '*', interval '1 day', now() + interval '5 hours', 'banned')
                        """).update();

        identify(track(catalogue.album("First Light", ALBUM), "Harbour Lights", 1, null));

        assertThat(credits()).contains("Ada Krol: producer");
    }

    @Test
    void a_refresh_does_not_believe_a_dump_from_before_it() {
        UUID track = track(catalogue.album("First Light", ALBUM), "Harbour Lights", 1, null);
        providers.release(ALBUM, "rel1", Providers.recording("r1", "Harbour Lights", "m1=Vera Lund"));

        runner.run(worker, "{\"trackId\": \"%s\", \"refresh\": true}".formatted(track));

        assertThat(providers.asked()).containsExactly("/mb/url", "/mb/release/rel1");
        assertThat(credits()).containsExactly("Vera Lund: producer");
    }

    @Test
    void the_calls_of_an_artist_shrink_to_those_for_albums_that_the_dump_lacks() {
        int albums = 10;
        int songs = 5;
        ImportedDump dump = new ImportedDump();
        List<UUID> tracks = new ArrayList<>();
        for (int album = 0; album < albums; album++) {
            String spotify = "3CCCCCCCCCCCCCCCCCCCC" + (char) ('A' + album);
            List<String> recordings = new ArrayList<>();
            UUID id = catalogue.album("Album " + album, spotify);
            for (int song = 1; song <= songs; song++) {
                String title = "Song " + song + " of " + album;
                recordings.add(recording(title, "", "Ada Krol"));
                tracks.add(track(id, title, song, null));
            }
            // One of ten is too new for the dump.
            if (album > 0) {
                dump.release("Album " + album, spotify, "", recordings.toArray(String[]::new));
            } else {
                providers.release(
                        spotify,
                        "rel0",
                        IntStream.rangeClosed(1, songs)
                                .mapToObj(song ->
                                        Providers.recording("r" + song, "Song " + song + " of 0", "m1=Ada Krol"))
                                .toArray(String[]::new));
            }
        }
        imported(dump);

        tracks.forEach(this::identify);

        // Without the dump: one to map ten albums, and ten releases.
        assertThat(providers.asked()).containsExactly("/mb/url", "/mb/release/rel0");
        assertThat(texts("select count(distinct track_id) from track_producers"))
                .containsExactly("50");
    }

    private UUID track(UUID album, String name, int position, @Nullable String isrc) {
        return catalogue.track(catalogue.song(name.toLowerCase(Locale.ROOT)), album, name, position, isrc);
    }

    private void identify(UUID track) {
        assertThat(runner.run(worker, "{\"trackId\": \"%s\"}".formatted(track)).ending())
                .isEqualTo(Ending.DONE);
    }

    private List<String> credits() {
        return texts("""
                select distinct p.name || ': ' || tp.role
                from track_producers tp
                join producers p on p.id = tp.producer_id
                order by 1
                """);
    }

    private List<String> texts(String query) {
        return jdbc.sql(query).query((row, number) -> row.getString(1)).list();
    }
}
