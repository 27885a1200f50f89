package dev.producerdiscovery.worker.faults;

import static dev.producerdiscovery.worker.faults.Site.soon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.backend.Login;
import dev.producerdiscovery.backend.testing.TestDatabase;
import dev.producerdiscovery.migrations.PipelineRole;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a message can do to the process that reads it, which has the memory that a small service has. */
class DeadlyMessageTest {

    private static final File LOG = new File("target/mortal-workers.log");

    private final TestDatabase database = TestDatabase.fresh();
    private final Site site = Site.in(database);
    private final List<Process> workers = new ArrayList<>();

    @AfterEach
    void close() {
        workers.forEach(Process::destroyForcibly);
        site.close();
    }

    @Test
    void a_message_that_ends_its_process_is_dead_after_a_few_deaths_and_those_beside_it_are_done() {
        Flood flood = new Flood(site, 30).send();
        send("jsonb_build_object('value', 'deadly one')");
        send("jsonb_build_object('value', 'hungry one')");

        int deaths = superviseUntil(() -> site.waiting(Flood.QUEUE) + site.waiting(Flood.NEXT) == 0);

        flood.assertEffectsOnce();
        assertThat(reasons())
                .hasSize(2)
                .allMatch(reason -> reason.equals(
                        "the process that handled it died 3 times, and handled nothing else the last 2 of them"));
        // Each message three times, of which one may have been shared; on a machine that is busy a death more may be
        // needed.
        assertThat(deaths).isBetween(5, 8);
    }

    @Test
    void large_bodies_are_read_one_at_a_time_and_nothing_is_built_of_what_nobody_asks_for() throws IOException {
        for (int i = 0; i < 20; i++) {
            send("('{\"value\": \"large " + i + "\", \"x\": [{}' || repeat(',{}', 259999) || ']}')::jsonb");
        }
        Process worker = start();

        soon().until(() -> site.waiting(Flood.QUEUE) + site.waiting(Flood.NEXT) == 0 || !worker.isAlive());

        assertThat(worker.isAlive()).isTrue();
        assertThat(site.effects(Flood.QUEUE)).hasSize(20);
        assertThat(site.dead(Flood.QUEUE)).isZero();
    }

    @Test
    void what_is_large_in_any_other_way_does_not_end_the_process_either() throws IOException {
        List<String> large = List.of(
                // A few stored bytes that are many as text.
                "jsonb_build_object('value', 'numbers', 'x', (select jsonb_agg('1e100000'::numeric) from generate_series(1, 500)))",
                "jsonb_build_object('value', 'number', 'x', '1e100000'::numeric)",
                "jsonb_build_object('value', repeat('v', 900000))",
                "jsonb_build_object('value', repeat('\u9577', 300000))",
                "jsonb_build_object('value', 'name', repeat('n', 900000), 1)",
                "jsonb_build_object('value', 'blanks', 'x', repeat(' ', 1000000))",
                "jsonb_build_object('value', ('[' || repeat('[],', 300000) || '[]]')::jsonb)",
                "jsonb_build_object('value', 'tail', 'x', ('[' || repeat('[', 2000) || repeat(']', 2000) || ']')::jsonb)",
                "jsonb_build_object('_idempotencyKey', repeat('k', 1000000), 'value', 'key')");
        for (int i = 0; i < 5; i++) {
            large.forEach(this::send);
            send("jsonb_build_object('value', 'headers " + i + "')", "jsonb_build_object('x', repeat('h', 1000000))");
            send(
                    "jsonb_build_object('value', 'trace " + i + "')",
                    "jsonb_build_object('traceparent', repeat('t', 1000000))");
            send("jsonb_build_object('value', 'array " + i + "')", "('[{}' || repeat(',{}', 259999) || ']')::jsonb");
        }
        Process worker = start();

        soon().until(() -> site.waiting(Flood.QUEUE) + site.waiting(Flood.NEXT) == 0 || !worker.isAlive());

        assertThat(worker.isAlive()).isTrue();
        assertThat(site.effects(Flood.QUEUE))
                .filteredOn(value -> value.matches("(headers|trace|array) ."))
                .hasSize(15);
        assertThat(site.effects(Flood.QUEUE)).contains("blanks", "key");
        assertThat(reasons()).allMatch(reason -> reason.startsWith("bad message: ") && reason.length() < 500);
        assertThat(reasons()).anyMatch(reason -> reason.contains("\"value\"") && reason.contains("length"));
    }

    /** Does what a supervisor does, and counts the restarts. */
    private int superviseUntil(BooleanSupplier done) {
        int[] deaths = {0};
        soon().atMost(Duration.ofMinutes(10)).until(() -> {
            if (workers.isEmpty() || !workers.getLast().isAlive()) {
                deaths[0] += workers.isEmpty() ? 0 : 1;
                start();
            }
            return done.getAsBoolean();
        });
        return deaths[0];
    }

    private void send(String body) {
        send(body, "null::jsonb");
    }

    private void send(String body, String headers) {
        site.owner()
                .sql("select pgmq.send('" + Flood.QUEUE + "'::text, " + body + ", " + headers + ")")
                .query(Long.class)
                .single();
    }

    private List<String> reasons() {
        return site.owner()
                .sql("select failure_reason from dlq_messages")
                .query((row, number) -> String.valueOf(row.getString(1)))
                .list();
    }

    private Process start() throws IOException {
        Login login = database.login(PipelineRole.WORKER);
        Process worker = ChildProcess.start(
                MortalWorker.class, LOG, database.address().jdbcUrl(), login.user(), login.password());
        workers.add(worker);
        return worker;
    }
}
