package dev.producerdiscovery.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

/** In which forms the catalogue answers: as files, as pages, by a description of itself, and in any case soon. */
class CatalogAnswersTest extends RunningCatalog {

    @Test
    void a_request_on_a_connection_that_went_silent_ends_long_before_the_network_gives_it_up(
            @Autowired HikariDataSource pool) {
        assertThat(pool.getDataSourceProperties()).containsEntry("socketTimeout", "40");
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
}
