package dev.producerdiscovery.provider.spotify;

import static dev.producerdiscovery.provider.support.FakeProvider.json;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.producerdiscovery.worker.failure.TransientFailure;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpotifyBatchesTest extends ClientOfSpotify {

    @Test
    void several_tracks_are_found_by_the_ids_they_were_asked_for() {
        provider.answer("/v1/artists/a1", FULL_ARTIST);
        provider.answer(
                "/v1/tracks",
                "{'tracks': [{'id': 'relinked', 'name': 'Ebb', 'external_ids': {}, " + TRACK_FIELDS + "}, null]}");
        client.artist("a1");

        assertThat(client.tracks(List.of("t1", "unknown"))).containsOnlyKeys("t1");
    }

    @Test
    void several_tracks_without_their_list_are_no_answer() {
        provider.answer("/v1/artists/a1", FULL_ARTIST);
        provider.answer("/v1/tracks", "{'items': []}");
        client.artist("a1");

        assertThatExceptionOfType(TransientFailure.class)
                .isThrownBy(() -> client.tracks(List.of("t1")))
                .withMessageContaining("the answer has no tracks");
    }

    @Test
    void many_tracks_take_a_call_per_fifty() {
        provider.answer("/v1/artists/a1", FULL_ARTIST);
        provider.answer("/v1/tracks", "{'tracks': []}");
        client.artist("a1");

        client.tracks(IntStream.range(0, 101).mapToObj(i -> "t" + i).toList());

        assertThat(provider.requests("/v1/tracks")).hasSize(3);
    }

    @Test
    void several_tracks_are_never_asked_for_in_development_mode() {
        provider.answer("/v1/artists/a1", SHORT_ARTIST);
        client.artist("a1");

        assertThat(client.tracks(List.of("t1"))).isEmpty();
        assertThat(provider.requests("/v1/tracks")).isEmpty();
    }

    @Test
    void refused_batches_are_not_asked_for_twice() {
        provider.answer("/v1/artists/a1", FULL_ARTIST);
        provider.answer("/v1/tracks", json(403, "{'error': {'status': 403, 'message': 'Forbidden'}}"));
        client.artist("a1");

        assertThat(client.tracks(List.of("t1"))).isEmpty();
        assertThat(client.tracks(List.of("t2"))).isEmpty();

        assertThat(provider.requests("/v1/tracks")).hasSize(1);
        assertThat(provider.budget().parks()).isEmpty();
    }

    @Test
    void several_albums_come_whole_by_the_ids_they_were_asked_for() {
        extended();
        provider.answer("/v1/albums", "{'albums': [" + wholeAlbum("b1") + ", null, " + wholeAlbum("elsewhere") + "]}");

        Map<String, SpotifyAlbum> albums =
                client.albums(List.of("b1", "unknown", "b3")).orElseThrow();

        assertThat(albums).containsOnlyKeys("b1", "b3");
        SpotifyPage<SpotifyTrack> tracks =
                requireNonNull(requireNonNull(albums.get("b3")).tracks());
        assertThat(tracks.items()).extracting(SpotifyTrack::name).containsExactly("Ebb");
        assertThat(provider.requests("/v1/albums")
                        .getFirst()
                        .queryParameter("ids")
                        .firstValue())
                .isEqualTo("b1,unknown,b3");
        assertThat(provider.requests("/v1/albums")
                        .getFirst()
                        .queryParameter("market")
                        .firstValue())
                .isEqualTo("NL");
    }

    @Test
    void many_albums_take_a_call_per_twenty() {
        extended();
        provider.answer("/v1/albums", "{'albums': []}");

        client.albums(IntStream.range(0, 41).mapToObj(i -> "b" + i).toList());

        assertThat(provider.requests("/v1/albums")).hasSize(3);
    }

    @Test
    void in_development_mode_nothing_is_known_of_several_albums() {
        provider.answer("/v1/artists/a1", SHORT_ARTIST);
        client.artist("a1");

        assertThat(client.albums(List.of("b1", "b2"))).isEmpty();
        assertThat(provider.requests("/v1/albums")).isEmpty();
    }

    @Test
    void refused_batches_of_albums_are_not_asked_for_twice() {
        extended();
        provider.answer("/v1/albums", json(403, "{'error': {'status': 403, 'message': 'Forbidden'}}"));

        assertThat(client.albums(List.of("b1", "b2"))).isEmpty();
        assertThat(client.albums(List.of("b1", "b2"))).isEmpty();
        assertThat(provider.requests("/v1/albums")).hasSize(1);
    }

    private void extended() {
        provider.answer("/v1/artists/a1", FULL_ARTIST);
        client.artist("a1");
    }

    private static String wholeAlbum(String id) {
        return "{'id': '" + id + "', 'name': 'Tides', 'external_ids': {}, " + ALBUM_FIELDS
                + ", 'tracks': {'items': [{'id': 't1', 'name': 'Ebb', " + TRACK_FIELDS
                + "}], 'next': null, 'total': 1}}";
    }
}
