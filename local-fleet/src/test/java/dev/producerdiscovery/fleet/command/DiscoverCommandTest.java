package dev.producerdiscovery.fleet.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.producerdiscovery.fleet.process.FleetException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DiscoverCommandTest {

    @Test
    void words_without_quotes_are_one_name() {
        assertThat(DiscoverCommand.request(List.of("Ottoline", "Vesper"), false))
                .isEqualTo(Map.of("artistName", "Ottoline Vesper"));
    }

    @Test
    void an_id_or_a_link_is_no_name() {
        assertThat(DiscoverCommand.request(List.of("4Z8W4fKeB5YxbusRsdQVPb"), false))
                .isEqualTo(Map.of("artistId", "4Z8W4fKeB5YxbusRsdQVPb"));
        assertThat(DiscoverCommand.request(List.of("https://open.spotify.com/artist/4Z8W4fKeB5YxbusRsdQVPb"), false))
                .containsKey("artistId");
    }

    @Test
    void two_names_in_quotes_are_refused_instead_of_joined() {
        assertThatThrownBy(() -> DiscoverCommand.request(List.of("Ottoline Vesper", "Mira Kel"), false))
                .isInstanceOf(FleetException.class)
                .hasMessageContaining("One artist at a time");
    }

    @Test
    void an_empty_name_is_refused_with_an_example() {
        assertThatThrownBy(() -> DiscoverCommand.request(List.of(" "), false))
                .isInstanceOf(FleetException.class)
                .hasMessageContaining("./fleet discover Ottoline Vesper");
    }
}
