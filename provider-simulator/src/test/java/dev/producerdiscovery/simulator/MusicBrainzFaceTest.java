package dev.producerdiscovery.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.simulator.Caller.Answer;
import dev.producerdiscovery.simulator.catalogue.Contributor;
import dev.producerdiscovery.simulator.catalogue.Release;
import dev.producerdiscovery.simulator.catalogue.Source;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MusicBrainzFaceTest extends SimulatorTest {

    private static final String ALBUM = "https://open.spotify.com/album/";
    private static final String CREDITS =
            "?inc=recordings+artist-credits+isrcs+artist-rels+recording-level-rels+work-rels+work-level-rels";

    @Test
    void who_does_not_say_how_to_be_reached_is_refused() {
        Answer answer = caller.get(
                "/musicbrainz/ws/2/release/" + mapped().mbid() + "?fmt=json", "User-Agent", "Java-http-client/21");

        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void who_asks_for_no_json_gets_xml() {
        Answer answer = caller.get("/musicbrainz/ws/2/release/" + mapped().mbid());

        assertThat(answer.text()).startsWith("<?xml");
    }

    @Test
    void a_hundred_addresses_are_looked_up_at_once_and_those_beyond_are_dropped() {
        String unknown =
                IntStream.range(0, 99).mapToObj(i -> "resource=" + ALBUM + i).collect(Collectors.joining("&"));
        String known = "resource=" + ALBUM + mapped().spotifyId();

        JsonNode within = caller.musicBrainz("/url?" + unknown + "&" + known + "&inc=release-rels")
                .json();
        JsonNode beyond = caller.musicBrainz(
                        "/url?" + unknown + "&resource=" + ALBUM + "x&" + known + "&inc=release-rels")
                .json();

        assertThat(within.path("url-count").asInt()).isEqualTo(1);
        assertThat(within.path("urls")
                        .get(0)
                        .path("relations")
                        .get(0)
                        .path("release")
                        .path("id")
                        .asString())
                .isEqualTo(mapped().mbid());
        assertThat(beyond.path("url-count").asInt()).isZero();
    }

    @Test
    void one_address_alone_is_answered_by_itself_or_not_found() {
        assertThat(caller.musicBrainz("/url?resource=" + ALBUM + mapped().spotifyId() + "&inc=release-rels")
                        .json()
                        .path("relations")
                        .size())
                .isEqualTo(1);
        assertThat(caller.musicBrainz("/url?resource=" + ALBUM + "unknown").status())
                .isEqualTo(404);
    }

    @Test
    void one_call_gives_the_credits_of_a_whole_album() {
        JsonNode tracks = caller.musicBrainz("/release/" + mapped().mbid() + CREDITS)
                .json()
                .path("media")
                .get(0)
                .path("tracks");

        assertThat(tracks.size()).isEqualTo(mapped().tracks().size());
        assertThat(tracks.findValuesAsString("type")).contains("producer", "performance", "writer");
        assertThat(tracks.findValues("isrcs")).isNotEmpty();
    }

    @Test
    void only_what_was_asked_for_is_answered() {
        JsonNode bare = caller.musicBrainz("/release/" + mapped().mbid()).json();
        JsonNode tracks = caller.musicBrainz("/release/" + mapped().mbid() + "?inc=recordings")
                .json();

        assertThat(bare.has("media")).isFalse();
        assertThat(tracks.findValues("relations")).isEmpty();
        assertThat(tracks.findValues("isrcs")).isEmpty();
        assertThat(tracks.findValues("artist-credit")).isEmpty();
    }

    @Test
    void the_isrc_lookup_does_not_go_into_works() {
        String isrc = String.valueOf(mapped().tracks().getFirst().isrc());

        Answer answer = caller.musicBrainz("/isrc/" + isrc + "?inc=artist-rels+work-level-rels");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("error").asString()).contains("work-level-rels");
    }

    @Test
    void ids_and_codes_are_checked_before_they_are_looked_up() {
        assertThat(caller.musicBrainz("/isrc/nonsense").json().path("error").asString())
                .isEqualTo("Invalid isrc.");
        assertThat(caller.musicBrainz("/artist/nonsense").json().path("error").asString())
                .isEqualTo("Invalid mbid.");
        assertThat(caller.musicBrainz("/isrc/XXXXX0000000").status()).isEqualTo(404);
    }

    @Test
    void an_artists_links_lead_to_the_other_sources() {
        Contributor linked = catalogue.contributors().stream()
                .filter(who -> who.ids().linked().containsAll(List.of(Source.GENIUS, Source.DISCOGS)))
                .filter(who -> !who.names().aliases().isEmpty())
                .findFirst()
                .orElseThrow();

        JsonNode artist = caller.musicBrainz(
                        "/artist/" + Objects.requireNonNull(linked.ids().mbid()) + "?inc=url-rels+aliases")
                .json();

        assertThat(artist.findValuesAsString("resource"))
                .contains(
                        linked.geniusPage(),
                        "https://www.discogs.com/artist/" + linked.ids().discogs());
        assertThat(artist.path("aliases").get(0).path("name").asString())
                .isEqualTo(linked.names().aliases().getFirst());
    }

    private Release mapped() {
        return catalogue.releasesOf(example()).stream()
                .filter(Release::linkedToSpotify)
                .filter(release -> release.kind() == Release.Kind.ALBUM
                        && release.credits().isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
