package dev.producerdiscovery.fleet.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.producerdiscovery.descriptor.MusicCatalogue;
import dev.producerdiscovery.fleet.process.FleetException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class DiscoverCommandTest {

    @Test
    void words_without_quotes_are_one_name() {
        assertThat(DiscoverCommand.request(List.of("Ottoline", "Vesper"), null, false))
                .isEqualTo(Map.of("artistName", "Ottoline Vesper"));
    }

    @Test
    void an_id_or_a_link_is_no_name() {
        assertThat(DiscoverCommand.request(List.of("4Z8W4fKeB5YxbusRsdQVPb"), null, false))
                .isEqualTo(Map.of("artistId", "4Z8W4fKeB5YxbusRsdQVPb"));
        assertThat(DiscoverCommand.request(
                        List.of("https://open.spotify.com/artist/4Z8W4fKeB5YxbusRsdQVPb"), null, false))
                .containsKey("artistId");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "f27ec8db-af05-4f36-916e-3d57f91ecf5e",
                "F27EC8DB-AF05-4F36-916E-3D57F91ECF5E",
                "https://musicbrainz.org/artist/f27ec8db-af05-4f36-916e-3d57f91ecf5e",
                "https://beta.musicbrainz.org/artist/f27ec8db-af05-4f36-916e-3d57f91ecf5e/releases",
                "musicbrainz.org/artist/f27ec8db-af05-4f36-916e-3d57f91ecf5e"
            })
    void musicbrainz_has_ids_and_links_too(String given) {
        assertThat(DiscoverCommand.request(List.of(given), null, false)).isEqualTo(Map.of("artistId", given));
    }

    @Test
    void who_chooses_a_catalogue_is_asked_for_in_it() {
        assertThat(DiscoverCommand.request(List.of("Mira Kel"), MusicCatalogue.MUSICBRAINZ, false))
                .isEqualTo(Map.of("artistName", "Mira Kel", "catalogue", "musicbrainz"));
    }

    @Test
    void a_catalogue_that_does_not_exist_is_refused_with_those_that_do() {
        StringWriter said = new StringWriter();
        CommandLine command = new CommandLine(new DiscoverCommand()).setErr(new PrintWriter(said));

        assertThat(command.execute("--catalogue", "cassette", "Mira", "Kel")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(said.toString())
                .contains("--catalogue", "'cassette' is no catalogue. There are spotify and musicbrainz");
    }

    @Test
    void two_names_in_quotes_are_refused_instead_of_joined() {
        assertThatThrownBy(() -> DiscoverCommand.request(List.of("Ottoline Vesper", "Mira Kel"), null, false))
                .isInstanceOf(FleetException.class)
                .hasMessageContaining("One artist at a time");
    }

    @Test
    void an_empty_name_is_refused_with_an_example() {
        assertThatThrownBy(() -> DiscoverCommand.request(List.of(" "), null, false))
                .isInstanceOf(FleetException.class)
                .hasMessageContaining("./fleet discover Ottoline Vesper");
    }
}
