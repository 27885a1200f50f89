package dev.producerdiscovery.dumpimport.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.producerdiscovery.dumpimport.InventedReleases;
import dev.producerdiscovery.dumpimport.file.Kind;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorkReaderTest {

    private static final String WORK = InventedReleases.id("work", 1);

    @Test
    void the_writers_of_a_work_are_kept() {
        Entry entry = read("""
                {"title": "Undertow", "id": "%s", "iswcs": [], "relations": [
                 {"type": "writer", "target-type": "artist", "attributes": [], "artist": {"id": "p1", "name": "Ada Krol"}},
                 {"type": "parts", "target-type": "work", "work": {"id": "%s"}}]}""".formatted(WORK, WORK)).orElseThrow();

        assertThat(entry.json()).isEqualTo("""
                        {"id":"%s","content":{"relations":[{"type":"writer","artist":{"id":"p1","name":"Ada Krol"}}]},"keys":[]}""".formatted(WORK));
    }

    @Test
    void a_work_that_nobody_wrote_is_left_out() {
        assertThat(read("{\"id\": \"%s\", \"relations\": []}".formatted(WORK))).isEmpty();
    }

    @Test
    void a_line_that_is_no_work_is_broken() {
        assertThatThrownBy(() -> read("{\"id\": \"%s\"}".formatted(WORK))).isInstanceOf(BrokenLineException.class);
        assertThatThrownBy(() -> read("{\"relations\": []}")).isInstanceOf(BrokenLineException.class);
    }

    private static Optional<Entry> read(String line) {
        return EntryReader.of(Kind.WORK).read(new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)));
    }
}
