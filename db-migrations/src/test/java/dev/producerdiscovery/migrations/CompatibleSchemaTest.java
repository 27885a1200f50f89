package dev.producerdiscovery.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CompatibleSchemaTest implements PgmqContract {

    private final Database database = TestServer.plain().empty();

    @BeforeAll
    void install() {
        PgmqSchema.installInto(database.dataSource());
    }

    @Override
    public Database database() {
        return database;
    }

    @Test
    void installing_it_again_touches_nothing() {
        String versions = "select string_agg(p.proname || p.xmin::text, ',' order by p.oid) from pg_proc p"
                + " where p.pronamespace = 'pgmq'::regnamespace";
        String before = database.text(versions);
        PgmqSchema.installInto(database.dataSource());
        assertThat(database.text(versions)).isEqualTo(before);
    }

    @Test
    void an_older_revision_of_ours_is_brought_up_to_date_and_keeps_its_messages() {
        Database older = TestServer.plain().empty();
        PgmqSchema.installInto(older.dataSource());
        older.execute("select pgmq.create('kept')");
        older.execute("select pgmq.send('kept', '{}'::jsonb)");
        older.execute("drop function pgmq.pop(text, integer)");
        String comment = Objects.requireNonNull(older.text("select obj_description('pgmq'::regnamespace)"));
        older.execute("comment on schema pgmq is '" + comment + "-older'");

        PgmqSchema.installInto(older.dataSource());

        assertThat(older.number("select msg_id from pgmq.pop('kept')")).isEqualTo(1);
        assertThat(older.text("select obj_description('pgmq'::regnamespace)")).isEqualTo(comment);
    }

    @Test
    void a_schema_installed_by_somebody_else_is_left_alone() {
        Database foreign = TestServer.plain().empty();
        foreign.execute("create schema pgmq");
        foreign.execute("create function pgmq.create(queue_name text) returns void language sql as ''");
        PgmqSchema.installInto(foreign.dataSource());
        assertThat(foreign.number("select count(*) from pg_proc where pronamespace = 'pgmq'::regnamespace"))
                .isEqualTo(1);
    }
}
