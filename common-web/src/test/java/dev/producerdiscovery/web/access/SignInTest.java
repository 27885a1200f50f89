package dev.producerdiscovery.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Where a sign-in leads, which tokens it takes and how often one may be guessed. */
class SignInTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T12:00:00Z"));
    private final Guesses guesses = new Guesses(now::get);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/\t/evil.example",
                "/\n/evil.example",
                "\t//evil.example",
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "/\\/evil.example",
                "\\\\evil.example",
                " /evil.example",
                "/ /evil.example",
                "/\u0000/evil.example",
                "/\u00a0/evil.example",
                "/\u2028/evil.example",
                "/..//evil.example",
                "/.//evil.example",
                "https://evil.example",
                "https:evil.example",
                "javascript:alert(1)",
                "evil.example",
                "queues",
                "",
                "/%",
                "/[",
            })
    void a_sign_in_leads_nowhere_else(String to) {
        assertThat(OwnPath.of(to, "")).isEqualTo("/");
        assertThat(OwnPath.of(to, "/music")).isEqualTo("/music/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/queues", "/?q=a%20b&page=2", "/pages/artists/7#songs", "/a?to=//b", "/%09/x"})
    void a_sign_in_leads_to_what_was_asked_for(String to) {
        assertThat(OwnPath.of(to, "")).isEqualTo(to);
    }

    @Test
    void a_path_that_would_not_fit_an_answer_s_head_leads_to_the_start() {
        assertThat(OwnPath.of("/" + "x".repeat(5000), "")).isEqualTo("/");
    }

    @Test
    void after_some_wrong_tokens_their_caller_has_to_wait_and_nobody_else() {
        wrong("192.0.2.1", Guesses.MOST_OF_ONE);
        assertThat(guesses.wait("192.0.2.1")).contains(Guesses.WINDOW);
        assertThat(guesses.wait("192.0.2.2")).isEmpty();
        pass(Guesses.WINDOW);
        assertThat(guesses.wait("192.0.2.1")).isEmpty();
    }

    @Test
    void whoever_has_many_addresses_is_one_caller_with_those_of_ipv6_and_limited_by_all_with_others() {
        for (int i = 0; i < Guesses.MOST_OF_ONE; i++) {
            wrong("2001:db8::" + i, 1);
        }
        assertThat(guesses.wait("2001:db8::ffff")).isPresent();
        guesses.right("192.0.2.200");
        for (int i = 0; i < Guesses.MOST_OF_ALL; i++) {
            wrong("192.0.2." + i, 1);
        }
        assertThat(guesses.wait("192.0.2.201")).isPresent();
        assertThat(guesses.wait("192.0.2.200"))
                .as("showed a right token before")
                .isEmpty();
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void guessing_is_told_once_an_episode(CapturedOutput output) {
        wrong("192.0.2.1", 50);
        wrong("192.0.2.2", 50);
        assertThat(output.getOut()).containsOnlyOnce("A wrong token was shown by 192.0.2.1");
        pass(Duration.ofHours(1));
        wrong("192.0.2.3", 1);
        assertThat(output.getOut()).containsOnlyOnce("A wrong token was shown by 192.0.2.3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiny-one", "fifteen-letters"})
    void a_token_that_protects_nothing_is_refused_without_showing_it(String token) {
        assertThatThrownBy(() -> UnfitToken.check("PRODUCER_DISCOVERY_OPERATOR_TOKEN", token))
                .isInstanceOf(UnfitToken.class)
                .hasMessageContaining("PRODUCER_DISCOVERY_OPERATOR_TOKEN")
                .message()
                .doesNotContain(token);
    }

    @Test
    void a_long_token_and_none_are_taken_but_not_one_for_both() {
        assertThatCode(() -> UnfitToken.check("X", "sixteen-letters!")).doesNotThrowAnyException();
        assertThatCode(() -> UnfitToken.check("X", "")).doesNotThrowAnyException();
        assertThatCode(() -> UnfitToken.checkDifferent("", "")).doesNotThrowAnyException();
        assertThatThrownBy(() -> UnfitToken.checkDifferent("sixteen-letters!", "sixteen-letters!"))
                .isInstanceOf(UnfitToken.class);
    }

    private void wrong(String address, int times) {
        for (int i = 0; i < times; i++) {
            guesses.wrong(address);
        }
    }

    private void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }
}
