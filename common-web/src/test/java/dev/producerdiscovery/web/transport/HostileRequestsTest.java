package dev.producerdiscovery.web.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Requests that no well-meaning client sends: refused as the caller's mistake, and no failure of ours. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
class HostileRequestsTest {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/things?page=1&x=%00",
                "/things?page=1&x=%ff",
                "/things?page=1&x=%zz",
                "/things?page=1&x=%",
                "/things?page=1&%00=x",
                "/things?page=1&x=%ed%a0%80",
                "/things?page=1&x=a%EF%BF%BDb",
                "/things/%00",
                "/things/%ff",
                "/things/%zz",
                "/things/%2f",
                "/things/%5c",
                "/things/..%2f",
                "/things/../things?page=1",
                "/nowhere/../things?page=1",
                "/assets/../things?page=1",
                "/assets/%2e%2e/things?page=1",
                "/./things?page=1",
                "//things?page=1",
                "/things;a=b?page=1",
                "/things/..;/things?page=1",
                "/../../etc/passwd",
                "things",
                "/things?page=1#x",
                "/things?q={",
                "/th\u0001ings",
                "/th\u00ffings",
            })
    void a_path_or_parameter_that_is_no_text_is_a_mistake_of_the_caller(String path, CapturedOutput output)
            throws IOException {
        assertRefused(RawHttp.answer(port, "GET " + path + " HTTP/1.1", "Host: localhost"), output);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": \"a\\u0000b\"}",
                "{\"name\": \"\\ud800\"}",
                "{\"x\\u0000\": 1}",
                "\u00ff",
                "{\"lines\": [{\"\\udc00\": 1}]}"
            })
    void a_body_with_what_is_no_text_is_refused(String body, CapturedOutput output) throws IOException {
        assertRefused(post("application/json", body), output);
    }

    @Test
    void the_place_of_what_is_no_text_is_named() throws IOException {
        assertThat(post("application/json", "{\"lines\": [{}, {\"id\": \"\\u0000\"}]}"))
                .contains("\"field\":\"lines[1].id\"");
        assertThat(RawHttp.answer(port, "GET /things?page=1&sort=%00 HTTP/1.1", "Host: localhost"))
                .contains("\"field\":\"sort\"");
    }

    @Test
    void of_many_unreadable_requests_one_is_told(CapturedOutput output) throws IOException {
        for (int i = 0; i < 20; i++) {
            RawHttp.answer(port, "GET /things?page=%00 HTTP/1.1", "Host: localhost");
        }
        assertThat(output.getOut().split("is refused with 400", -1)).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void too_many_parameters_are_refused_in_the_address_and_in_a_form(CapturedOutput output) throws IOException {
        String many = IntStream.range(0, 1100).mapToObj(i -> "a=").collect(Collectors.joining("&"));
        assertRefused(RawHttp.answer(port, "GET /things?" + many + " HTTP/1.1", "Host: localhost"), output);
        assertRefused(post("application/x-www-form-urlencoded", many), output);
        assertRefused(post("application/x-www-form-urlencoded", "a=%zz"), output);
        assertRefused(post("application/x-www-form-urlencoded", "a=%00"), output);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: localhost\r\nHost: evil.example",
                "X: y",
                "Host: a b",
                "Host: localhost\r\nX\u0000: y",
                "Host: localhost\r\nContent-Length: -1",
                "Host: localhost\r\nContent-Length: 1\r\nContent-Length: 2",
                "Host: localhost\r\n no-name",
            })
    void a_head_that_is_no_valid_one_is_refused_before_any_filter(String headers, CapturedOutput output)
            throws IOException {
        assertRefused(RawHttp.answer(port, "GET /things?page=1 HTTP/1.1", headers), output);
    }

    @Test
    void too_long_a_head_and_unknown_versions_and_methods_are_refused(CapturedOutput output) throws IOException {
        assertRefused(
                RawHttp.answer(port, "GET /things?page=1 HTTP/1.1", "Host: localhost", "X: " + "x".repeat(20_000)),
                output);
        assertRefused(RawHttp.answer(port, "GET /" + "x".repeat(20_000) + " HTTP/1.1", "Host: localhost"), output);
        assertRefused(RawHttp.answer(port, "FOO /things HTTP/1.1", "Host: localhost"), output);
        assertRefused(RawHttp.answer(port, "TRACE /things HTTP/1.1", "Host: localhost"), output);
        assertRefused(RawHttp.answer(port, "G@T /things HTTP/1.1", "Host: localhost"), output);
        assertRefused(RawHttp.answer(port, "GET /things HTTP/9.9", "Host: localhost"), output);
        assertRefused(
                RawHttp.answer(port, "GET /things HTTP/1.1", "Host: localhost", "Transfer-Encoding: gzip"), output);
    }

    private String post(String type, String body) throws IOException {
        return RawHttp.exchange(
                port,
                "POST /things HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: " + type
                        + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
    }

    private static void assertRefused(String answer, CapturedOutput output) {
        assertThat(answer)
                .matches("(?s)HTTP/1.1 4\\d\\d .*")
                .containsIgnoringCase("Content-Type: application/problem+json")
                .contains("\"status\":4")
                .doesNotContain("Tomcat", "\tat ", "Exception");
        assertThat(output.getOut()).doesNotContain("ERROR", "WARN", "\tat ");
    }
}
