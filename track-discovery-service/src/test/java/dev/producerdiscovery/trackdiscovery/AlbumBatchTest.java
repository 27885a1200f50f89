package dev.producerdiscovery.trackdiscovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.producerdiscovery.worker.Delivery;
import dev.producerdiscovery.worker.Outcome;
import dev.producerdiscovery.worker.Received;
import dev.producerdiscovery.worker.failure.TransientFailure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Albums that are read together. */
class AlbumBatchTest extends TrackStage {

    @Autowired
    AlbumBatch batch;

    private final List<String> read = new ArrayList<>();
    private UUID glass;
    private UUID tide;

    @BeforeEach
    void knowThreeAlbums() {
        glass = album("glass", nova, "album");
        tide = album("tide", nova, "album");
    }

    @Test
    void albums_that_wait_together_take_a_call_for_all_and_one_for_their_tracks() throws Exception {
        facts.remember("spotify", "mode", "extended");
        spotify.albums(album("slow", "t1"), album("glass", "t2"), album("tide", "t3"));
        spotify.batch(full("t1"), full("t2"), full("t3"));

        List<Outcome> outcomes = worker.outcomes(messages(slow, glass, tide));

        assertThat(outcomes).hasSize(3).hasOnlyElementsOfType(Outcome.Done.class);
        assertThat(spotify.calls()).isEqualTo(2);
    }

    @Test
    void each_message_gets_its_own_albums_tracks_with_what_is_known_of_them() {
        facts.remember("spotify", "mode", "extended");
        spotify.albums(album("slow", "t1"), "null", album("tide", "t3"));
        spotify.batch(full("t1"), full("t3"));

        assertThat(handle(slow, glass, tide)).containsExactly("done", "dead", "done");

        assertThat(read).containsExactly("slow: t1 XXt1", "tide: t3 XXt3");
    }

    @Test
    void an_album_that_is_not_stored_is_its_own_messages_end() {
        facts.remember("spotify", "mode", "extended");
        spotify.albums(album("slow", "t1"), album("tide", "t3"));
        spotify.batch(full("t1"), full("t3"));

        assertThat(handle(slow, UUID.randomUUID(), tide)).containsExactly("done", "dead", "done");
    }

    @Test
    void in_development_mode_each_album_is_a_call_and_a_missing_one_fails_alone() {
        spotify.album("slow", false, Spotify.track("t1", "Harbour Lights", 201, NOVA));
        spotify.album("tide", false, Spotify.track("t3", "Marsh Song", 201, NOVA));

        assertThat(handle(slow, glass, tide)).containsExactly("done", "dead", "done");

        assertThat(read).containsExactly("slow: t1 null", "tide: t3 null");
        assertThat(spotify.calls()).isEqualTo(3);
    }

    @Test
    void what_was_read_before_a_failure_is_kept_and_what_comes_behind_is_handed_back() {
        spotify.album("slow", false, Spotify.track("t1", "Harbour Lights", 201, NOVA));
        spotify.breaks("glass");
        spotify.album("tide", false, Spotify.track("t3", "Marsh Song", 201, NOVA));

        assertThat(handle(slow, glass, tide)).containsExactly("done", "later", "later");

        assertThat(read).containsExactly("slow: t1 null");
        assertThat(handle(tide)).containsExactly("done");
        assertThatExceptionOfType(TransientFailure.class)
                .as("whoever is first meets the failure")
                .isThrownBy(() -> handle(glass, tide));
        assertThat(handle(tide)).as("or the next test would meet an outage").containsExactly("done");
    }

    private List<String> handle(UUID... albums) {
        return batch
                .handle(messages(albums), (message, album, listing) -> {
                    listing.tracks()
                            .forEach(track -> read.add(album.spotifyId() + ": " + track.id() + " " + track.isrc()));
                    return Outcome.done();
                })
                .stream()
                .map(AlbumBatchTest::name)
                .toList();
    }

    private static String name(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> "done";
            case Outcome.Dead dead -> "dead";
            case Outcome.RetryLater later -> "later";
            default -> outcome.toString();
        };
    }

    private List<Received<TrackDiscoveryMessage>> messages(UUID... albums) {
        List<Received<TrackDiscoveryMessage>> messages = new ArrayList<>();
        for (UUID album : albums) {
            messages.add(new Received<>(
                    new TrackDiscoveryMessage(album, "x", nova, 0, null, null),
                    new Delivery(
                            worker.queue(),
                            messages.size() + 1,
                            1,
                            0,
                            Instant.parse("2031-03-01T12:00:00Z"),
                            Optional.of(run),
                            Optional.empty())));
        }
        return messages;
    }

    private String album(String id, String track) {
        return spotify.albumJson(id, false, Spotify.track(track, "Song " + track, 201, NOVA));
    }

    private static String full(String track) {
        return Spotify.fullTrack(track, "Song " + track, 201, NOVA, "XX" + track, 44);
    }
}
