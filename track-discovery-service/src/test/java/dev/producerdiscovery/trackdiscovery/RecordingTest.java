package dev.producerdiscovery.trackdiscovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.matching.title.TitleParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Harbour Lights - 2011 Remaster",
                "Harbour Lights (feat. Ines Vale)",
                "Harbour Lights - Radio Edit",
                "Harbour Lights (Extended Version)"
            })
    void what_is_the_same_recording_has_the_key_of_the_plain_title(String title) {
        assertThat(recording(title).key()).isEqualTo(recording("Harbour Lights").key());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Harbour Lights - Ines Vale Remix", "Harbour Lights (Live)", "Harbour Lights (Demo)"})
    void what_other_people_made_has_a_key_of_its_own(String title) {
        assertThat(recording(title).key())
                .isNotEqualTo(recording("Harbour Lights").key());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Harbour Lights - Radio Edit",
                "Harbour Lights (Extended Version)",
                "Harbour Lights - Single Version"
            })
    void a_title_that_says_so_is_an_edit(String title) {
        assertThat(recording(title).edited()).isTrue();
    }

    @Test
    void a_remaster_is_no_edit() {
        assertThat(recording("Harbour Lights - 2011 Remaster").edited()).isFalse();
    }

    private static Recording recording(String title) {
        return Recording.of(TitleParser.parse(title), 201_000, null);
    }
}
