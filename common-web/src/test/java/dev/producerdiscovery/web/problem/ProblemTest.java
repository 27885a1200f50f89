package dev.producerdiscovery.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.dao.UncategorizedDataAccessException;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest
@AutoConfigureMockMvc
class ProblemTest {

    @Autowired
    private MockMvcTester http;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\": \" \"}                        | name         | name must not be blank",
                "{\"name\": 5}                            | name         | name must be a text.",
                "{\"name\": [\"x\"]}                      | name         | name must be a text.",
                "{\"name\": \"x\", \"count\": \"many\"}   | count        | count must be a whole number.",
                "{\"name\": \"x\", \"lines\": {\"id\": 1}}| lines        | lines must be a list.",
                "{\"lines\": [{\"id\": \"x\"}]}           | lines[0].id  | lines[0].id must be a UUID.",
            })
    void a_refused_value_in_a_body_is_named(String body, String field, String detail) {
        assertProblem(post(body), 400)
                .hasPathSatisfying(
                        "$.field", value -> assertThat(value).asString().isEqualTo(field));
        assertProblem(post(body), 400)
                .hasPathSatisfying(
                        "$.detail", value -> assertThat(value).asString().isEqualTo(detail));
        assertProblem(post(body), 400)
                .hasPathSatisfying(
                        "$.errors[0].field",
                        value -> assertThat(value).asString().isEqualTo(field));
    }

    @Test
    void a_body_that_is_no_json_is_refused_with_the_place() {
        assertDetail(post("{\"name\": "), 400, "The body is not valid JSON (line 1, column 10).");
    }

    @Test
    void a_missing_body_and_a_body_of_the_wrong_kind_are_refused() {
        assertDetail(post(""), 400, "The body is missing.");
        assertDetail(post("[]"), 400, "The body must be an object.");
        assertProblem(
                http.post()
                        .uri("/things")
                        .content("x")
                        .contentType(MediaType.TEXT_PLAIN)
                        .exchange(),
                415);
    }

    @Test
    void a_refused_parameter_is_named() {
        assertDetail(get("/things?page=x"), 400, "page must be a whole number.");
        assertDetail(get("/things"), 400, "page is missing.");
        assertDetail(get("/things?page=1&sort=x"), 400, "sort must be one of name, tracks.");
        assertDetail(get("/things/x"), 400, "id must be a UUID.");
    }

    @Test
    void what_is_not_there_is_not_found() {
        assertDetail(get("/nowhere"), 404, "There is nothing at this address.");
        assertDetail(
                get("/things/00000000-0000-0000-0000-000000000001"),
                404,
                "No thing has the id 00000000-0000-0000-0000-000000000001.");
        assertProblem(http.delete().uri("/things").exchange(), 405);
    }

    @Test
    void a_defect_tells_the_caller_nothing_of_our_insides() {
        assertDetail(get("/defect"), 500, ProblemAdvice.OUR_FAULT);
        assertDetail(get("/database/defect"), 500, ProblemAdvice.OUR_FAULT);
    }

    @Test
    void the_database_s_refusals_reach_the_caller_and_its_absence_asks_for_patience() {
        assertDetail(get("/database/argument"), 400, "limit_count must not be negative: -1");
        assertDetail(get("/database/unknown"), 404, "artist_id is unknown: 7");
        assertThat(get("/database/away")).hasStatus(503).hasHeader("Retry-After", "5");
        assertThat(get("/database/away")).bodyText().doesNotContain("10.0.0.1");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void an_open_page_that_asks_again_and_again_fills_no_log(CapturedOutput output) {
        get("/database/away");
        get("/database/away");
        assertThat(output.getOut().split("further requests are answered with 503", -1))
                .hasSizeLessThanOrEqualTo(2);
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void what_the_database_lacks_is_told_in_one_line(CapturedOutput output) {
        new DatabaseProblemAdvice(new Problems(new JsonMapper()), InstantSource.system())
                .failed(
                        new UncategorizedDataAccessException(
                                "select begin_run(\n  ?)",
                                new SQLException("ERROR: cannot execute INSERT\n  Where: SQL statement", "25006")) {},
                        new MockHttpServletRequest("POST", "/things"));
        assertThat(output.getOut()).contains("cannot execute INSERT").doesNotContain("Where:", "begin_run");
    }

    @Test
    void a_browser_gets_a_page_that_runs_nothing_of_the_address() {
        assertThat(http.get().uri("/<script>").accept(MediaType.TEXT_HTML).exchange())
                .hasStatus(404)
                .hasContentTypeCompatibleWith(MediaType.TEXT_HTML)
                .bodyText()
                .contains("<h1>Not Found</h1>")
                .doesNotContain("<script>");
    }

    private MvcTestResult get(String uri) {
        return http.get().uri(uri).exchange();
    }

    private MvcTestResult post(String body) {
        return http.post()
                .uri("/things")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static void assertDetail(MvcTestResult result, int status, String detail) {
        assertProblem(result, status)
                .hasPathSatisfying(
                        "$.detail", value -> assertThat(value).asString().isEqualTo(detail));
    }

    private static org.springframework.test.json.AbstractJsonContentAssert<?> assertProblem(
            MvcTestResult result, int status) {
        return assertThat(result)
                .hasStatus(status)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson();
    }
}
