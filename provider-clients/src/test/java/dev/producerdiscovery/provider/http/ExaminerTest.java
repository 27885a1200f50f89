package dev.producerdiscovery.provider.http;

import static dev.producerdiscovery.provider.support.FakeProvider.html;
import static dev.producerdiscovery.provider.support.FakeProvider.json;
import static dev.producerdiscovery.provider.support.FakeProvider.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.producerdiscovery.provider.support.FakeProvider;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExaminerTest {

    private static final String WHOLE = "{'id': 1, 'title': 'Undertow'}";

    private final FakeProvider provider = FakeProvider.keeping(Map.of("acme", Map.of("thing", Duration.ofDays(1))));
    private final ProviderHttp http = provider.factory()
            .create(
                    "acme",
                    provider.factory().standardDialect(Duration.ofSeconds(30)),
                    Authorisation.none(),
                    Map.of(),
                    null);

    ExaminerTest() {
        provider.factory()
                .watch(
                        "acme",
                        http,
                        id -> Request.get("thing", URI.create(provider.url() + "/thing/" + id)),
                        json -> json.expectKey("title").requiredNumber("id"));
    }

    @AfterEach
    void stop() {
        provider.close();
    }

    @Test
    void all_is_fine_when_everything_is_there() {
        provider.answer("/thing/1", WHOLE);

        assertThat(examine()).isEqualTo("fine");
        assertThat(examine()).as("what is known does not count").isEqualTo("fine");
        assertThat(provider.requests()).hasSize(2);
    }

    @Test
    void what_is_missing_twice_may_be_a_damaged_answer() {
        assertThat(after(json(200, "{'id': 1}"), json(200, "{'id': 1}"), json(200, WHOLE)))
                .isEqualTo("fine");
    }

    @Test
    void what_is_missing_after_two_failures_may_be_a_damaged_answer() {
        assertThat(after(html(502), html(502), json(200, "{'id': 1}"), json(200, WHOLE)))
                .isEqualTo("fine");
    }

    @Test
    void what_is_missing_thrice_has_changed() {
        assertThat(after(json(200, "{'id': 1}"))).isEqualTo("changed: GET /thing/1 lacks title");
    }

    @Test
    void an_answer_that_means_nothing_any_more_has_changed() {
        assertThat(after(json(200, "{'song': {}}"))).startsWith("changed: ").contains("the answer has no id");
    }

    @Test
    void a_well_known_thing_that_is_gone_is_a_change() {
        assertThat(after(json(404, "{}"))).isEqualTo("changed: GET /thing/1 is not there any more, or never was");
    }

    @Test
    void a_question_that_is_not_understood_any_more_is_a_change() {
        assertThat(after(json(400, "{'message': 'use v2'}"))).contains("changed: ", "use v2");
    }

    @Test
    void a_provider_that_fails_twice_is_fine() {
        assertThat(after(html(502), html(502), json(200, WHOLE))).isEqualTo("fine");
    }

    @Test
    void a_provider_that_fails_thrice_is_down() {
        assertThat(after(html(502))).startsWith("down: answered 502");
    }

    @Test
    void a_refused_account_is_blocked_and_left_alone() {
        assertThat(after(text(403, "no"))).isEqualTo("blocked: answered 403, no");
        assertThat(examine()).as("it is known without a call").isEqualTo("blocked: answered 403, no");
        assertThat(provider.requests()).hasSize(1);
    }

    @Test
    void too_many_calls_are_blocked_until_the_stated_time() {
        assertThat(after(text(429, "slow down").withHeader("Retry-After", "60")))
                .isEqualTo("blocked: answered 429, slow down until 2026-03-01T12:01:00Z");
        assertThat(examine()).as("nobody asks before").isEqualTo("not asked");
    }

    private String after(ResponseDefinitionBuilder... answers) {
        provider.answerInTurn("/thing/1", answers);
        return examine();
    }

    private String examine() {
        return provider.factory()
                .watches()
                .getFirst()
                .ask()
                .apply("1")
                .map(found -> found.detail().isEmpty()
                        ? found.condition().toString()
                        : found.condition() + ": " + found.detail())
                .orElse("not asked");
    }
}
