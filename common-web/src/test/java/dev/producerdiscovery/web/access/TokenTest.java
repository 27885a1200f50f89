package dev.producerdiscovery.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.web.WebProperties;
import dev.producerdiscovery.web.problem.ProblemConfiguration;
import dev.producerdiscovery.web.transport.TransportConfiguration;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableWebApplicationContext;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.userdetails.UserDetailsService;

/** Which token opens what, through the chain that stands before every service. */
class TokenTest {

    private static final String OPERATOR = "operator-secret-of-a-test";
    private static final String READER = "reader-secret-of-a-test";

    private final WebApplicationContextRunner service = new WebApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class))
            .withUserConfiguration(Settings.class)
            .withPropertyValues("server.address=127.0.0.1");

    private final WebApplicationContextRunner guarded = service.withPropertyValues(
            "producer-discovery.web.operator-token=" + OPERATOR, "producer-discovery.web.reader-token=" + READER);

    @EnableConfigurationProperties({ServerProperties.class, WebProperties.class})
    @Import({AccessConfiguration.class, ProblemConfiguration.class, TransportConfiguration.class})
    static class Settings {}

    @Test
    void reading_needs_a_token_and_changing_the_operator_s() {
        guarded.run(door -> {
            assertThat(refusal(door, "GET", null)).contains(HttpStatus.UNAUTHORIZED);
            assertThat(refusal(door, "GET", "Bearer " + READER)).isEmpty();
            assertThat(refusal(door, "HEAD", "Bearer " + READER)).isEmpty();
            assertThat(refusal(door, "GET", "bearer " + OPERATOR)).isEmpty();
            assertThat(refusal(door, "GET", "Bearer " + READER.substring(1))).contains(HttpStatus.UNAUTHORIZED);
            assertThat(refusal(door, "GET", "Bearer ")).contains(HttpStatus.UNAUTHORIZED);
            assertThat(refusal(door, "GET", "Basic " + READER)).contains(HttpStatus.UNAUTHORIZED);
            assertThat(refusal(door, "POST", "Bearer " + READER)).contains(HttpStatus.FORBIDDEN);
            assertThat(refusal(door, "ANYTHING", "Bearer " + READER)).contains(HttpStatus.FORBIDDEN);
            assertThat(refusal(door, "DELETE", "Bearer " + OPERATOR)).isEmpty();
        });
    }

    @Test
    void without_an_operator_token_nothing_can_be_changed() {
        service.withPropertyValues("producer-discovery.web.reader-token=" + READER)
                .run(door -> {
                    assertThat(refusal(door, "POST", "Bearer " + READER)).contains(HttpStatus.FORBIDDEN);
                    assertThat(door.getBean(Tokens.class).roleOf("")).isEmpty();
                });
    }

    @Test
    void the_cookie_of_a_signed_in_browser_opens_what_its_role_may_even_beside_a_wrong_token() {
        guarded.run(door -> {
            Cookie cookie = new Cookie(
                    SignInCookie.NAME, door.getBean(SignInCookie.class).issue(Role.READER));
            assertThat(answer(door, "GET", request -> request.setCookies(cookie))
                            .getStatus())
                    .isEqualTo(200);
            assertThat(answer(door, "POST", request -> request.setCookies(cookie))
                            .getStatus())
                    .isEqualTo(403);
            assertThat(answer(door, "GET", request -> {
                                request.setCookies(cookie);
                                request.addHeader(HttpHeaders.AUTHORIZATION, "Bearer wrong");
                            })
                            .getStatus())
                    .isEqualTo(200);
            assertThat(answer(door, "GET", request -> request.setCookies(new Cookie(SignInCookie.NAME, "forged")))
                            .getStatus())
                    .isEqualTo(401);
        });
    }

    @Test
    void whoever_guesses_too_often_has_to_wait_and_is_told_how_long() {
        guarded.run(door -> {
            for (int i = 0; i < Guesses.MOST_OF_ONE; i++) {
                assertThat(refusal(door, "GET", "Bearer guess-" + i)).contains(HttpStatus.UNAUTHORIZED);
            }
            MockHttpServletResponse answer =
                    answer(door, "GET", request -> request.addHeader(HttpHeaders.AUTHORIZATION, "Bearer " + READER));
            assertThat(answer.getStatus()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS.value());
            assertThat(answer.getHeader(HttpHeaders.RETRY_AFTER)).matches("\\d+");
            assertThat(answer.getContentAsString()).contains("\"detail\":\"" + TooManyGuesses.DETAIL + "\"");
            assertThat(refusal(door, "GET", null)).contains(HttpStatus.UNAUTHORIZED);
        });
    }

    @Test
    void a_refusal_says_which_token_is_missing_and_nothing_of_what_was_shown() {
        guarded.run(door -> {
            MockHttpServletResponse answer =
                    answer(door, "POST", request -> request.addHeader(HttpHeaders.AUTHORIZATION, "Bearer almost"));
            assertThat(answer.getHeader(HttpHeaders.WWW_AUTHENTICATE)).isEqualTo("Bearer realm=\"producer-discovery\"");
            assertThat(answer.getContentType()).isEqualTo("application/problem+json");
            assertThat(answer.getContentAsString())
                    .contains("This needs the operator token", "\"instance\":\"/queues\"")
                    .doesNotContain("almost");
        });
    }

    @Test
    void nobody_else_is_known_and_nothing_is_kept_of_those_who_are() {
        for (WebApplicationContextRunner each : new WebApplicationContextRunner[] {service, guarded}) {
            each.run(door -> {
                assertThat(door).doesNotHaveBean(UserDetailsService.class);
                MockHttpServletRequest request = request("GET", "Bearer " + READER);
                MockHttpServletResponse answer = answer(door, request);
                assertThat(answer.getStatus()).isEqualTo(200);
                assertThat(request.getSession(false)).isNull();
                assertThat(answer.getHeader(HttpHeaders.SET_COOKIE)).isNull();
            });
        }
    }

    @Test
    void health_and_the_files_of_the_sign_in_page_are_open_and_nothing_beside_them() {
        guarded.run(door -> {
            for (String path : new String[] {
                "/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness", "/assets/style.css"
            }) {
                assertThat(answer(door, "GET", request -> to(request, path)).getStatus())
                        .as(path)
                        .isEqualTo(200);
            }
            for (String path : new String[] {
                "/actuator/health/",
                "/actuator/he%61lth",
                "/actuator/health/db",
                "/actuator",
                "/actuator/prometheus",
                "/assets/",
                "/sign-in"
            }) {
                assertThat(answer(door, "GET", request -> to(request, path)).getStatus())
                        .as(path)
                        .isEqualTo(401);
            }
        });
    }

    private static Optional<HttpStatus> refusal(
            AssertableWebApplicationContext door, String method, @Nullable String authorization)
            throws IOException, ServletException {
        HttpStatus status =
                HttpStatus.valueOf(answer(door, request(method, authorization)).getStatus());
        return Optional.of(status).filter(HttpStatus::isError);
    }

    private static MockHttpServletResponse answer(
            AssertableWebApplicationContext door, String method, Consumer<MockHttpServletRequest> how)
            throws IOException, ServletException {
        MockHttpServletRequest request = request(method, null);
        how.accept(request);
        return answer(door, request);
    }

    private static MockHttpServletResponse answer(AssertableWebApplicationContext door, MockHttpServletRequest request)
            throws IOException, ServletException {
        MockHttpServletResponse answer = new MockHttpServletResponse();
        door.getBean("springSecurityFilterChain", Filter.class).doFilter(request, answer, new MockFilterChain());
        return answer;
    }

    private static MockHttpServletRequest request(String method, @Nullable String authorization) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, "");
        to(request, "/queues");
        if (authorization != null) {
            request.addHeader(HttpHeaders.AUTHORIZATION, authorization);
        }
        return request;
    }

    private static void to(MockHttpServletRequest request, String path) {
        request.setRequestURI(path);
        request.setServletPath(path);
    }
}
