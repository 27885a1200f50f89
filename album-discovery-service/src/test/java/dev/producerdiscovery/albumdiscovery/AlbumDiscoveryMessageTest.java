package dev.producerdiscovery.albumdiscovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class AlbumDiscoveryMessageTest {

    private static final UUID ARTIST = UUID.fromString("00000000-0000-4000-8000-000000000002");

    @Test
    void a_message_without_an_offset_begins_at_the_first_album() {
        assertThat(read("{\"artistId\": \"%s\"}".formatted(ARTIST)).start()).isZero();
    }

    @Test
    void a_message_without_an_artist_says_so() {
        assertThatThrownBy(() -> read("{\"offset\": 0}"))
                .hasRootCauseExactlyInstanceOf(IllegalArgumentException.class)
                .hasRootCauseMessage("artistId is missing");
    }

    @Test
    void a_negative_offset_is_refused() {
        assertThatThrownBy(() -> read("{\"artistId\": \"%s\", \"offset\": -10}".formatted(ARTIST)))
                .hasRootCauseMessage("offset must not be negative, but is -10");
    }

    private static AlbumDiscoveryMessage read(String json) {
        return JsonMapper.shared().readValue(json, AlbumDiscoveryMessage.class);
    }
}
