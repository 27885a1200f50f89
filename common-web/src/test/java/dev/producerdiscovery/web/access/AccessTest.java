package dev.producerdiscovery.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.web.problem.TestProblems;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class AccessTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Tokens TOKENS = new Tokens("operator-secret", "reader-secret");

    private final HostRule loopback = HostRule.loopback(Set.of("music.example"));
    private final HostRule localNetwork = HostRule.localNetwork(Set.of());
    private final OriginRule origin = new OriginRule();
    private final SignInCookie cookie = new SignInCookie(TOKENS, InstantSource.fixed(NOW));

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost", "LOCALHOST", "127.0.0.1", "127.1.2.3", "[::1]", "[0:0:0:0:0:0:0:1]", "music.example"
            })
    void the_machine_s_own_names_and_allowed_ones_pass(String host) {
        assertThat(loopback.refusal(toHost(host))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "10.0.0.1", "catalog"})
    void a_name_that_a_stranger_may_own_is_refused(String host) {
        assertThat(loopback.refusal(toHost(host))).isPresent();
    }

    @Test
    void in_a_trusted_network_addresses_and_container_names_pass_but_no_public_name() {
        assertThat(localNetwork.refusal(toHost("10.0.0.1"))).isEmpty();
        assertThat(localNetwork.refusal(toHost("catalog-service"))).isEmpty();
        assertThat(localNetwork.refusal(toHost("localhost"))).isEmpty();
        assertThat(localNetwork.refusal(toHost("evil.example"))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://evil.example", "http://localhost:3000", "null", "http://localhost:8086.evil.example", "%"
            })
    void a_request_of_a_foreign_page_is_refused(String from) {
        MockHttpServletRequest request = post("localhost:8086");
        request.addHeader("Origin", from);
        assertThat(origin.refusal(request)).isPresent();
    }

    @Test
    void our_own_page_and_programs_pass() {
        MockHttpServletRequest own = post("localhost:8086");
        own.addHeader("Origin", "http://localhost:8086");
        assertThat(origin.refusal(own)).isEmpty();
        assertThat(origin.refusal(post("localhost:8086"))).isEmpty();
    }

    @Test
    void a_foreign_page_may_link_here_but_not_fetch_from_here() {
        assertThat(origin.refusal(crossSite("GET", "navigate"))).isEmpty();
        assertThat(origin.refusal(crossSite("GET", "no-cors"))).isPresent();
        assertThat(origin.refusal(crossSite("POST", "navigate"))).isPresent();
    }

    @Test
    void what_a_rule_refuses_is_forbidden_and_goes_no_further() throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        MockFilterChain chain = new MockFilterChain();
        new RuleFilter(loopback, TestProblems.problems()).doFilter(toHost("evil.example"), response, chain);
        assertThat(response.getStatus()).isEqualTo(HttpStatus.FORBIDDEN.value());
        assertThat(response.getContentAsString()).contains("\"status\":403", "allowed-hosts");
        assertThat(chain.getRequest()).isNull();
    }

    @Test
    void a_sign_in_holds_until_its_end_and_no_other_role_can_be_made_of_it() {
        String value = cookie.issue(Role.READER);
        assertThat(cookie.roleOf(value)).contains(Role.READER);
        assertThat(cookie.roleOf(value.replace("READER", "OPERATOR"))).isEmpty();
        assertThat(cookie.roleOf("")).isEmpty();
        assertThat(cookieAt(NOW.plus(SignInCookie.LIFETIME)).roleOf(value)).isEmpty();
        assertThat(cookieAt(NOW.plus(SignInCookie.LIFETIME).minusSeconds(1)).roleOf(value))
                .contains(Role.READER);
        assertThat(new SignInCookie(new Tokens("other", "other"), InstantSource.fixed(NOW)).roleOf(value))
                .isEmpty();
    }

    private static SignInCookie cookieAt(Instant time) {
        return new SignInCookie(TOKENS, InstantSource.fixed(time));
    }

    private static MockHttpServletRequest toHost(String host) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
        request.setServerName(host);
        return request;
    }

    private static MockHttpServletRequest post(String host) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/");
        request.addHeader("Host", host);
        request.setServerName(host.replaceFirst(":\\d+$", ""));
        request.setServerPort(host.contains(":") ? Integer.parseInt(host.replaceFirst(".*:", "")) : 80);
        return request;
    }

    private static MockHttpServletRequest crossSite(String method, String mode) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, "/");
        request.addHeader("Sec-Fetch-Site", "cross-site");
        request.addHeader("Sec-Fetch-Mode", mode);
        return request;
    }
}
