package dev.producerdiscovery.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.producerdiscovery.backend.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The catalogue as programs and people see it, on a real database and with the rights that it has in production. */
@SpringBootTest
@AutoConfigureMockMvc
class CatalogTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    @DynamicPropertySource
    static void connect(DynamicPropertyRegistry properties) {
        CatalogFixture.write(DATABASE.owner());
        DATABASE.springProperties().forEach((name, value) -> properties.add(name, () -> value));
    }

    @Autowired
    private MockMvcTester http;

    @Test
    void a_request_on_a_connection_that_went_silent_ends_long_before_the_network_gives_it_up(
            @Autowired HikariDataSource pool) {
        assertThat(pool.getDataSourceProperties()).containsEntry("socketTimeout", "40");
    }

    @ParameterizedTest
    @CsvSource({
        "Nils Ørsted, Nils Ørsted",
        "orsted, Nils Ørsted",
        "nils orstad, Nils Ørsted",
        "monty, Beatmonger",
        "BEATMNGER, Beatmonger",
        "n. orsted, Nils Ørsted",
    })
    void a_producer_is_found_by_name_and_alias_misspelt_or_not(String term, String name) {
        assertThat(http.get().uri("/producers").param("q", term).exchange())
                .bodyJson()
                .extractingPath("$.items[0].name")
                .isEqualTo(name);
    }

    @Test
    void who_produced_a_song_means_the_roles_that_produce_unless_others_are_asked_for() {
        assertThat(get("/producers"))
                .bodyJson()
                .extractingPath("$.items[*].name")
                .asArray()
                .doesNotContain("Ada Quill");
        assertThat(get("/producers?role=writer"))
                .bodyJson()
                .extractingPath("$.items[*].name")
                .asArray()
                .containsExactly("Ada Quill");
        assertThat(get("/producers?role=any"))
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(4);
    }

    @Test
    void releases_of_one_recording_count_as_one_song_and_a_merged_producer_as_the_one_it_became() {
        MvcTestResult found = get("/producers?q=orsted");
        assertThat(found).bodyJson().extractingPath("$.total").isEqualTo(1);
        assertThat(found).bodyJson().extractingPath("$.items[0].songs").isEqualTo(2);
        assertThat(found).bodyJson().extractingPath("$.items[0].tracks").isEqualTo(3);
        assertThat(get("/producers/" + CatalogFixture.MERGED))
                .bodyJson()
                .extractingPath("$.id")
                .isEqualTo(CatalogFixture.ORSTED.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "contact=true, Beatmonger",
        "verification=several sources, Nils Ørsted",
        "source=musicbrainz, Nils Ørsted",
        "artist=00000000-0000-0000-0000-0000000000a1, Nils Ørsted",
        "sort=confidence, Nils Ørsted",
        "sort=popularity, Nils Ørsted",
    })
    void a_search_is_narrowed_and_ordered(String parameter, String first) {
        String[] pair = parameter.split("=", 2);
        assertThat(http.get().uri("/producers").param(pair[0], pair[1]).exchange())
                .bodyJson()
                .extractingPath("$.items[0].name")
                .isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({
        "/producers?role=king, role",
        "/producers?sort=luck, sort",
        "/producers?verification=maybe, verification",
        "/producers?page=0, page",
        "/producers?size=501, size",
        "/producers?artist=x, artist",
        "/producers?contact=perhaps, contact",
        "/credits/export.csv, producer",
        "/tracks, q",
    })
    void a_refused_parameter_is_named(String uri, String field) {
        assertThat(get(uri)).hasStatus(400).bodyJson().extractingPath("$.field").isEqualTo(field);
    }

    @Test
    void a_term_that_is_too_long_is_refused_and_one_that_is_a_pattern_is_taken_literally() {
        assertThat(http.get().uri("/producers").param("q", "x".repeat(10_000)).exchange())
                .hasStatus(400);
        assertThat(http.get().uri("/producers").param("q", "%").exchange())
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(0);
    }

    @Test
    void a_long_answer_comes_in_pages() {
        MvcTestResult second = get("/producers?role=any&sort=name&size=2&page=2");
        assertThat(second).bodyJson().extractingPath("$.total").isEqualTo(4);
        assertThat(second).bodyJson().extractingPath("$.items.length()").isEqualTo(2);
    }

    @Test
    void a_producer_is_shown_with_roles_artists_and_identities() {
        MvcTestResult producer = get("/producers/" + CatalogFixture.BEATMONGER);
        assertThat(producer).bodyJson().extractingPath("$.aliases").asArray().containsExactly("Monty Beats");
        assertThat(producer).bodyJson().extractingPath("$.producedSongs").isEqualTo(1);
        assertThat(producer)
                .bodyJson()
                .extractingPath("$.artists[*].artistName")
                .asArray()
                .containsExactly("The Paper Foxes");
        assertThat(producer).bodyJson().extractingPath("$.roles[1].role").isEqualTo("executive");
        assertThat(get("/producers/" + CatalogFixture.ORSTED))
                .bodyJson()
                .extractingPath("$.identities[0].url")
                .isEqualTo("https://musicbrainz.org/artist/11111111-2222-3333-4444-555555555555");
        assertThat(get("/producers/" + CatalogFixture.ORSTED + "/tracks"))
                .bodyJson()
                .extractingPath("$.items[*].name")
                .asArray()
                .containsExactly("Undertow", "Lantern");
        assertThat(get("/producers/" + CatalogFixture.ORSTED + "/collaborations"))
                .bodyJson()
                .extractingPath("$[0].tracks")
                .isEqualTo(3);
    }

    @Test
    void a_producer_s_pages_are_shown_but_nothing_that_a_browser_would_run() {
        assertThat(get("/producers/" + CatalogFixture.BEATMONGER))
                .bodyJson()
                .extractingPath("$.profile.pages[*].url")
                .asArray()
                .containsExactly("https://soundcloud.com/beatmonger");
        assertThat(get("/pages/producers/" + CatalogFixture.BEATMONGER))
                .bodyText()
                .contains("Drums, mostly.", "mailto:studio@beatmonger.example")
                .doesNotContain("javascript:");
    }

    @Test
    void a_track_is_shown_with_each_credit_s_evidence_and_the_answers_that_name_nobody() {
        MvcTestResult track = get("/tracks/" + CatalogFixture.UNDERTOW);
        assertThat(track).bodyJson().extractingPath("$.credits[0].producerName").isEqualTo("Nils Ørsted");
        assertThat(track)
                .bodyJson()
                .extractingPath("$.credits[0].evidence[*].rawName")
                .asArray()
                .containsExactlyInAnyOrder("Nils Ørsted", "N. Orsted");
        assertThat(track)
                .bodyJson()
                .extractingPath("$.releases[*].albumName")
                .asArray()
                .containsExactly("Tidal (Deluxe)");
        assertThat(get("/tracks/" + CatalogFixture.UNKNOWN_SONG))
                .bodyJson()
                .extractingPath("$.answers[0].outcome")
                .isEqualTo("none_found");
        assertThat(get("/tracks?q=undertoe"))
                .bodyJson()
                .extractingPath("$[*].name")
                .asArray()
                .containsExactly("Undertow");
    }

    @Test
    void an_artist_is_shown_with_progress_producers_and_songs() {
        String artist = "/artists/" + CatalogFixture.VALE;
        assertThat(get("/artists?q=luma"))
                .bodyJson()
                .extractingPath("$.items[0].songsWithProducer")
                .isEqualTo(2);
        assertThat(get(artist)).bodyJson().extractingPath("$.songs").isEqualTo(3);
        assertThat(get(artist + "/progress"))
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("complete");
        assertThat(get(artist + "/producers"))
                .bodyJson()
                .extractingPath("$.items[*].name")
                .asArray()
                .containsExactly("Nils Ørsted");
        assertThat(get(artist + "/songs"))
                .bodyJson()
                .extractingPath("$.items[*].asked")
                .asArray()
                .containsExactly(false, true, true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/producers/",
                "/producers/%s/tracks",
                "/artists/",
                "/artists/%s/progress",
                "/tracks/",
                "/pages/tracks/"
            })
    void what_is_not_known_is_not_found(String path) {
        String id = "00000000-0000-0000-0000-00000000ffff";
        assertThat(get(path.contains("%s") ? path.formatted(id) : path + id)).hasStatus(404);
    }

    @Test
    void a_search_leaves_as_csv_in_which_no_name_is_a_formula() {
        assertThat(get("/producers/export.csv?q=cmd"))
                .hasStatusOk()
                .hasHeader("Content-Disposition", "attachment; filename=\"producers.csv\"")
                .bodyText()
                .startsWith("producer_id,name,songs")
                .contains(",'=cmd|' /C calc'!A0,1,");
        assertThat(get("/producers/export.csv?excel=true")).bodyText().startsWith("\uFEFFproducer_id");
    }

    @Test
    void credits_leave_as_csv_and_json_with_their_isrc() {
        assertThat(get("/credits/export.csv?artist=" + CatalogFixture.VALE))
                .bodyText()
                .contains("Nils Ørsted,producer,Luma Vale,Undertow,Tidal,2021-03-05,QZAAA2600001,")
                .contains("Ada Quill,writer")
                .doesNotContain("Foxtrot");
        assertThat(get("/credits/export.json?producer=" + CatalogFixture.MERGED))
                .bodyJson()
                .extractingPath("$.length()")
                .isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?q=orsted",
                "/?role=any&contact=true",
                "/pages/artists",
                "/pages/artists/00000000-0000-0000-0000-0000000000a1",
                "/pages/producers/00000000-0000-0000-0000-0000000000e1",
                "/pages/tracks",
                "/pages/tracks?q=undertow",
                "/pages/tracks/00000000-0000-0000-0000-0000000000d1",
                "/pages/tracks/00000000-0000-0000-0000-0000000000d4"
            })
    void every_page_is_whole(String uri) {
        assertThat(http.get().uri(uri).accept(MediaType.TEXT_HTML).exchange())
                .hasStatusOk()
                .bodyText()
                .contains("<main id=\"main\">", "/assets/style.css", "</html>");
    }

    @Test
    void the_description_of_the_api_is_there_for_programs() {
        assertThat(get("/v3/api-docs"))
                .bodyJson()
                .extractingPath("$.paths")
                .asMap()
                .containsKeys("/producers", "/tracks/{id}");
    }

    /** From the fifth time on, the driver has the server send numbers in binary. */
    @Test
    void an_answer_is_the_same_however_often_it_is_asked_for() throws Exception {
        for (String uri : List.of(
                "/credits/export.csv?artist=" + CatalogFixture.VALE,
                "/producers/export.csv?q=cmd",
                "/producers/" + CatalogFixture.MERGED + "/tracks",
                "/producers?q=cmd")) {
            String first = get(uri).getResponse().getContentAsString();
            for (int i = 0; i < 12; i++) {
                assertThat(get(uri)).bodyText().isEqualTo(first);
            }
        }
    }

    private MvcTestResult get(String uri) {
        return http.get().uri(uri).exchange();
    }
}
