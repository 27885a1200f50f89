package dev.producerdiscovery.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ControlTest extends SimulatorTest {

    @Test
    void health_says_how_big_the_catalogue_is() {
        assertThat(caller.get("/_health").json().path("artists").asInt()).isEqualTo(12);
        assertThat(caller.get("/actuator/health").json().path("status").asString())
                .isEqualTo("UP");
    }

    @Test
    void the_list_of_artists_begins_with_the_example() {
        JsonNode artists = caller.get("/_artists").json();

        assertThat(artists.size()).isEqualTo(12);
        assertThat(artists.get(0).path("name").asString()).isEqualTo("Ottoline Vesper");
    }

    @Test
    void the_truth_names_producers_tracks_and_lookalikes() {
        JsonNode artist = caller.get("/_truth?artist=" + encoded("ottoline vesper"))
                .json()
                .at("/artists/0");
        JsonNode song = artist.path("songs").get(0);

        assertThat(artist.path("spotify_id").asString()).isEqualTo(example().spotifyId());
        assertThat(song.path("producers").size()).isPositive();
        assertThat(song.path("tracks").size()).isGreaterThan(1);
        assertThat(song.path("must_not_be_credited").size()).isPositive();
        assertThat(song.at("/credits/0/sources").size()).isPositive();
    }

    @Test
    void nobody_knows_the_truth_about_an_unknown_artist() {
        assertThat(caller.get("/_truth?artist=nobody").status()).isEqualTo(404);
    }

    @Test
    void calls_are_counted_by_provider_endpoint_and_status() {
        caller.spotify("/artists/" + example().spotifyId());
        caller.spotify("/artists/" + "0".repeat(22));

        JsonNode stats = caller.get("/_stats").json();

        assertThat(stats.at("/totals/spotify").asInt()).isEqualTo(2);
        assertThat(stats.path("calls").path("spotify").path("artists/{id}").toString())
                .isEqualTo("{\"200\":1,\"404\":1}");
        assertThat(stats.at("/totals/spotify-accounts").asInt()).isEqualTo(2);
    }
}
