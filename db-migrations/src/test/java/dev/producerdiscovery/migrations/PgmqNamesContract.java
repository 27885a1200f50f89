package dev.producerdiscovery.migrations;

import static dev.producerdiscovery.migrations.SqlState.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which names queues may have, and what a name that is none of a queue comes to. */
interface PgmqNamesContract extends PgmqUnderTest {

    @Test
    default void a_name_of_47_characters_is_the_longest() {
        String longest = "l".repeat(47);
        database().execute("select pgmq.create(?)", longest);
        assertThat(send(longest, "1")).isEqualTo(1);
        assertRefused("P0001", () -> database().execute("select pgmq.create(?)", "l".repeat(48)))
                .contains("queue name is too long, maximum length is 47 characters");
    }

    @Test
    default void a_name_at_the_limit_lives_a_whole_life() {
        String longest = "m".repeat(47);
        database().execute("select pgmq.create(?)", longest);
        send(longest, "1");
        send(longest, "2");
        database().execute("select pgmq.read(?, 0, 1)", longest);
        assertThat(database().isTrue("select pgmq.archive(?, 1::bigint)", longest))
                .isTrue();
        assertThat(database().number("select queue_length from pgmq.metrics(?)", longest))
                .isEqualTo(1);
        assertThat(database().number("select pgmq.purge_queue(?)", longest)).isEqualTo(1);
        assertThat(database().isTrue("select pgmq.drop_queue(?)", longest)).isTrue();
    }

    @Test
    default void a_name_beyond_the_limit_names_nothing() {
        String longer = "n".repeat(48);
        assertRefused("P0001", () -> database().execute("select pgmq.create_unlogged(?)", longer));
        assertRefused("P0001", () -> database().execute("select pgmq.validate_queue_name(?)", longer));
        assertRefused("42P01", () -> send(longer, "1"));
        assertThat(database().isTrue("select pgmq.drop_queue(?)", longer)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a;b", "a'b", "a$b", "a--b", "x'; drop table pgmq.meta; --"})
    default void a_name_with_dangerous_characters_is_refused(String name) {
        assertRefused("P0001", () -> database().execute("select pgmq.create(?)", name))
                .contains("invalid characters");
        assertRefused("P0001", () -> database().execute("select pgmq.send(?, '{}'::jsonb)", name));
    }

    @Test
    default void odd_but_harmless_names_work_and_are_lower_cased_in_table_names() {
        database().execute("select pgmq.create(?)", "contract With space-dash \"quote");
        assertThat(send("contract With space-dash \"quote", "1")).isEqualTo(1);
        assertThat(database().text("select to_regclass(?)::text", "pgmq.\"q_contract with space-dash \"\"quote\""))
                .isNotNull();
        database().execute("select pgmq.drop_queue(?)", "contract With space-dash \"quote");
    }

    @Test
    default void a_name_is_listed_as_it_was_written_and_served_in_any_case() {
        database().execute("select pgmq.create('Contract_Mixed')");
        assertThat(send("contract_MIXED", "1")).isEqualTo(1);
        assertThat(send("Contract_Mixed", "1")).isEqualTo(2);
        assertThat(database()
                        .column("select queue_name from pgmq.list_queues() where lower(queue_name) = 'contract_mixed'"))
                .containsExactly("Contract_Mixed");
        assertThat(database().isTrue("select pgmq.drop_queue('contract_mixed')"))
                .isTrue();
        assertThat(database().number("select count(*) from pgmq.list_queues() where queue_name = 'Contract_Mixed'"))
                .as("listed until it is dropped by the name as written")
                .isEqualTo(1);
        assertThat(database().isTrue("select pgmq.drop_queue('Contract_Mixed')"))
                .isFalse();
        database().execute("delete from pgmq.meta where queue_name = 'Contract_Mixed'");
    }

    @Test
    default void a_null_name_is_refused() {
        assertRefused("22004", () -> database().execute("select pgmq.create(null)"));
        assertRefused("22004", () -> database().execute("select pgmq.send(null, '{}'::jsonb)"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create(null)",
                "send(null, '{}'::jsonb)",
                "send_batch(null, array['{}'::jsonb])",
                "read(null, 1, 1)",
                "pop(null)",
                "delete(null, 1::bigint)",
                "archive(null, 1::bigint)",
                "set_vt(null, 1::bigint, 1)",
                "purge_queue(null)",
                "metrics(null)"
            })
    default void a_null_name_is_refused_everywhere(String call) {
        assertRefused("22004", () -> database().execute("select pgmq." + call));
    }

    @Test
    default void dropping_a_null_name_drops_nothing() {
        assertThat(database().isTrue("select pgmq.drop_queue(null)")).isFalse();
    }

    @Test
    default void an_unknown_queue_is_an_undefined_table() {
        for (String call : List.of(
                "pgmq.send('nowhere', '{}'::jsonb)",
                "pgmq.send_batch('nowhere', array['{}'::jsonb])",
                "pgmq.read('nowhere', 1, 1)",
                "pgmq.pop('nowhere')",
                "pgmq.delete('nowhere', 1::bigint)",
                "pgmq.archive('nowhere', 1::bigint)",
                "pgmq.set_vt('nowhere', 1::bigint, 1)",
                "pgmq.purge_queue('nowhere')",
                "pgmq.metrics('nowhere')")) {
            assertRefused("42P01", () -> database().execute("select " + call));
        }
    }
}
