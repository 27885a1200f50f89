package dev.producerdiscovery.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.simulator.Caller.Answer;
import dev.producerdiscovery.simulator.catalogue.Act;
import dev.producerdiscovery.simulator.catalogue.Release;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SpotifyFaceTest extends SimulatorTest {

    @Test
    void client_credentials_buy_a_token_for_an_hour() {
        Answer answer = caller.token();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("token_type").asString()).isEqualTo("Bearer");
        assertThat(answer.json().path("expires_in").asInt()).isEqualTo(3600);
    }

    @Test
    void a_wrong_secret_is_refused_in_the_accounts_services_own_shape() {
        Answer answer = caller.post(
                "/spotify-accounts/api/token",
                "application/x-www-form-urlencoded",
                "grant_type=client_credentials&client_id=a&client_secret=wrong");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("error").asString()).isEqualTo("invalid_client");
    }

    @Test
    void without_a_token_nothing_is_answered() {
        Answer answer = caller.get("/spotify/v1/artists/" + example().spotifyId());

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().path("error").path("message").asString()).isEqualTo("No token provided");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
    }

    @Test
    void a_token_expires() {
        String token = caller.token().json().path("access_token").asString();
        clock.pass(Duration.ofHours(1));

        Answer answer = caller.get("/spotify/v1/artists/" + example().spotifyId(), "Authorization", "Bearer " + token);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text()).contains("The access token expired");
    }

    @Test
    void a_tribute_act_comes_before_the_artist_that_was_searched_for() {
        List<String> names = names(caller.spotify("/search?type=artist&q=" + encoded("otoline VESPER"))
                .json()
                .path("artists")
                .path("items"));

        assertThat(names.getFirst()).contains("Tribute");
        assertThat(names).contains("Ottoline Vesper");
    }

    @Test
    void a_page_of_artists_that_is_not_full_holds_a_null() {
        JsonNode items = caller.spotify("/search?type=artist&q=vesper").json().at("/artists/items");

        assertThat(items.get(items.size() - 1).isNull()).isTrue();
    }

    @Test
    void an_artist_in_extended_quota_mode_has_followers_and_popularity() {
        JsonNode artist = caller.spotify("/artists/" + example().spotifyId()).json();

        assertThat(artist.path("followers").path("total").asInt()).isPositive();
        assertThat(artist.path("popularity").asInt()).isPositive();
        assertThat(artist.path("genres").isArray()).isTrue();
    }

    @Test
    void an_artist_in_development_mode_has_exactly_the_fields_that_were_left() {
        developmentMode();

        assertThat(caller.spotify("/artists/" + example().spotifyId()).json().propertyNames())
                .containsExactlyInAnyOrder("external_urls", "href", "id", "images", "name", "type", "uri");
    }

    @Test
    void development_mode_hands_out_ten_at_most_and_five_unless_asked() {
        developmentMode();
        String albums = "/artists/" + example().spotifyId() + "/albums";

        assertThat(caller.spotify(albums).json().path("limit").asInt()).isEqualTo(5);
        assertThat(caller.spotify(albums + "?limit=10").status()).isEqualTo(200);
        Answer tooMany = caller.spotify(albums + "?limit=11");
        assertThat(tooMany.status()).isEqualTo(400);
        assertThat(tooMany.json().path("error").path("message").asString()).isEqualTo("Invalid limit");
    }

    @Test
    void development_mode_forbids_batch_reads_and_counts_who_asks_again() {
        developmentMode();
        String batch = "/artists?ids=" + example().spotifyId();

        assertThat(caller.spotify(batch).status()).isEqualTo(403);
        assertThat(caller.spotify(batch).status()).isEqualTo(403);

        assertThat(caller.get("/_stats").json().path("refused_and_asked_again").toString())
                .isEqualTo("{\"spotify artists: Forbidden\":1}");
    }

    @Test
    void a_batch_holds_null_for_an_unknown_id() {
        JsonNode artists = caller.spotify("/artists?ids=" + example().spotifyId() + "," + "0".repeat(22))
                .json()
                .path("artists");

        assertThat(artists.size()).isEqualTo(2);
        assertThat(artists.get(1).isNull()).isTrue();
    }

    @Test
    void pages_lead_through_all_albums_of_both_groups() {
        Act act = example();
        List<String> ids = new ArrayList<>();
        String path = "/artists/" + act.spotifyId() + "/albums?include_groups=album,single&limit=2";
        while (!path.isEmpty()) {
            JsonNode page = caller.spotify(path).json();
            page.path("items").forEach(item -> ids.add(item.path("id").asString()));
            path = page.path("next").asString("").replaceFirst(".*/spotify/v1", "");
        }

        assertThat(ids)
                .containsExactlyElementsOf(catalogue.releasesOf(act).stream()
                        .filter(release -> List.of("album", "single").contains(release.groupFor(act)))
                        .map(Release::spotifyId)
                        .toList());
    }

    @Test
    void an_album_embeds_its_tracks_without_codes_and_a_track_has_its_code() {
        Release release = catalogue.releasesOf(example()).getFirst();
        JsonNode album = caller.spotify("/albums/" + release.spotifyId()).json();
        JsonNode row = album.path("tracks").path("items").get(0);
        JsonNode track = caller.spotify("/tracks/" + row.path("id").asString()).json();

        assertThat(album.path("tracks").path("items").size())
                .isEqualTo(release.tracks().size());
        assertThat(row.has("external_ids")).isFalse();
        assertThat(track.path("external_ids").path("isrc").asString())
                .isEqualTo(release.tracks().getFirst().isrc());
        assertThat(track.path("album").path("id").asString()).isEqualTo(release.spotifyId());
    }

    @Test
    void what_was_taken_down_has_no_name() {
        Release gone = catalogue.releases().stream()
                .filter(Release::takenDown)
                .findFirst()
                .orElseThrow();
        JsonNode album = caller.spotify("/albums/" + gone.spotifyId()).json();

        assertThat(album.path("name").asString()).isEmpty();
        assertThat(album.path("tracks").path("items").get(0).path("name").asString())
                .isEmpty();
    }

    @Test
    void a_code_finds_every_release_of_the_recording() {
        String isrc = String.valueOf(
                catalogue.releasesOf(example()).getFirst().tracks().getFirst().isrc());

        JsonNode tracks =
                caller.spotify("/search?type=track&q=isrc:" + isrc).json().path("tracks");

        assertThat(tracks.path("total").asInt()).isGreaterThan(1);
        tracks.path("items")
                .forEach(track -> assertThat(
                                track.path("external_ids").path("isrc").asString())
                        .isEqualTo(isrc));
    }

    @Test
    void unknown_and_impossible_ids_are_told_apart() {
        assertThat(caller.spotify("/artists/" + "0".repeat(22)).status()).isEqualTo(404);
        assertThat(caller.spotify("/artists/not-an-id").text()).contains("Invalid base62 id");
    }

    private void developmentMode() {
        caller.faults("{\"developmentMode\": true}");
    }

    private static List<String> names(JsonNode items) {
        List<String> names = new ArrayList<>();
        items.valueStream()
                .filter(item -> !item.isNull())
                .forEach(item -> names.add(item.path("name").asString()));
        return names;
    }
}
