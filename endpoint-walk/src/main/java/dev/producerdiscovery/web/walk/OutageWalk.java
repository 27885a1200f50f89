package dev.producerdiscovery.web.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.producerdiscovery.backend.testing.TestDatabase;
import dev.producerdiscovery.web.walk.Wire.Answer;
import dev.producerdiscovery.web.walk.Wire.Request;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Of a service that stands on a database: walks it with what is harmless, too, while the database will not serve. */
public abstract class OutageWalk extends EndpointWalk {

    /** Many more than there are connections: most of an outage is waiting. */
    private static final int AT_A_TIME = 64;

    private static final int MOST_LINES = 3;

    /** Values of which each field of a body takes one. */
    private static final List<String> VALUES = List.of("\"1\"", "1", "[1]", "true");

    private final TestDatabase database;

    @Autowired
    private HikariDataSource pool = new HikariDataSource();

    protected OutageWalk(TestDatabase database) {
        this.database = database;
    }

    @DynamicPropertySource
    static void breakable(DynamicPropertyRegistry properties) {
        properties.add(
                "spring.datasource.hikari.data-source-properties.socketFactory", BreakableSockets.class::getName);
        // For each connection that is not to be had.
        properties.add("spring.datasource.hikari.connection-timeout", () -> 2_000);
    }

    @Test
    void while_the_database_refuses_connections_everybody_hears_when_to_come_back() throws Exception {
        Map<Request, Answer> refused = walkDuring(BreakableSockets::breakAll, BreakableSockets::mend);
        assertThat(refused).as("refused").isNotEmpty();
    }

    @Test
    void while_the_database_takes_no_changes_everybody_hears_when_to_come_back() throws Exception {
        walkDuring(() -> set("default_transaction_read_only", "on"), () -> reset("default_transaction_read_only"));
    }

    @Test
    void while_the_database_takes_too_long_everybody_hears_when_to_come_back() throws Exception {
        try (Connection holder = database.superuser().getConnection()) {
            holder.setAutoCommit(false);
            walkDuring(
                    () -> {
                        set("statement_timeout", "50ms");
                        lockEverything(holder);
                    },
                    () -> {
                        holder.rollback();
                        reset("statement_timeout");
                    });
        }
    }

    /** @return what was answered with 503 meanwhile */
    private Map<Request, Answer> walkDuring(Step begin, Step end) throws Exception {
        try (LogWatch log = new LogWatch()) {
            Map<Request, Answer> refused;
            begin.take();
            try {
                refused = refused(endpoints().stream().flatMap(OutageWalk::harmless), AT_A_TIME);
            } finally {
                end.take();
            }
            assertThat(refused).allSatisfy(OutageWalk::requireSense);
            // One after the other: some endpoints refuse to be asked by many at a time on any day.
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(refused(refused.keySet().stream(), 1))
                            .as("refused afterwards")
                            .isEmpty());
            assertThat(log.failures()).as("in the log").isEmpty();
            assertThat(log.lines()).as("in the log").hasSizeLessThanOrEqualTo(MOST_LINES);
            return refused;
        }
    }

    private interface Step {
        void take() throws SQLException;
    }

    private static void requireSense(Request request, Answer answer) {
        assertThat(answer.status()).isEqualTo(503);
        if (!request.path().startsWith("/actuator/health")) {
            assertThat(answer.text()).contains("Retry-After: ").containsAnyOf("application/problem+json", "text/html");
        }
    }

    /** Those that were not answered as on any other day. */
    private Map<Request, Answer> refused(Stream<Request> requests, int atATime) throws Exception {
        List<Request> asked = requests.toList();
        Map<Request, Answer> refused = new LinkedHashMap<>();
        try (ExecutorService callers = Executors.newFixedThreadPool(atATime)) {
            List<Future<Answer>> answers = callers.invokeAll(asked.stream()
                    .<Callable<Answer>>map(request -> () -> wire().answer(request))
                    .toList());
            for (int i = 0; i < asked.size(); i++) {
                Answer answer = answers.get(i).get();
                if (answer.status() < 200 || answer.status() >= 500) {
                    refused.put(asked.get(i), answer);
                }
            }
        }
        return refused;
    }

    /** As a program and as a browser asks, and with each of the parameters and fields. */
    private static Stream<Request> harmless(Endpoint endpoint) {
        String path = endpoint.harmless();
        Stream<Request> asked = Stream.concat(
                Stream.of("Accept: */*", "Accept: text/html")
                        .map(accept -> new Request(endpoint.method(), path, List.of(accept), "")),
                endpoint.parameters().stream()
                        .map(name -> new Request(endpoint.method(), path + "?" + name + "=1", List.of(), "")));
        if (endpoint.method().equals("GET")) {
            return asked;
        }
        Stream<Request> form = Stream.of(new Request(
                endpoint.method(),
                path,
                List.of("Content-Type: application/x-www-form-urlencoded"),
                endpoint.parameters().stream().map(name -> name + "=1").collect(Collectors.joining("&"))));
        Stream<Request> json = Stream.concat(
                        Stream.of("{}"),
                        endpoint.bodies().stream()
                                .flatMap(body -> VALUES.stream().map(value -> body.replace(Endpoint.GAP, value))))
                .map(body -> new Request(endpoint.method(), path, List.of("Content-Type: application/json"), body));
        return Stream.of(asked, form, json).flatMap(requests -> requests);
    }

    private void set(String setting, String value) throws SQLException {
        alterRole("set " + setting + " = '" + value + "'");
    }

    private void reset(String setting) throws SQLException {
        alterRole("reset " + setting);
    }

    /** Sessions have their settings from their start, so new ones take the place of those that there are. */
    private void alterRole(String change) throws SQLException {
        try (Connection connection = database.superuser().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("alter role " + pool.getUsername() + " in database "
                    + database.address().database() + " " + change);
        }
        pool.getHikariPoolMXBean().softEvictConnections();
    }

    private static void lockEverything(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    do $$
                    declare
                        tables text;
                    begin
                        select string_agg(relation.oid::regclass::text, ', ') into tables
                          from pg_class as relation
                          join pg_namespace as space on space.oid = relation.relnamespace
                         where relation.relkind in ('r', 'p')
                           and space.nspname not in ('pg_catalog', 'information_schema')
                           and space.nspname not like 'pg\\_%';
                        execute 'lock table ' || tables || ' in access exclusive mode';
                    end $$
                    """);
        }
    }
}
