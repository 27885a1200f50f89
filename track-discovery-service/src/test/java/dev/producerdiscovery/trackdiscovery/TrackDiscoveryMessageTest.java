package dev.producerdiscovery.trackdiscovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class TrackDiscoveryMessageTest {

    private static final UUID ALBUM = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final UUID ARTIST = UUID.fromString("00000000-0000-4000-8000-000000000002");

    @Test
    void a_message_without_an_offset_begins_at_the_first_track() {
        TrackDiscoveryMessage message = read("{\"albumId\": \"%s\", \"artistId\": \"%s\"}".formatted(ALBUM, ARTIST));

        assertThat(message.start()).isZero();
        assertThat(message.refreshes()).isFalse();
    }

    @Test
    void a_message_without_an_album_says_so() {
        assertThatThrownBy(() -> read("{\"artistId\": \"%s\"}".formatted(ARTIST)))
                .hasRootCauseMessage("albumId is missing");
    }

    @Test
    void a_message_without_an_artist_says_so() {
        assertThatThrownBy(() -> read("{\"albumId\": \"%s\"}".formatted(ALBUM)))
                .hasRootCauseMessage("artistId is missing");
    }

    @Test
    void a_negative_offset_is_refused() {
        assertThatThrownBy(() ->
                        read("{\"albumId\": \"%s\", \"artistId\": \"%s\", \"offset\": -1}".formatted(ALBUM, ARTIST)))
                .hasRootCauseMessage("offset must not be negative, but is -1");
    }

    private static TrackDiscoveryMessage read(String json) {
        return JsonMapper.shared().readValue(json, TrackDiscoveryMessage.class);
    }
}
