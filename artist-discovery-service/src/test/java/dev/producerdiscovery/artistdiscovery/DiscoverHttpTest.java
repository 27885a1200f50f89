package dev.producerdiscovery.artistdiscovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

class DiscoverHttpTest extends ServiceTest {

    private static final String ID = "4aUv3Gz0yXr8Kq1LmN5tPd";

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final JdbcClient jdbc = JdbcClient.create(DATABASE.owner());

    @Autowired
    private MockMvcTester http;

    @Autowired
    private JsonMapper json;

    @Test
    void a_name_is_accepted_with_a_message_a_run_and_a_link_to_its_progress() {
        MvcTestResult answer = post("{\"artistName\": \"Nova Quill\"}");

        assertThat(answer).hasStatus(HttpStatus.ACCEPTED);
        Map<String, Object> run = run(answer);
        assertThat(run.get("asked")).isEqualTo(Map.of("artistName", "Nova Quill"));
        assertThat(answer).hasHeader("Location", "/discover/" + run.get("correlationId"));
        assertThat(run.get("progress")).isEqualTo("/discover/" + run.get("correlationId"));
        assertThat(message(run))
                .containsEntry("artistName", "Nova Quill")
                .containsEntry("_correlationId", run.get("correlationId"))
                .doesNotContainKeys("artistId", "refresh");
    }

    @Test
    void a_link_is_sent_on_as_the_id_in_it() {
        MvcTestResult answer =
                post("{\"artistId\": \"https://open.spotify.com/artist/%s\", \"refresh\": true}".formatted(ID));

        assertThat(answer).hasStatus(HttpStatus.ACCEPTED);
        assertThat(message(run(answer))).containsEntry("artistId", ID).containsEntry("refresh", true);
    }

    @Test
    void a_list_of_artists_starts_a_run_for_each() {
        MvcTestResult answer =
                post("{\"artists\": [{\"artistName\": \"Nova Quill\"}, {\"artistId\": \"%s\"}]}".formatted(ID));

        assertThat(answer).hasStatus(HttpStatus.ACCEPTED);
        assertThat(answer).bodyJson().extractingPath("$.runs").asArray().hasSize(2);
        assertThat(answer).bodyJson().extractingPath("$.runs[1].asked.artistId").isEqualTo(ID);
    }

    @Test
    void asking_twice_starts_two_runs() {
        assertThat(run(post("{\"artistName\": \"Nova Quill\"}")).get("correlationId"))
                .isNotEqualTo(run(post("{\"artistName\": \"Nova Quill\"}")).get("correlationId"));
    }

    @Test
    void the_progress_of_a_run_can_be_watched() {
        Map<String, Object> run = run(post("{\"artistName\": \"Nova Quill\"}"));

        MvcTestResult progress =
                http.get().uri("/discover/" + run.get("correlationId")).exchange();

        assertThat(progress).hasStatusOk();
        assertThat(progress).bodyJson().extractingPath("$.correlationId").isEqualTo(run.get("correlationId"));
        assertThat(progress).bodyJson().extractingPath("$.asked.artistName").isEqualTo("Nova Quill");
        assertThat(progress).bodyJson().extractingPath("$.state").isEqualTo("queued");
        assertThat(progress).bodyJson().extractingPath("$.left").isEqualTo(1);
        assertThat(progress)
                .bodyJson()
                .extractingPath("$.stages[?(@.queue == 'artist_discovery')].pending")
                .asArray()
                .containsExactly(1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                              | artistName",
                "{\"artist\": \"Nova Quill\"}                    | artistName",
                "{\"artistName\": null}                          | artistName",
                "{\"artistName\": \"  \"}                        | artistName",
                "{\"artistName\": \"Nova\\u0000Quill\"}          | artistName",
                "{\"artistName\": 7}                             | artistName",
                "{\"artistName\": true}                          | artistName",
                "{\"artistName\": [\"Nova Quill\"]}              | artistName",
                "{\"artistName\": {\"name\": \"Nova Quill\"}}    | artistName",
                "{\"artistId\": \"nobody\"}                      | artistId",
                "{\"artistId\": 12}                              | artistId",
                "{\"artistName\": \"Nova\", \"refresh\": \"x\"}  | refresh",
                "{\"artistName\": \"Nova\", \"refresh\": 1}      | refresh",
                "{\"artists\": \"Nova Quill\"}                   | artists",
                "{\"artists\": []}                               | artists",
                "{\"artists\": [{\"artistName\": \"\"}]}         | artistName",
            })
    void a_request_that_cannot_be_meant_is_answered_with_the_field_that_is_wrong(String body, String field) {
        MvcTestResult answer = post(body);

        assertThat(answer).hasStatus(HttpStatus.BAD_REQUEST).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer).bodyJson().extractingPath("$.field").asString().contains(field);
        assertThat(answer).bodyJson().extractingPath("$.detail").asString().contains(field);
    }

    @Test
    void a_name_of_ten_kilobytes_is_refused_and_not_repeated() {
        MvcTestResult answer = post("{\"artistName\": \"%s\"}".formatted("x".repeat(10_240)));

        assertThat(answer).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(answer).bodyJson().extractingPath("$.field").isEqualTo("artistName");
        assertThat(answer).bodyText().hasSizeLessThan(500);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"{\"artistName\":", "Nova Quill", "[]", "\"Nova\"", "``"})
    void what_is_no_json_object_is_refused(String body) {
        assertThat(post(body)).hasStatus(HttpStatus.BAD_REQUEST).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void a_request_that_is_refused_starts_nothing() {
        long before = runs();

        post("{\"artists\": [{\"artistName\": \"Nova Quill\"}, {\"artistName\": \"\"}]}");

        assertThat(runs()).isEqualTo(before);
    }

    @Test
    void an_unknown_run_is_not_found() {
        UUID unknown = UUID.fromString("00000000-0000-4000-8000-000000000001");

        MvcTestResult answer = http.get().uri("/discover/" + unknown).exchange();

        assertThat(answer).hasStatus(HttpStatus.NOT_FOUND).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer).bodyJson().extractingPath("$.detail").asString().contains(unknown.toString());
    }

    @Test
    void what_is_no_correlation_id_is_refused() {
        assertThat(http.get().uri("/discover/latest").exchange())
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("correlationId");
    }

    @Test
    void the_interface_describes_itself() {
        MvcTestResult answer = http.get().uri("/openapi").exchange();

        assertThat(answer).hasStatusOk();
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.paths['/discover'].post")
                .isNotNull();
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.components.schemas.DiscoverRequest.properties.artistName")
                .isNotNull();
    }

    private MvcTestResult post(String body) {
        return http.post()
                .uri("/discover")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private Map<String, Object> run(MvcTestResult answer) {
        return json.readValue(answer.getResponse().getContentAsByteArray(), OBJECT);
    }

    private Map<String, Object> message(Map<String, Object> run) {
        String body = jdbc.sql("select message from pgmq.q_artist_discovery where msg_id = :id")
                .param("id", run.get("messageId"))
                .query(String.class)
                .single();
        return json.readValue(body, OBJECT);
    }

    private long runs() {
        return jdbc.sql("select count(*) from discovery_runs").query(Long.class).single();
    }
}
