package dev.producerdiscovery.migrations;

import static dev.producerdiscovery.migrations.SqlState.BAD_ARGUMENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom a name finds, among hundreds who are called alike. */
class ProducerSearchTest {

    private static final Database DATABASE = TestServer.plain().migrated();

    @BeforeAll
    static void store() {
        DATABASE.execute("insert into artists (id, name) values ('00000000-0000-4000-8000-000000000001', 'Luma Vale')");
        DATABASE.execute("""
                insert into albums (id, artist_id, name)
                values ('00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-000000000001', 'Tides')
                """);
        DATABASE.execute("""
                insert into tracks (album_id, name, spotify_id)
                select '00000000-0000-4000-8000-000000000002', 'Track ' || n, 'track ' || n
                from generate_series(1, 400) as n
                """);
        DATABASE.execute("""
                insert into producers (name, normalized_name)
                select name, lower(name)
                from unnest(array[
                    'Sonny-Moore Vale', 'Moore', 'Ottoline Vesper', 'Jay-Z Fan', '佐藤健太', 'Łukasz Ørn', 'DJ Quiet',
                    'Solveig Nordlund']) as name
                union all
                select 'DJ Number' || n, 'dj number' || n
                from generate_series(1, 400) as n
                """);
        credit("producer", "p.name like 'DJ Number%' and t.name = 'Track ' || substr(p.name, 10)");
        credit("mixer", "p.name = 'DJ Quiet' and t.name = 'Track 1'");
    }

    private static void credit(String role, String condition) {
        DATABASE.execute("""
                insert into track_producers (track_id, producer_id, role, confidence, source)
                select t.id, p.id, ?, 0.9, 'genius'
                from producers p, tracks t
                where\s""" + condition, role);
    }

    @ParameterizedTest
    @CsvSource({
        "OTTOLINE VESPER, Ottoline Vesper",
        "ottoline vepser, Ottoline Vesper",
        "otoline vesper, Ottoline Vesper",
        "vesper, Ottoline Vesper",
        "vespr, Ottoline Vesper",
        "ottolinevesper, Ottoline Vesper",
        "ot, Ottoline Vesper",
        "ve, Ottoline Vesper",
        "o, Ottoline Vesper",
        "ottoline vesper the great, Ottoline Vesper",
        "moore, Sonny-Moore Vale",
        "mooer, Moore",
        "jayz, Jay-Z Fan",
        "佐藤, 佐藤健太",
        "健太, 佐藤健太",
        "太, 佐藤健太",
        "lukasz orn, Łukasz Ørn",
        "ørn, Łukasz Ørn",
        "sólveig, Solveig Nordlund"
    })
    void a_name_is_found_by_what_people_type(String typed, String name) {
        assertThat(DATABASE.column("select name from search_producers(?)", typed))
                .contains(name);
    }

    @Test
    void the_very_name_comes_first() {
        assertThat(DATABASE.column("select name from search_producers('moore')"))
                .first()
                .isEqualTo("Moore");
    }

    @Test
    void a_filter_finds_whom_a_hundred_better_known_namesakes_would_hide() {
        assertThat(DATABASE.column("select name from find_producers('dj', array['mixer'])"))
                .containsExactly("DJ Quiet");
        assertThat(DATABASE.column(
                        "select name from find_producers('dj', null, p_source => 'genius', p_offset => 400)"))
                .hasSize(1);
    }

    @Test
    void the_total_counts_those_too_who_were_not_looked_at() {
        assertThat(DATABASE.number("select distinct total from find_producers('dj')"))
                .isEqualTo(400);
        assertThat(DATABASE.number("select distinct total from find_producers('dj n', p_limit => 10)"))
                .isEqualTo(400);
    }

    @Test
    void a_choice_of_roles_finds_whoever_has_one_of_them() {
        assertThat(DATABASE.column("select name from find_producers(p_roles => array['mixer', 'engineer'])"))
                .containsExactly("DJ Quiet");
    }

    @ParameterizedTest
    @CsvSource({"any", "produced", "produzer"})
    void a_role_that_nobody_can_have_is_refused_by_name(String role) {
        SqlState.assertRefused(
                        BAD_ARGUMENT, () -> DATABASE.rows("select * from find_producers(p_roles => array[?])", role))
                .contains("p_roles")
                .contains(role);
    }

    @Test
    void every_page_together_holds_everybody_once() {
        List<String> all = DATABASE.column("""
                select producer_id
                from generate_series(0, 400, 50) as start
                cross join lateral find_producers('dj', p_offset => start)
                """);
        assertThat(all).hasSize(400).doesNotHaveDuplicates();
    }
}
