package dev.producerdiscovery.identification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.identification.GeniusStandIn.Page;
import dev.producerdiscovery.identification.evidence.EvidenceStore;
import dev.producerdiscovery.identification.genius.GeniusSource;
import dev.producerdiscovery.identification.plan.Identifier;
import dev.producerdiscovery.identification.plan.PlanOptions;
import dev.producerdiscovery.identification.song.SongReader;
import dev.producerdiscovery.provider.genius.GeniusClient;
import dev.producerdiscovery.worker.engine.Ending;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Songs that are looked for in what Genius lists of their artist. */
class ListedSongsTest extends IdentificationStage {

    private static final String LIST = "/genius/artists/5/songs";
    private static final Page HARBOUR = Page.of(71, "Harbour Lights");
    private static final Page TRAIN = Page.of(72, "Slow Train");
    private static final Page GUESTS = new Page(74, "Marsh Song", 6, "Ines Marsh", 1074);

    @Autowired
    GeniusClient client;

    @Autowired
    JdbcClient ofWorker;

    private GeniusStandIn genius;

    @BeforeEach
    void geniusKnowsTheArtist() {
        genius = new GeniusStandIn(PROVIDERS);
        genius.knows(HARBOUR, TRAIN, GUESTS);
        genius.finds("Harbour Lights The Tin Foxes", HARBOUR);
        genius.lists(5, 1, false, List.of(HARBOUR, TRAIN));
    }

