package dev.producerdiscovery.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.simulator.catalogue.Contributor;
import dev.producerdiscovery.simulator.catalogue.LyricsPage;
import dev.producerdiscovery.simulator.catalogue.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.IntNode;

class GeniusFaceTest extends SimulatorTest {

    @Test
    void every_call_needs_a_good_token_and_a_name() {
        String search = "/genius/search?q=anything";

        assertThat(caller.get(search).json().path("meta").path("status").asInt())
                .isEqualTo(401);
        assertThat(caller.get(search, "Authorization", "Bearer revoked")
                        .json()
                        .path("error")
                        .asString())
                .isEqualTo("invalid_token");
        assertThat(caller.get(search, "Authorization", "Bearer any", "User-Agent", "Java-http-client/21")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_song_is_among_the_hits_though_not_always_first() {
        LyricsPage page = ownPages().getFirst();

        List<JsonNode> results = hits(page.title() + " " + page.artist().names().genius());

        assertThat(results).extracting(hit -> hit.path("id").asLong()).contains(page.id());
        assertThat(results.getFirst().path("full_title").asString()).contains("\u00a0");
    }

    @Test
    void some_songs_are_outranked_by_translations_or_copies() {
        assertThat(catalogue.pages().stream()
                        .filter(page -> page.recording() != null)
                        .filter(page ->
                                hits(page.title() + " " + page.artist().names().genius())
                                                .getFirst()
                                                .path("id")
                                                .asLong()
                                        != page.id()))
                .isNotEmpty();
    }

    @Test
    void a_song_names_its_producers_by_id_and_its_companies_by_label() {
        LyricsPage page = ownPages().stream()
                .filter(one -> one.credits().size() > 1 && one.id() % 3 == 0)
                .findFirst()
                .orElseThrow();

        JsonNode song =
                caller.genius("/songs/" + page.id()).json().path("response").path("song");

        assertThat(song.path("producer_artists").get(0).path("id").asLong())
                .isEqualTo(page.credits().getFirst().who().ids().genius());
        assertThat(song.path("custom_performances").findValuesAsString("label"))
                .contains("Label", "Production Manager");
    }

    @Test
    void texts_come_in_the_form_that_was_asked_for() {
        LyricsPage page = catalogue.pages().getFirst();

        assertThat(description(page, "")).containsExactly("dom");
        assertThat(description(page, "?text_format=plain,html")).containsExactly("plain", "html");
    }

    @Test
    void an_artist_brings_the_handle_where_somebody_entered_it() {
        Contributor told = catalogue.contributors().stream()
                .filter(who -> who.profile().instagramStatedBy().contains(Source.GENIUS))
                .filter(who -> who.ids().genius() != null)
                .findFirst()
                .orElseThrow();

        assertThat(caller.genius("/artists/" + told.ids().genius())
                        .json()
                        .path("response")
                        .path("artist")
                        .path("instagram_name")
                        .asString())
                .isEqualTo(told.profile().instagram());
    }

    @Test
    void an_artists_list_has_every_page_once_by_title() {
        Contributor who = catalogue.contributors().stream()
                .filter(one -> one.ids().genius() != null)
                .max(Comparator.comparingInt(one -> catalogue.pagesOf(one).size()))
                .orElseThrow();
        List<LyricsPage> all = catalogue.pagesOf(who);
        List<JsonNode> rows = new ArrayList<>();
        JsonNode next = IntNode.valueOf(1);
        while (next.isInt()) {
            JsonNode page = caller.genius(
                            "/artists/" + who.ids().genius() + "/songs?per_page=5&sort=title&page=" + next.asInt())
                    .json()
                    .path("response");
            assertThat(page.path("songs").size()).isLessThanOrEqualTo(5);
            page.path("songs").forEach(rows::add);
            next = page.path("next_page");
        }

        assertThat(all).as("more than a page").hasSizeGreaterThan(5);
        assertThat(next.isNull()).isTrue();
        assertThat(rows)
                .extracting(row -> row.path("id").asLong())
                .containsExactlyInAnyOrderElementsOf(
                        all.stream().map(LyricsPage::id).toList());
        assertThat(rows)
                .extracting(row ->
                        row.path("title").asString().replace('\u00a0', ' ').replace("\u200b", ""))
                .isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
    }

    @Test
    void an_artists_list_also_has_what_the_artist_is_a_guest_on_and_translations() {
        List<LyricsPage> guests = catalogue.pages().stream()
                .filter(page ->
                        page.featured().stream().anyMatch(who -> who.ids().genius() != null))
                .toList();
        Contributor guest = guests.stream()
                .flatMap(page -> page.featured().stream())
                .filter(who -> who.ids().genius() != null)
                .findFirst()
                .orElseThrow();

        assertThat(caller.genius("/artists/" + guest.ids().genius() + "/songs?per_page=50")
                        .json()
                        .path("response")
                        .path("songs")
                        .findValuesAsString("primary_artist_names"))
                .anyMatch(names -> !names.equals(guest.names().genius()));
        assertThat(guests).anyMatch(page -> page.artist().name().startsWith("Genius "));
    }

    @Test
    void an_unknown_song_and_a_path_of_the_website_are_told_apart() {
        assertThat(caller.genius("/songs/1").json().path("meta").path("message").asString())
                .isEqualTo("404 Not Found");
        assertThat(caller.genius("/artists/1/albums").status()).isEqualTo(403);
    }

    private List<LyricsPage> ownPages() {
        return catalogue.pages().stream()
                .filter(page -> page.artist().equals(example().who()))
                .toList();
    }

    private List<JsonNode> hits(String query) {
        return caller.genius("/search?q=" + encoded(query))
                .json()
                .path("response")
                .path("hits")
                .valueStream()
                .map(hit -> hit.path("result"))
                .toList();
    }

    private Iterable<String> description(LyricsPage page, String parameters) {
        return caller.genius("/songs/" + page.id() + parameters)
                .json()
                .path("response")
                .path("song")
                .path("description")
                .propertyNames();
    }
}
