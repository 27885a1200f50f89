package dev.producerdiscovery.artistdiscovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.producerdiscovery.backend.testing.TestDatabase;
import dev.producerdiscovery.migrations.PipelineRole;
import dev.producerdiscovery.stage.testing.ProviderStandIn;
import dev.producerdiscovery.stage.testing.StandInFor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The running service on a database that answers, but will not serve. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.datasource.hikari.connection-init-sql=set lock_timeout = '300ms'")
@DirtiesContext
class UnwillingDatabaseTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final ProviderStandIn PROVIDERS = new ProviderStandIn();
    private static final String NOVA = "4aUv3Gz0yXr8Kq1LmN5tPd";

    private final Spotify spotify = new Spotify(PROVIDERS);
    private final HttpClient http = HttpClient.newHttpClient();
    private final JdbcClient owner = JdbcClient.create(DATABASE.owner());
    private final JdbcClient superuser = JdbcClient.create(DATABASE.superuser());

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry properties) {
        PROVIDERS.surround(properties, DATABASE, StandInFor.SPOTIFY);
    }

    @BeforeEach
    void anArtist() {
        spotify.reset();
        spotify.search("Nova Quill", Spotify.full(NOVA, "Nova Quill", 12_000));
    }

    @AfterEach
    void nothingFailed() {
        await().atMost(Duration.ofSeconds(60)).until(() -> count("pgmq.q_artist_discovery") == 0);
        assertThat(count("pgmq.q_artist_discovery_dlq")).isZero();
        await().atMost(Duration.ofSeconds(60)).until(() -> readiness().statusCode() == 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"53100", "58030", "25006", "55P03", "57014"})
    void whoever_asks_hears_when_to_come_back_and_what_was_asked_before_is_done_afterwards(String state)
            throws Exception {
        refuseEverythingOf("run_outcomes", state);
        assertRefused(discover());
        letEverythingIn("run_outcomes");

        refuseEverythingOf("artists", state);
        assertThat(discover().statusCode()).isEqualTo(202);
        await().atMost(Duration.ofSeconds(60)).until(() -> readiness().statusCode() == 503);
        letEverythingIn("artists");
    }

    @Test
    void a_lock_that_somebody_holds_is_no_mistake_of_ours() throws Exception {
        try (Connection holder = DATABASE.owner().getConnection();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("lock table run_outcomes");

            assertRefused(discover());

            holder.rollback();
        }
        assertThat(discover().statusCode()).isEqualTo(202);
    }

    @Test
    void a_server_that_takes_no_changes_any_more_makes_the_service_unready_until_there_is_one_that_does()
            throws Exception {
        readOnly("on");
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            HttpResponse<String> refused = discover();
            assertRefused(refused);
            assertThat(refused.body()).contains("takes no changes");
        });
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(readiness().body()).contains("\"connections\":{\"status\":\"DOWN\"}"));
        assertThat(readiness().statusCode()).isEqualTo(503);
        assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);

        // No session is ended: that is what the service has to do.
        superuser
                .sql("alter role " + worker() + " in database "
                        + DATABASE.address().database() + " reset default_transaction_read_only")
                .update();

        await().atMost(Duration.ofSeconds(30)).until(() -> discover().statusCode() == 202);
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    private void refuseEverythingOf(String table, String state) {
        owner.sql("""
                        create or replace function unwilling() returns trigger language plpgsql as $$
                        begin
                            raise exception 'this is a test' using errcode = '%s';
                        end $$
                        """.formatted(state)).update();
        owner.sql("create trigger unwilling before insert or update on " + table
                        + " for each statement execute function unwilling()")
                .update();
    }

    private void letEverythingIn(String table) {
        owner.sql("drop trigger unwilling on " + table).update();
    }

    private void readOnly(String on) {
        superuser
                .sql("alter role " + worker() + " in database "
                        + DATABASE.address().database() + " set default_transaction_read_only = " + on)
                .update();
        superuser
                .sql(
                        "select pg_terminate_backend(pid) from pg_stat_activity where datname = ?::text and usename = ?::text")
                .params(DATABASE.address().database(), worker())
                .query(Boolean.class)
                .list();
    }

    private static String worker() {
        return DATABASE.login(PipelineRole.WORKER).user();
    }

    private long count(String table) {
        return owner.sql("select count(*) from " + table).query(Long.class).single();
    }

    private HttpResponse<String> discover() throws IOException, InterruptedException {
        return http.send(
                request("/discover")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"artistName\": \"Nova Quill\"}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> readiness() throws IOException, InterruptedException {
        return get("/actuator/health/readiness");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }
}
