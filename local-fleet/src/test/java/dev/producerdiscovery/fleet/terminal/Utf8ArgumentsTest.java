package dev.producerdiscovery.fleet.terminal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.producerdiscovery.fleet.process.FleetException;
import org.junit.jupiter.api.Test;

class Utf8ArgumentsTest {

    @Test
    void the_last_words_of_the_command_line_are_the_arguments() {
        byte[] line = "java\0-jar\0app.jar\0discover\0\0ハナヨ é\0".getBytes(UTF_8);

        assertThat(Utf8Arguments.last(3, line)).containsExactly("discover", "", "ハナヨ é");
    }

    @Test
    void what_is_not_utf_8_is_refused_instead_of_guessed() {
        byte[] line = "discover\0Ren\u00e9e\0".getBytes(ISO_8859_1);

        assertThatThrownBy(() -> Utf8Arguments.last(2, line))
                .isInstanceOf(FleetException.class)
                .hasMessageContaining("is not UTF-8");
    }
}
