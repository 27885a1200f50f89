package dev.producerdiscovery.provider.discogs;

import static dev.producerdiscovery.provider.support.FakeProvider.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.producerdiscovery.provider.Secret;
import dev.producerdiscovery.provider.support.FakeProvider;
import dev.producerdiscovery.worker.failure.ThrottledFailure;
import dev.producerdiscovery.worker.failure.TransientFailure;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DiscogsClientTest {

    private static final String MARA =
            "{'name': 'Mara Vale (2)', 'anv': 'M. Vale', 'join': '', 'role': 'Producer [Additional, Uncredited], Mixed By',"
                    + " 'tracks': 'A1 to A2', 'id': 77, 'resource_url': 'https://discogs.invalid/artists/77'}";

    private final FakeProvider provider = new FakeProvider();
    private final DiscogsClient client = client("the-token");

    @AfterEach
    void stop() {
        provider.close();
    }

    @Test
    void releases_are_found_by_barcode_and_by_title() {
        provider.answer(
                "/database/search",
                "{'pagination': {'items': 1}, 'results': [{'id': 5, 'type': 'release', 'title': 'Hollow Lake - Tides',"
                        + " 'year': '2019', 'barcode': ['0 123456 789012', '']}, null]}");

        assertThat(client.releasesByBarcode("0123456789012"))
                .containsExactly(new DiscogsHit(5, "Hollow Lake - Tides", 2019, List.of("0 123456 789012")));
        assertThat(client.searchReleases("Hollow Lake", "Tides & Moons")).hasSize(1);
        assertThat(provider.requests().getLast().queryParameter("release_title").firstValue())
                .isEqualTo("Tides & Moons");
        assertThat(provider.requests().getLast().getHeader("Authorization")).isEqualTo("Discogs token=the-token");
        assertThat(provider.requests().getLast().getHeader("User-Agent")).startsWith("ProducerDiscovery/");
    }

    @Test
    void a_release_has_tracks_without_headings_and_the_parts_of_medleys() {
        provider.answer(
                "/releases/5",
                "{'id': 5, 'title': 'Tides', 'year': 0, 'extraartists': [" + MARA
                        + "], 'identifiers': [{'type': 'Barcode',"
                        + " 'value': '0 123456 789012'}, {'type': 'Matrix'}], 'artists': [{'id': 1, 'name': 'Hollow Lake',"
                        + " 'anv': '', 'role': '', 'tracks': ''}], 'tracklist': [{'type_': 'heading', 'title': 'Side A',"
                        + " 'position': ''}, {'type_': 'track', 'position': 'A1', 'title': 'Ebb', 'duration': '3:21',"
                        + " 'extraartists': [" + MARA
                        + "]}, {'type_': 'index', 'title': 'Medley', 'sub_tracks': [{'type_':"
                        + " 'track', 'position': 'A2a', 'title': 'Flow', 'duration': '1:02:03'}, {'type_': 'track',"
                        + " 'position': 'A2b', 'title': 'Slack', 'duration': 'ca. 4 min'}]}]}");

        DiscogsRelease release = client.release(5).orElseThrow();

        assertThat(release.year()).isNull();
        assertThat(release.barcodes()).containsExactly("0 123456 789012");
        assertThat(release.credits())
                .containsExactly(new DiscogsCredit(
                        77, "Mara Vale (2)", "M. Vale", "Producer [Additional, Uncredited], Mixed By", "A1 to A2"));
        assertThat(release.artists()).containsExactly(new DiscogsCredit(1, "Hollow Lake", null, "", null));
        assertThat(release.tracks()).extracting(DiscogsTrack::position).containsExactly("A1", "A2a", "A2b");
        assertThat(release.tracks()).extracting(DiscogsTrack::durationMs).containsExactly(201_000, 3_723_000, null);
        assertThat(release.tracks().getFirst().credits()).hasSize(1);
    }

    @Test
    void an_artist_comes_with_links() {
        provider.answer(
                "/artists/77",
                "{'id': 77, 'name': 'Mara Vale (2)', 'realname': '', 'profile': 'Works at night.', 'urls':"
                        + " ['https://www.instagram.com/maravale/'], 'namevariations': ['M. Vale'], 'aliases': [{'id': 9,"
                        + " 'name': 'Night Shift'}], 'images': [{'uri': ''}, {'uri': 'https://img.invalid/77'}]}");

        assertThat(client.artist(77))
                .contains(new DiscogsArtist(
                        77,
                        "Mara Vale (2)",
                        null,
                        "Works at night.",
                        "https://img.invalid/77",
                        List.of("https://www.instagram.com/maravale/"),
                        List.of("M. Vale"),
                        List.of("Night Shift")));
    }

    @Test
    void what_is_not_there_is_empty() {
        provider.answer("/releases/6", json(404, "{'message': 'Release not found.'}"));
        provider.answer("/releases/7", json(200, "{'message': 'Release not found.'}"));

        assertThat(client.release(6)).isEmpty();
        assertThat(client.release(7)).isEmpty();
    }

    @Test
    void a_message_alone_is_an_error_whatever_the_status() {
        provider.answer("/releases/6", json(200, "{'message': 'Query time exceeded.'}"));

        assertThatExceptionOfType(TransientFailure.class)
                .isThrownBy(() -> client.release(6))
                .withMessageContaining("Query time exceeded.");
    }

    @Test
    void being_too_fast_parks_discogs_for_a_minute() {
        provider.answer("/releases/6", json(429, "{'message': 'You are making requests too quickly.'}"));

        assertThatExceptionOfType(ThrottledFailure.class)
                .isThrownBy(() -> client.release(6))
                .satisfies(failure -> assertThat(failure.until())
                        .isEqualTo(provider.clock().instant().plusSeconds(60)));
    }

    @Test
    void a_wrong_token_parks_discogs_and_says_which_to_check() {
        provider.answer("/releases/6", json(401, "{'message': 'You must authenticate to access this resource.'}"));

        assertThatExceptionOfType(ThrottledFailure.class)
                .isThrownBy(() -> client.release(6))
                .withMessageContaining("DISCOGS_TOKEN")
                .withMessageNotContaining("the-token");
    }

    @Test
    void without_a_token_nothing_is_called() {
        DiscogsClient unconfigured = client("");

        assertThat(unconfigured.isConfigured()).isFalse();
        assertThatExceptionOfType(ThrottledFailure.class).isThrownBy(() -> unconfigured.artist(1));
        assertThat(provider.requests()).isEmpty();
    }

    private DiscogsClient client(String token) {
        return new DiscogsAutoConfiguration()
                .discogsClient(provider.factory(), new DiscogsProperties(provider.url(), Secret.valueOf(token)));
    }
}
