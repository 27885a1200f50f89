package dev.producerdiscovery.migrations;

import static dev.producerdiscovery.migrations.SqlState.BAD_ARGUMENT;
import static dev.producerdiscovery.migrations.SqlState.UNKNOWN;
import static dev.producerdiscovery.migrations.SqlState.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueueRegistryTest {

    private static final Database DB = TestServer.plain().migrated();

    @Test
    void the_five_queues_of_the_pipeline_are_there_with_their_dead_letter_queues() {
        assertThat(DB.column("select queue_name from queue_registry where active and queue_name !~ '^x' order by 1"))
                .containsExactly(
                        "album_discovery",
                        "artist_discovery",
                        "producer_identification",
                        "social_enrichment",
                        "track_discovery");
        assertThat(DB.number("select count(*) from pgmq.list_queues() where queue_name like '%\\_discovery\\_dlq'"))
                .isEqualTo(3);
    }

    @Test
    void registering_creates_the_queue_and_its_dead_letter_queue() {
        assertThat(DB.isTrue("select register_queue('x_new', 'New', 'A new one')"))
                .isTrue();
        assertThat(DB.column("select queue_name from pgmq.list_queues() where queue_name like 'x\\_new%' order by 1"))
                .containsExactly("x_new", "x_new_dlq");
        assertThat(DB.text("select concat_ws('|', display_name, description, active) from queue_registry"
                        + " where queue_name = 'x_new'"))
                .isEqualTo("New|A new one|t");
    }

    @Test
    void registering_again_keeps_what_is_not_given_and_loses_no_message() {
        DB.execute("select register_queue('x_again', 'Again', 'Twice', false)");
        DB.execute("select pg_enqueue('x_again', '{}')");
        DB.execute("select register_queue('x_again', null, 'Thrice', null)");
        assertThat(DB.text("select concat_ws('|', display_name, description, active) from queue_registry"
                        + " where queue_name = 'x_again'"))
                .isEqualTo("Again|Thrice|f");
        assertThat(DB.number("select count(*) from pgmq.q_x_again")).isEqualTo(1);
    }

    @Test
    void many_sessions_may_register_the_same_queue_at_once() {
        assertThat(Sessions.atOnce(8, () -> DB.isTrue("select register_queue('x_raced')")))
                .containsOnly(true);
        assertThat(DB.number("select count(*) from queue_registry where queue_name = 'x_raced'"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", " ", "UPPER", "has space", "7up", "очередь", "x'; drop table artists; --", "x-y", "x.y"})
    void a_name_that_pgmq_would_mangle_is_refused(String name) {
        assertRefused(BAD_ARGUMENT, () -> DB.execute("select register_queue(?)", name))
                .contains("p_queue_name");
    }

    @Test
    void the_longest_name_leaves_room_for_the_dead_letter_queue() {
        assertThat(DB.isTrue("select register_queue(?)", "x".repeat(43))).isTrue();
        assertRefused(BAD_ARGUMENT, () -> DB.execute("select register_queue(?)", "x".repeat(44)));
    }

    @Test
    void a_table_name_is_qualified_and_quoted() {
        assertThat(DB.text("select get_queue_table_name_safe('track_discovery')"))
                .isEqualTo("pgmq.q_track_discovery");
        DB.execute("select pgmq.create('x with space')");
        assertThat(DB.text("select get_queue_table_name_safe('x with space')")).isEqualTo("pgmq.\"q_x with space\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nowhere", "pgmq.q_track_discovery", "track_discovery; drop table artists"})
    void an_unknown_queue_raises_with_its_name(String name) {
        assertRefused(UNKNOWN, () -> DB.execute("select get_queue_table_name_safe(?)", name))
                .contains("p_queue_name")
                .contains(name);
    }

    @Test
    void a_blank_queue_name_is_refused() {
        assertRefused(BAD_ARGUMENT, () -> DB.execute("select get_queue_table_name_safe('')"));
        assertRefused(BAD_ARGUMENT, () -> DB.execute("select get_queue_table_name_safe(null)"));
    }
}