    @Test
    void one_search_and_one_list_find_all_pages_of_an_artist() {
        List<UUID> tracks = tracks("Harbour Lights", "Slow Train", "No Page of Mine", "Nor of Mine");

        tracks.forEach(this::identify);

        assertThat(calls()).containsExactlyInAnyOrder("/genius/search", LIST, "/genius/songs/71", "/genius/songs/72");
        assertThat(credits()).containsExactly("Maker 1071: producer by genius", "Maker 1072: producer by genius");
        assertThat(texts("select outcome from credit_evidence where source = 'genius' order by 1"))
                .containsExactly("credited", "credited", "none_found", "none_found");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whichever_song_comes_first_all_end_the_same_for_the_same_calls(long seed) {
        List<UUID> tracks = new ArrayList<>(tracks("Harbour Lights", "Slow Train", "Marsh Song", "Nobody's"));
        credit(tracks.get(2), "Ines Marsh", "The Tin Foxes");
        genius.finds("Marsh Song Ines Marsh", GUESTS);
        Collections.shuffle(tracks, new Random(seed));

        tracks.forEach(this::identify);

        assertThat(calls())
                .containsExactlyInAnyOrder(
                        "/genius/search",
                        LIST,
                        "/genius/songs/71",
                        "/genius/songs/72",
                        "/genius/search",
                        "/genius/songs/74");
        assertThat(credits())
                .containsExactly(
                        "Maker 1071: producer by genius",
                        "Maker 1072: producer by genius",
                        "Maker 1074: producer by genius");
    }

    @Test
    void what_the_artist_is_a_guest_on_is_in_the_list() {
        List<UUID> tracks = tracks("Harbour Lights", "Slow Train", "Marsh Song");
        credit(tracks.get(2), "Ines Marsh", "The Tin Foxes");
        genius.lists(5, 1, false, List.of(HARBOUR, GUESTS, TRAIN));

        tracks.forEach(this::identify);

        assertThat(calls()).filteredOn("/genius/search"::equals).hasSize(1);
        assertThat(credits()).contains("Maker 1074: producer by genius");
    }

    @Test
    void the_list_is_everybodys_and_outlives_the_process() {
        List<UUID> tracks = tracks("Harbour Lights", "Slow Train", "Nobody's");
        identify(tracks.getFirst());
        genius.lists(5, 1, false, List.of());
        worker = restarted();

        identify(tracks.get(1));
        identify(tracks.get(2));

        assertThat(calls()).containsExactly("/genius/search", LIST, "/genius/songs/71", "/genius/songs/72");
    }

    @Test
    void of_two_processes_that_read_a_list_at_once_the_first_has_it_kept_for_both() {
        identify(tracks("Harbour Lights", "Slow Train", "Nobody's").getFirst());

        assertThat(recorded("null")).as("the other one's").isEqualTo("f 2");
        assertThat(recorded("now() - interval '1 hour'")).isEqualTo("f 2");
        assertThat(recorded("now() + interval '1 hour'"))
                .as("for a look that has to be newer")
                .isEqualTo("t 0");
    }

    /** Whether another list is kept that is not older than that, and how many songs the list has then. */
    private String recorded(String notBefore) {
        String kept = texts("""
                select record_song_list(artist_id, 'genius', '5', '[]', true, now() + interval '1 day', %s)
                from song_lists
                """.formatted(notBefore)).getFirst();
        return kept + " "
                + texts("select jsonb_array_length(songs) from song_lists").getFirst();
    }

    @Test
    void a_refresh_reads_the_list_again() {
        List<UUID> tracks = tracks("Harbour Lights", "Slow Train", "Night Ferry");
        tracks.forEach(this::identify);
        Page ferry = Page.of(73, "Night Ferry");
        genius.knows(ferry);
        genius.lists(5, 1, false, List.of(HARBOUR, TRAIN, ferry));

        assertThat(runner.run(worker, "{\"trackId\": \"%s\", \"refresh\": true}".formatted(tracks.get(2)))
                        .ending())
                .isEqualTo(Ending.DONE);

        assertThat(credits()).contains("Maker 1073: producer by genius");
        assertThat(calls()).filteredOn(LIST::equals).hasSize(2);
    }

    @Test
    void that_a_list_lacks_a_song_is_believed_for_a_day() {
        List<UUID> tracks = tracks("Harbour Lights", "Slow Train", "Night Ferry");
        identify(tracks.getFirst());
        jdbc.sql("update song_lists set observed_at = observed_at - interval '25 hours'")
                .update();
        worker = restarted();

        identify(tracks.get(1));
        identify(tracks.get(2));

        assertThat(calls())
                .as("what it has stays true, what it lacks is searched for")
                .containsExactly("/genius/search", LIST, "/genius/songs/71", "/genius/songs/72", "/genius/search");
    }

    @Test
    void of_an_endless_list_no_more_pages_are_read_than_the_artist_has_songs() {
        List<UUID> tracks = tracks("Harbour Lights", "Slow Train", "Zebra Crossing");
        genius.lists(5, 1, true, List.of(HARBOUR));
        genius.lists(5, 2, true, List.of(Page.of(80, "Ink")));
        genius.lists(5, 3, true, List.of(Page.of(81, "Jade")));
        genius.lists(5, 4, true, List.of(Page.of(82, "Kelp")));
        Page zebra = Page.of(83, "Zebra Crossing");
        genius.knows(zebra);
        genius.finds("Zebra Crossing The Tin Foxes", zebra);

        tracks.forEach(this::identify);

        assertThat(calls()).filteredOn(LIST::equals).hasSize(3);
        assertThat(credits()).contains("Maker 1083: producer by genius");
        assertThat(texts("select conclusive from song_lists")).containsExactly("f");
    }

    @Test
    void an_artist_of_few_songs_is_worth_no_list() {
        tracks("Harbour Lights", "Slow Train").forEach(this::identify);

        assertThat(calls()).containsExactly("/genius/search", "/genius/songs/71", "/genius/search");
        assertThat(texts("select songs from song_lists")).isEmpty();
    }

    @Test
    void the_songs_of_an_artist_whom_genius_does_not_show_are_searched_for() {
        genius.finds("Harbour Lights The Tin Foxes");
        Page ferry = new Page(75, "Night Ferry", 9, "The Tin Foxes & Ada Krol", 1075);
        genius.knows(ferry);
        genius.finds("Night Ferry The Tin Foxes", ferry);

        tracks("Harbour Lights", "Slow Train", "Night Ferry", "Nobody's").forEach(this::identify);

        assertThat(calls()).doesNotContain(LIST).contains("/genius/songs/75");
        assertThat(calls()).filteredOn("/genius/search"::equals).hasSize(3 + 4);
    }

    /** A worker that has only what the database has; it asks nobody else. */
    private IdentificationWorker restarted() {
        JsonMapper json = JsonMapper.shared();
        Duration patience = Duration.ofMinutes(10);
        InstantSource clock = InstantSource.system();
        GeniusSource source =
                new GeniusSource(client, ofWorker, json, 40, Duration.ofDays(30), Duration.ofMinutes(1), clock);
        return new IdentificationWorker(
                new SongReader(ofWorker, json, patience),
                new ListingPatience(patience, clock),
                new Identifier(List.of(source), new PlanOptions(false, patience), clock),
                new SongSettlements(new EvidenceStore(ofWorker, json), List.of(), patience),
                patience,
                clock);
    }

    private List<UUID> tracks(String... names) {
        List<UUID> tracks = new ArrayList<>();
        for (String name : names) {
            tracks.add(catalogue.track(
                    catalogue.song(name.toLowerCase(Locale.ROOT)), album, name, tracks.size() + 1, null));
        }
        return tracks;
    }

    /** The track is by these artists. */
    private void credit(UUID track, String... artists) {
        jdbc.sql("""
                        update tracks
                        set metadata = metadata || jsonb_build_object('artists', (
                            select jsonb_agg(jsonb_build_object('name', a)) from unnest(cast(:artists as text[])) as a))
                        where id = :track
                        """).param("artists", artists).param("track", track).update();
    }

    private List<String> calls() {
        return providers.asked().stream()
                .filter(path -> path.startsWith("/genius/"))
                .toList();
    }
}
