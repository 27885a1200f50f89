package dev.producerdiscovery.provider.instagram;

import static dev.producerdiscovery.provider.support.FakeProvider.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.producerdiscovery.provider.Secret;
import dev.producerdiscovery.provider.support.FakeProvider;
import dev.producerdiscovery.worker.failure.PermanentFailure;
import dev.producerdiscovery.worker.failure.ThrottledFailure;
import dev.producerdiscovery.worker.failure.TransientFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstagramClientTest {

    private static final InstagramProfile MARA = new InstagramProfile(
            "maravale", "Mara Vale", "Producer.", "https://mara.example/", 1200L, "https://cdn.invalid/1.jpg");

    private final FakeProvider provider = new FakeProvider();
    private final InstagramClient client = client("the-key", "1784", "", "");

    @AfterEach
    void stop() {
        provider.close();
    }

    @Test
    void meta_gives_a_professional_profile() {
        provider.answer("/v26.0/1784", """
                {'business_discovery': {'username': 'MaraVale', 'name': 'Mara Vale', 'biography': 'Producer.',
                 'website': 'https://mara.example/', 'followers_count': 1200, 'profile_picture_url':
                 'https://cdn.invalid/1.jpg', 'id': '5'}, 'id': '1784'}
                """);

        assertThat(client.profile("@MaraVale")).contains(MARA);
        assertThat(provider.requests().getFirst().queryParameter("fields").firstValue())
                .startsWith("business_discovery.username(maravale){username,");
        assertThat(provider.requests().getFirst().getHeader("Authorization")).isEqualTo("Bearer the-key");
        assertThat(provider.requests().getFirst().getUrl()).doesNotContain("the-key");
    }

    @Test
    void what_is_empty_is_left_out() {
        provider.answer("/v26.0/1784", "{'business_discovery': {'username': 'maravale', 'id': '5'}, 'id': '1784'}");

        assertThat(client.profile("maravale")).contains(new InstagramProfile("maravale", null, null, null, null, null));
    }

    @Test
    void another_data_provider_may_be_asked_instead() {
        InstagramClient other = client("the-key", "", "/info?username={handle}", "x-api-key");
        provider.answer("/v26.0/info", """
                {'status': 'ok', 'data': {'user': {'username': 'maravale', 'full_name': 'Mara Vale', 'biography': 'Producer.',
                 'external_url': 'https://mara.example/', 'edge_followed_by': {'count': 1200},
                 'profile_pic_url_hd': 'https://cdn.invalid/1.jpg'}}}
                """);

        assertThat(other.profile("maravale")).contains(MARA);
        assertThat(provider.requests().getFirst().getHeader("x-api-key")).isEqualTo("the-key");
        assertThat(provider.requests().getFirst().queryParameter("username").firstValue())
                .isEqualTo("maravale");
    }

    @Test
    void a_personal_account_or_unknown_name_is_empty() {
        provider.answer("/v26.0/1784", error(400, 110, 2207013, "Invalid user id"));

        assertThat(client.profile("maravale")).isEmpty();
    }

    @Test
    void what_is_no_handle_costs_no_call() {
        assertThat(client.profile("Mara Vale){id")).isEmpty();
        assertThat(provider.requests()).isEmpty();
    }

    @Test
    void the_apps_limit_parks_instagram() {
        provider.answer("/v26.0/1784", error(403, 4, 0, "(#4) Application request limit reached"));

        assertThatExceptionOfType(ThrottledFailure.class)
                .isThrownBy(() -> client.profile("maravale"))
                .satisfies(failure -> assertThat(failure.until())
                        .isEqualTo(provider.clock().instant().plusSeconds(600)));
    }

    @Test
    void an_app_that_has_used_nearly_all_of_its_calls_pauses_after_the_answer() {
        provider.answer(
                "/v26.0/1784",
                json(200, "{'business_discovery': {'username': 'maravale'}}")
                        .withHeader("X-App-Usage", "{\"call_count\": 12, \"total_cputime\": 93, \"total_time\": 1}"));

        assertThat(client.profile("maravale")).isPresent();
        assertThatExceptionOfType(ThrottledFailure.class)
                .isThrownBy(() -> client.profile("ivomarsh"))
                .withMessageContaining("93 %")
                .satisfies(failure -> assertThat(failure.until())
                        .isEqualTo(provider.clock().instant().plusSeconds(600)));
        assertThat(provider.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"call_count\": 89}",
                "{}",
                "[]",
                "7",
                "junk",
                "{\"call_count\": \"x\"}",
                "{\"call_count\": null}"
            })
    void an_app_that_has_calls_left_or_says_nothing_of_it_goes_on(String usage) {
        provider.answer(
                "/v26.0/1784",
                json(200, "{'business_discovery': {'username': 'maravale'}}").withHeader("X-App-Usage", usage));

        assertThat(client.profile("maravale")).isPresent();
        assertThat(client.profile("ivomarsh")).isPresent();
    }

    @Test
    void meta_may_say_itself_when_an_account_may_ask_again() {
        provider.answer(
                "/v26.0/1784",
                error(400, 80002, 0, "Too many calls")
                        .withHeader(
                                "X-Business-Use-Case-Usage",
                                "{\"1784\": [{\"type\": \"instagram\", \"call_count\": 100,"
                                        + " \"estimated_time_to_regain_access\": 19}]}"));

        assertThatExceptionOfType(ThrottledFailure.class)
                .isThrownBy(() -> client.profile("maravale"))
                .satisfies(failure -> assertThat(failure.until())
                        .isEqualTo(provider.clock().instant().plusSeconds(19 * 60)));
    }

    @Test
    void an_expired_token_is_an_account_problem() {
        provider.answer("/v26.0/1784", error(400, 190, 463, "Session has expired"));
        assertThatExceptionOfType(ThrottledFailure.class)
                .isThrownBy(() -> client.profile("maravale"))
                .withMessageContaining("account problem")
                .withMessageContaining("INSTAGRAM_API_KEY")
                .withMessageNotContaining("the-key");
    }

    @Test
    void a_missing_permission_is_named() {
        provider.answer("/v26.0/1784", error(403, 10, 0, "Application does not have permission"));

        assertThatExceptionOfType(ThrottledFailure.class)
                .isThrownBy(() -> client.profile("maravale"))
                .withMessageContaining("instagram_basic");
    }

    @Test
    void other_errors_are_told_apart() {
        provider.answer("/v26.0/1784", error(400, 100, 0, "Unsupported get request"));
        assertThatExceptionOfType(PermanentFailure.class).isThrownBy(() -> client.profile("maravale"));

        provider.answer("/v26.0/1784", error(500, 2, 0, "Service temporarily unavailable"));
        assertThatExceptionOfType(TransientFailure.class).isThrownBy(() -> client.profile("maravale"));
    }

    @Test
    void meta_needs_the_id_of_an_own_account() {
        assertThat(new InstagramProperties("", Secret.valueOf("key"), "", "", "").isConfigured())
                .isFalse();
        assertThat(new InstagramProperties("", Secret.valueOf("key"), "1784", "", "").isConfigured())
                .isTrue();
        assertThat(new InstagramProperties("https://other.example", Secret.valueOf("key"), "", "", "").isConfigured())
                .isTrue();
        assertThat(new InstagramProperties("https://other.example", Secret.valueOf(""), "", "", "").isConfigured())
                .isFalse();
    }

    private InstagramClient client(String key, String userId, String lookupPath, String keyHeader) {
        return new InstagramAutoConfiguration()
                .instagramClient(
                        provider.factory(),
                        new InstagramProperties(
                                provider.url() + "/v26.0", Secret.valueOf(key), userId, lookupPath, keyHeader));
    }

    private static ResponseDefinitionBuilder error(int status, int code, int subcode, String message) {
        return json(
                status,
                "{'error': {'message': '" + message + "', 'type': 'OAuthException', 'code': " + code
                        + ", 'error_subcode': " + subcode + "}}");
    }
}
