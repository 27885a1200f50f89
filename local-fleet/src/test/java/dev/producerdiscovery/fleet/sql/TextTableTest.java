package dev.producerdiscovery.fleet.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void columns_are_as_wide_as_their_widest_cell() {
        TextTable table = new TextTable(List.of("name", "songs"));
        table.add(List.of("Óla Brenn", "12"));
        table.add(List.of("Vi", "3"));

        ByteArrayOutputStream written = new ByteArrayOutputStream();
        table.print(new PrintStream(written, true, StandardCharsets.UTF_8));

        assertThat(written.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("name       songs", "----------------", "Óla Brenn  12", "Vi         3");
    }
}
