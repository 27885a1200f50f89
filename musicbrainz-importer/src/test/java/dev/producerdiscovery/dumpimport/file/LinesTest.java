package dev.producerdiscovery.dumpimport.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTest {

    private static final List<String> CONTENT =
            List.of("one", "", "x".repeat(200_000), "ärger", "y".repeat(65_536), "z".repeat(65_535), "last");

    @Test
    void each_line_is_a_stream_of_its_own_however_long() throws IOException {
        Lines lines = lines(String.join("\n", CONTENT));

        List<String> read = new ArrayList<>();
        while (lines.next()) {
            read.add(new String(lines.line().readAllBytes(), StandardCharsets.UTF_8));
            assertThat(lines.number()).isEqualTo(read.size());
        }

        assertThat(read).isEqualTo(CONTENT);
    }

    @Test
    void what_is_not_read_of_a_line_is_skipped_with_the_next() throws IOException {
        Lines lines = lines(String.join("\n", CONTENT) + "\n");

        for (String expected : CONTENT) {
            assertThat(lines.next()).isTrue();
            byte[] beginning = lines.line().readNBytes(3);
            assertThat(expected.getBytes(StandardCharsets.UTF_8)).startsWith(beginning);
        }
        assertThat(lines.next()).isFalse();
    }

    @Test
    void from_every_place_it_stood_at_it_can_be_gone_on() throws IOException {
        String content = String.join("\n", CONTENT);
        Lines first = lines(content);
        while (first.next()) {
            first.line().readNBytes(2);
            Lines second = lines(content);
            second.skipTo(first.number(), first.bytes(), () -> {});

            boolean more = second.next();

            assertThat(more).isEqualTo(first.number() < CONTENT.size());
            if (more) {
                assertThat(second.line().readAllBytes())
                        .asString(StandardCharsets.UTF_8)
                        .isEqualTo(CONTENT.get((int) first.number()));
                assertThat(second.number()).isEqualTo(first.number() + 1);
            }
        }
    }

    @Test
    void a_place_behind_the_end_is_not_reached() {
        assertThatThrownBy(() -> lines("one\ntwo").skipTo(3, 8, () -> {})).isInstanceOf(EOFException.class);
    }

    private static Lines lines(String content) {
        return new Lines(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }
}
