package dev.producerdiscovery.web.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.producerdiscovery.web.problem.TestProblems;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Who is believed when it says for whom and under which name it asks. */
class ForwardingTest {

    private static final String PROXY = "10.1.2.3";
    private static final Proxies PROXIES = new Proxies(Set.of("10.0.0.0/8", "2001:db8::/32", "192.0.2.7"));

    private final Forwarding forwarding = new Forwarding(PROXIES, TestProblems.problems());

    @ParameterizedTest
    @CsvSource({
        "10.255.0.1, true",
        "11.0.0.1, false",
        "192.0.2.7, true",
        "192.0.2.8, false",
        "2001:db8:1::1, true",
        "2001:db9::1, false",
        "::ffff:10.0.0.1, true",
        "localhost, false",
        "evil.example, false",
        "10.1.2.3:5678, true",
        "11.0.0.1:5678, false",
        "[2001:db8:1::1]:443, true",
        "[2001:db8:1::1], true",
        "10.0.0.0.1, false",
        "10.0.1, false",
        "10.0.0.256, false",
        ":::, false",
        "[evil.example]:80, false",
        "cafe, false",
        "unknown, false",
        "'', false",
    })
    void a_proxy_is_known_by_its_address_alone(String address, boolean known) {
        assertThat(PROXIES.contains(address)).isEqualTo(known);
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "", "*", "300.1.1.1"})
    void what_is_no_address_is_refused_by_name(String entry) {
        assertThatThrownBy(() -> new Proxies(Set.of(entry)))
                .hasMessageContaining("PRODUCER_DISCOVERY_TRUSTED_PROXIES")
                .hasMessageContaining("'" + entry + "'");
    }

    @Test
    void a_known_proxy_gives_scheme_name_path_and_caller() throws Exception {
        HttpServletRequest seen = through(PROXY, request -> {
            request.addHeader("X-Forwarded-Proto", "https");
            request.addHeader("X-Forwarded-Host", "music.example");
            request.addHeader("X-Forwarded-Prefix", "/catalogue");
            request.addHeader("X-Forwarded-For", "6.6.6.6, 203.0.113.9, 10.9.9.9");
        });
        assertThat(seen.getRequestURL()).hasToString("https://music.example/catalogue/queues");
        assertThat(seen.isSecure()).isTrue();
        assertThat(seen.getContextPath()).isEqualTo("/catalogue");
        assertThat(seen.getRemoteAddr())
                .as("what the caller wrote itself does not count")
                .isEqualTo("203.0.113.9");
    }

    @Test
    void the_standard_s_header_is_understood_too() throws Exception {
        HttpServletRequest seen = through(
                PROXY,
                request -> request.addHeader(
                        "Forwarded", "host=evil.example;proto=http, for=203.0.113.9;proto=https;host=music.example"));
        assertThat(seen.getRequestURL()).hasToString("https://music.example/queues");
        assertThat(seen.getRemoteAddr()).isEqualTo("203.0.113.9");
    }

    @Test
    void of_anybody_else_it_is_taken_out() throws Exception {
        HttpServletRequest seen = through("203.0.113.9", request -> {
            request.addHeader("X-Forwarded-Proto", "https");
            request.addHeader("X-Forwarded-Host", "evil.example");
            request.addHeader("X-Forwarded-Prefix", "/evil");
            request.addHeader("X-Forwarded-For", "127.0.0.1");
            request.addHeader("Forwarded", "host=evil.example");
        });
        assertThat(seen.getRequestURL()).hasToString("http://localhost/queues");
        assertThat(seen.getContextPath()).isEmpty();
        assertThat(seen.getRemoteAddr()).isEqualTo("203.0.113.9");
        assertThat(Collections.list(seen.getHeaderNames())).isEmpty();
    }

    @Test
    void both_forms_at_once_are_refused_because_one_is_the_caller_s() throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/queues");
        request.setRemoteAddr(PROXY);
        request.addHeader("X-Forwarded-Proto", "https");
        request.addHeader("Forwarded", "host=evil.example");
        MockHttpServletResponse response = new MockHttpServletResponse();
        forwarding.doFilter(request, response, new MockFilterChain());
        assertThat(response.getStatus()).isEqualTo(400);
    }

    private HttpServletRequest through(String from, Consumer<MockHttpServletRequest> headers) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/queues");
        request.setRemoteAddr(from);
        headers.accept(request);
        MockFilterChain chain = new MockFilterChain();
        forwarding.doFilter(request, new MockHttpServletResponse(), chain);
        return (HttpServletRequest) Objects.requireNonNull(chain.getRequest());
    }
}
