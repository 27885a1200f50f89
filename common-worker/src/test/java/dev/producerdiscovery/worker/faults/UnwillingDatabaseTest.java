package dev.producerdiscovery.worker.faults;

import static dev.producerdiscovery.worker.faults.Site.soon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.backend.testing.TestDatabase;
import dev.producerdiscovery.migrations.PipelineRole;
import dev.producerdiscovery.worker.engine.Ending;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database that answers, but will not serve: waited for without attempts, unless it is one message's own doing. */
class UnwillingDatabaseTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final Site site = Site.in(database);
    private final JdbcClient superuser = JdbcClient.create(database.superuser());

    @AfterEach
    void close() {
        site.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"53100", "53200", "58030", "25006", "55P03", "57014"})
    void results_that_are_refused_for_a_while_wait_without_attempts(String state) {
        Flood flood = new Flood(site, 12).send();
        refuseResults(state, "true");
        // The longest wait between two tries is a part of it.
        Crew crew = site.crew(Tuning.QUICK.maxHandlingTime(Duration.ofSeconds(5)));
        crew.start(Flood.workers(crew.jdbc(), Flood.NONE));

        soon().until(() -> crew.engine().state().name().equals("DEGRADED"));
        // More than the three attempts that there are, if these counted.
        soon().until(() -> superuser
                        .sql("select last_value from refusals")
                        .query(Long.class)
                        .single()
                > 5);
        site.owner().sql("drop trigger unwilling on effects").update();

        flood.assertExactlyOnce();
        assertThat(crew.endings()).doesNotContain(Ending.FAILED, Ending.DEAD);
        soon().until(crew::ready);
    }

    @Test
    void a_server_that_takes_no_changes_is_waited_for() {
        Flood flood = new Flood(site, 60).send();
        readOnly(true);
        Crew crew = site.crew(Tuning.QUICK);
        crew.start(Flood.workers(crew.jdbc(), Flood.NONE));
        soon().until(() -> crew.engine().state().name().equals("DEGRADED"));

        readOnly(false);

        flood.assertExactlyOnce();
        assertThat(crew.endings()).containsOnly(Ending.DONE);
        soon().until(crew::ready);
    }

    @Test
    void a_server_that_has_no_connection_left_is_waited_for() {
        Flood flood = new Flood(site, 60).send();
        alter("connection limit 0");
        Crew crew = site.crew(Tuning.QUICK);
        crew.start(Flood.workers(crew.jdbc(), Flood.NONE));
        soon().until(() -> crew.engine().state().name().equals("DEGRADED"));

        alter("connection limit -1");

        flood.assertExactlyOnce();
        assertThat(crew.endings()).containsOnly(Ending.DONE);
    }

    @Test
    void a_lock_that_somebody_holds_is_waited_for() throws SQLException {
        Flood flood = new Flood(site, 20).send();
        alterWorker("lock_timeout = '100ms'");
        Crew crew = site.crew(Tuning.QUICK);
        try (Connection holder = database.owner().getConnection();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("lock table effects");
            crew.start(Flood.workers(crew.jdbc(), Flood.NONE));
            soon().until(() -> crew.engine().state().name().equals("DEGRADED"));
            soon().until(() -> crew.endings().size() > 5);
            holder.rollback();
        }

        flood.assertExactlyOnce();
        assertThat(crew.endings()).doesNotContain(Ending.FAILED, Ending.DEAD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"57014", "53200", "53400"})
    void a_message_whose_own_statement_takes_too_long_or_too_much_is_dead_while_others_are_done(String state) {
        Flood flood = new Flood(site, 40).send();
        refuseResults(state, "new.value = '7'");
        Crew crew = site.crew(Tuning.QUICK);
        crew.start(Flood.workers(crew.jdbc(), Flood.NONE));

        soon().until(() -> site.dead(Flood.QUEUE) == 1);
        soon().until(() -> flood.finished() == flood.total() - 1 - Flood.CHILDREN);
        soon().until(crew::ready);
    }

    @Test
    void a_message_that_is_refused_alone_does_not_wait_for_ever() {
        new Flood(site, 1).send();
        refuseResults("57014", "true");
        Crew crew = site.crew(Tuning.QUICK.maxHandlingTime(Duration.ofSeconds(2)));
        crew.start(Flood.workers(crew.jdbc(), Flood.NONE));

        soon().until(() -> site.dead(Flood.QUEUE) == 1);
        soon().untilAsserted(() -> assertThat(crew.endings()).contains(Ending.RETRY_LATER, Ending.FAILED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"54000", "42P01", "22001", "23505"})
    void a_statement_of_ours_that_is_wrong_is_no_outage(String state) {
        new Flood(site, 1).send();
        refuseResults(state, "true");
        Crew crew = site.crew(Tuning.QUICK);
        crew.start(Flood.workers(crew.jdbc(), Flood.NONE));
        soon().until(crew::ready);

        // Told after the commit, so a look at the queue may come before it.
        soon().untilAsserted(
                        () -> assertThat(crew.endings()).containsExactly(Ending.FAILED, Ending.FAILED, Ending.DEAD));
        assertThat(site.dead(Flood.QUEUE)).isEqualTo(1);
        assertThat(crew.ready()).isTrue();
    }

    private void refuseResults(String state, String which) {
        site.owner().sql("create sequence refusals").update();
        site.owner().sql("""
                        create function unwilling() returns trigger language plpgsql security definer as $$
                        begin
                            perform nextval('refusals');
                            raise exception 'this is a test' using errcode = '%s';
                        end $$
                        """.formatted(state)).update();
        site.owner()
                .sql("create trigger unwilling before insert on effects for each row when (" + which
                        + ") execute function unwilling()")
                .update();
    }

    /** As a server that became another's replica: the sessions that there are take no changes either. */
    private void readOnly(boolean on) {
        alterWorker("default_transaction_read_only = " + on);
        superuser
                .sql(
                        "select pg_terminate_backend(pid) from pg_stat_activity where datname = ?::text and usename = ?::text")
                .params(database.address().database(), worker())
                .query(Boolean.class)
                .list();
    }

    private void alter(String what) {
        superuser
                .sql("alter database " + database.address().database() + " " + what)
                .update();
    }

    private void alterWorker(String setting) {
        superuser
                .sql("alter role " + worker() + " in database "
                        + database.address().database() + " set " + setting)
                .update();
    }

    private String worker() {
        return database.login(PipelineRole.WORKER).user();
    }
}
