package dev.producerdiscovery.provider.spotify;

import static dev.producerdiscovery.provider.support.FakeProvider.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.producerdiscovery.worker.failure.TransientFailure;
import java.util.List;
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
}
