package dev.producerdiscovery.fleet.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void columns_are_as_wide_as_their_widest_cell() {
        TextTable table = table("name", "songs");
        table.add(List.of("Óla Brenn", "12"));
        table.add(List.of("Vi", "3"));

        assertThat(printed(table, Terminal.UNLIMITED))
                .containsExactly("name       songs", "----------------", "Óla Brenn  12", "Vi         3");
    }

    @Test
    void letters_that_take_two_columns_are_counted_as_two() {
        TextTable table = table("name", "songs");
        table.add(List.of("ハナヨ", "12"));
        table.add(List.of("Vi", "3"));

        assertThat(printed(table, Terminal.UNLIMITED))
                .containsExactly("name    songs", "-------------", "ハナヨ  12", "Vi      3");
    }

    @Test
    void a_table_that_is_too_wide_breaks_its_widest_cells_between_words() {
        TextTable table = table("name", "roles", "songs");
        table.add(List.of("Vi", "producer, co-producer, additional", "3"));

        assertThat(printed(table, 25))
                .containsExactly(
                        "name  roles         songs",
                        "-------------------------",
                        "Vi    producer,     3",
                        "      co-producer,",
                        "      additional");
    }

    @Test
    void no_line_is_wider_than_the_terminal() {
        TextTable table = table("name", "text", "songs");
        table.add(List.of("ハナヨヨヨ ナミサノレ", "{\"key\":\"valuevaluevaluevaluevaluevaluevaluevalue\"}", "12345678"));

        for (int columns = 28; columns < 90; columns++) {
            assertThat(printed(table, columns)).map(TextLines::width).allMatch(lessThanOr(columns));
        }
    }

    @Test
    void a_table_for_which_no_terminal_is_wide_enough_becomes_a_list() {
        TextTable table = table("alphabetical", "betamorphous", "gammaburst");
        table.add(List.of("one", "two", "three"));

        assertThat(printed(table, 20))
                .containsExactly("-- 1 --", "alphabetical: one", "betamorphous: two", "gammaburst: three");
    }

    @Test
    void lines_below_a_row_are_never_broken() {
        TextTable table = table("name", "songs");
        String link = "https://someone.example/" + "x".repeat(100);
        table.add(List.of("Vi", "3"), List.of(link));

        assertThat(printed(table, 40)).contains("    " + link);
    }

    @Test
    void a_name_cannot_move_the_cursor() {
        TextTable table = table("name");
        table.add(List.of("\u001b[2JVi\u202e"));

        assertThat(printed(table, 40)).contains("\ufffd[2JVi\ufffd");
    }

    private static Predicate<Integer> lessThanOr(int columns) {
        return width -> width <= columns;
    }

    private static TextTable table(String... headings) {
        return new TextTable(List.of(headings));
    }

    private static List<String> printed(TextTable table, int columns) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        table.print(new PrintStream(written, true, StandardCharsets.UTF_8), columns);
        return written.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
