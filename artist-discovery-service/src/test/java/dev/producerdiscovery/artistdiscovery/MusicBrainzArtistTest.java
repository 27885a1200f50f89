package dev.producerdiscovery.artistdiscovery;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.producerdiscovery.backend.testing.TestDatabase;
import dev.producerdiscovery.stage.testing.ProviderStandIn;
import dev.producerdiscovery.stage.testing.StageTest;
import dev.producerdiscovery.stage.testing.StandInFor;
import dev.producerdiscovery.web.InvalidField;
import dev.producerdiscovery.worker.testing.Handled;
import dev.producerdiscovery.worker.testing.ManualRunner;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
class MusicBrainzArtistTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final ProviderStandIn PROVIDERS = new ProviderStandIn();
    private static final String NOVA = "8a2b1c3d-0000-4000-8000-00000000000a";
    private static final String NAMESAKE = "8a2b1c3d-0000-4000-8000-00000000000b";
    private static final String SPOTIFY_ID = "4aUv3Gz0yXr8Kq1LmN5tPd";
    private static final String VARIOUS_ARTISTS = "89ad4ac3-39f7-470e-963a-56509c546377";

    private final JdbcClient jdbc = JdbcClient.create(DATABASE.owner());
    private final UUID run = UUID.randomUUID();

    @Autowired
    private ArtistDiscoveryWorker worker;

    @Autowired
    private RunStore runs;

    private ManualRunner runner;

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry properties) {
        PROVIDERS.surround(properties, DATABASE, StandInFor.MUSICBRAINZ);
    }

    @BeforeEach
    void emptyTheCatalogue(@Autowired DataSource dataSource) {
        PROVIDERS.reset();
        jdbc.sql("truncate artists cascade").update();
        jdbc.sql("select pgmq.purge_queue('artist_discovery')").query().singleRow();
        runner = new ManualRunner(dataSource);
    }

    @Test
    void a_name_leads_to_the_artist_with_both_ids() {
        finds(hit(NOVA, "Nova Quill", "Dutch band"), hit(NAMESAKE, "Nova Quills", ""));
        has(NOVA, artist(NOVA, "Nova Quill", "Dutch band", "https://open.spotify.com/artist/" + SPOTIFY_ID));

        Handled handled = ask("\"artistName\": \"nova quill\"");

        assertThat(stored()).containsExactly("Nova Quill " + NOVA + " " + SPOTIFY_ID);
        assertThat(PROVIDERS.calls()).isEqualTo(2);
        assertThat(handled.sent()).singleElement().satisfies(next -> {
            assertThat(next.queue()).isEqualTo("album_discovery");
            assertThat(next.body().path("catalogue").asString()).isEqualTo("musicbrainz");
        });
        assertThat(progress().asked()).isEqualTo(new ArtistQuery("nova quill", null, "musicbrainz"));
    }

    @Test
    void an_alias_will_do() {
        finds(hit(NOVA, "Жестяная Лиса", "", "Nova Quill"));
        has(NOVA, artist(NOVA, "Жестяная Лиса", "", null));

        ask("\"artistName\": \"Nova Quill\"");

        assertThat(stored()).containsExactly("Жестяная Лиса " + NOVA);
    }

    @Test
    void an_id_or_a_link_is_taken_as_it_is() {
        has(NOVA, artist(NOVA, "Nova Quill", "", null));

        ask("\"artistId\": \"https://musicbrainz.org/artist/%s/releases\"".formatted(NOVA));

        assertThat(stored()).containsExactly("Nova Quill " + NOVA);
        assertThat(PROVIDERS.calls()).isOne();
    }

    @Test
    void an_id_that_was_merged_into_another_leads_to_the_one_that_stays() {
        has(NAMESAKE, artist(NOVA, "Nova Quill", "", null));

        ask("\"artistId\": \"%s\"".formatted(NAMESAKE));

        assertThat(stored()).containsExactly("Nova Quill " + NOVA);
    }

    @Test
    void of_namesakes_the_one_with_ten_times_the_releases_is_meant() {
        finds(hit(NAMESAKE, "Nova Quill", "Finnish duo"), hit(NOVA, "Nova Quill", "Dutch band"));
        hasReleases(NOVA, 40);
        hasReleases(NAMESAKE, 3);
        has(NOVA, artist(NOVA, "Nova Quill", "Dutch band", null));

        ask("\"artistName\": \"Nova Quill\"");

        assertThat(stored()).containsExactly("Nova Quill " + NOVA);
    }

    @Test
    void namesakes_of_the_same_weight_are_told_apart_for_whoever_asks() {
        finds(hit(NAMESAKE, "Nova Quill", "Finnish duo"), hit(NOVA, "Nova Quill", "Dutch band"));
        hasReleases(NOVA, 4);
        hasReleases(NAMESAKE, 3);

        assertThat(ask("\"artistName\": \"Nova Quill\"").sent()).isEmpty();

        assertThat(progress().state()).isEqualTo("ambiguous");
        assertThat(progress().candidates())
                .extracting(Candidate::disambiguation)
                .containsExactlyInAnyOrder("Finnish duo", "Dutch band");
        assertThat(progress().candidates()).allSatisfy(candidate -> {
            assertThat(candidate.country()).isEqualTo("NL");
            assertThat(candidate.years()).isEqualTo("2009–2021");
            assertThat(candidate.link()).isEqualTo("https://musicbrainz.org/artist/" + candidate.id());
        });
    }

    @Test
    void who_stands_for_nobody_is_refused_by_id_without_a_call() {
        ask("\"artistId\": \"%s\"".formatted(VARIOUS_ARTISTS));

        assertThat(progress().state()).isEqualTo("refused");
        assertThat(PROVIDERS.calls()).isZero();
    }

    @Test
    void whom_nobody_is_called_is_not_found() {
        finds();

        ask("\"artistName\": \"Qqzz Vvxkk\"");

        assertThat(progress().state()).isEqualTo("not_found");
    }

    @Test
    void spotify_cannot_be_asked_for_where_it_has_no_credentials(@Autowired Discoveries discoveries) {
        assertThatExceptionOfType(InvalidField.class)
                .isThrownBy(() -> discoveries.start(List.of(new ArtistQuery("Nova Quill", null, "spotify")), false))
                .withMessageContaining("SPOTIFY_CLIENT_ID");
    }

    private Handled ask(String what) {
        return runner.run(worker, "{%s, \"_correlationId\": \"%s\"}".formatted(what, run));
    }

    private RunProgress progress() {
        return runs.progress(run);
    }

    private List<@Nullable String> stored() {
        return jdbc.sql("select concat_ws(' ', name, musicbrainz_id, spotify_id) from artists")
                .query(String.class)
                .list();
    }

    private static void finds(String... hits) {
        PROVIDERS.server().stubFor(get(urlPathEqualTo("/mb/artist")).willReturn(okJson("""
                                {"count": %d, "offset": 0, "artists": [%s]}""".formatted(
                        hits.length, String.join(",", hits)))));
    }

    private static void has(String id, String artist) {
        PROVIDERS.server().stubFor(get(urlPathEqualTo("/mb/artist/" + id)).willReturn(okJson(artist)));
    }

    private static void hasReleases(String id, int count) {
        PROVIDERS
                .server()
                .stubFor(get(urlPathEqualTo("/mb/release"))
                        .withQueryParam("artist", equalTo(id))
                        .willReturn(okJson("""
                                {"release-count": %d, "release-offset": 0, "releases": []}""".formatted(count))));
    }

    private static String hit(String id, String name, String disambiguation, String... aliases) {
        return entity(id, name, disambiguation, aliases) + ", \"score\": 100}";
    }

    private static String artist(String id, String name, String disambiguation, @Nullable String link) {
        String relations = link == null ? "" : """
                {"type": "free streaming", "target-type": "url", "ended": false, "attributes": [],
                 "attribute-values": {}, "target-credit": "", "type-id": "x", "url": {"id": "u", "resource": "%s"}}""".formatted(link);
        return entity(id, name, disambiguation) + ", \"relations\": [" + relations + "]}";
    }

    private static String entity(String id, String name, String disambiguation, String... aliases) {
        String others =
                Stream.of(aliases).map(alias -> "{\"name\": \"" + alias + "\"}").collect(Collectors.joining(","));
        return """
                {"id": "%s", "name": "%s", "sort-name": "s", "disambiguation": "%s", "type": "Group", "country": "NL",
                 "life-span": {"begin": "2009", "end": "2021-06", "ended": true}, "aliases": [%s]""".formatted(id, name, disambiguation, others);
    }
}
