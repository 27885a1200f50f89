package dev.producerdiscovery.provider.http;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static dev.producerdiscovery.provider.support.FakeProvider.html;
import static dev.producerdiscovery.provider.support.FakeProvider.json;
import static dev.producerdiscovery.provider.support.FakeProvider.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.producerdiscovery.provider.support.FakeProvider;
import dev.producerdiscovery.worker.failure.ThrottledFailure;
import dev.producerdiscovery.worker.failure.TransientFailure;
import dev.producerdiscovery.worker.scope.WorkScope;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was answered once costs no call for a while. */
class KeptAnswersTest {

    private static final String THING = "{'name': 'Hollow Lake'}";

    private final FakeProvider provider = FakeProvider.keeping(Map.of("acme", Map.of("thing", Duration.ofDays(1))));
    private final ProviderHttp http = provider.factory()
            .create(
                    "acme",
                    provider.factory().standardDialect(Duration.ofSeconds(30)),
                    Authorisation.none(),
                    Map.of(),
                    null);

    @AfterEach
    void stop() {
        provider.close();
    }

    @Test
    void an_answer_is_asked_for_once() {
        provider.answer("/thing", THING);

        assertThat(name()).contains("Hollow Lake");
        assertThat(name()).contains("Hollow Lake");
        assertThat(provider.requests()).hasSize(1);
    }

    @Test
    void that_there_is_no_such_thing_is_asked_once() {
        provider.answer("/thing", json(404, "{}"));

        assertThat(name()).isEmpty();
        assertThat(name()).isEmpty();
        assertThat(provider.requests()).hasSize(1);
    }

    @Test
    void what_is_known_is_told_also_while_the_provider_may_not_be_called() {
        provider.answer("/thing", THING);
        assertThat(name()).contains("Hollow Lake");
        provider.budget().park("acme", "*", provider.clock().instant().plusSeconds(60), "banned");

        assertThat(name()).contains("Hollow Lake");
    }

    @Test
    void no_failure_is_kept() {
        provider.answerInTurn("/thing", html(500), html(500), html(500), json(200, THING));
        assertThatExceptionOfType(TransientFailure.class).isThrownBy(this::name);
        assertThat(name()).contains("Hollow Lake");
    }

    @Test
    void no_limit_is_kept() {
        provider.answerInTurn("/thing", text(429, "slow down").withHeader("Retry-After", "7"), json(200, THING));
        assertThatExceptionOfType(ThrottledFailure.class).isThrownBy(this::name);
        provider.clock().advance(Duration.ofSeconds(7));
        assertThat(name()).contains("Hollow Lake");
    }

    @Test
    void an_answer_that_was_not_believed_is_not_kept() {
        provider.answerInTurn(
                "/thing",
                gapInRow(0, "a"),
                gapInRow(1, "b"),
                gapInRow(2, "c"),
                gapInRow(3, "d"),
                gapInRow(4, "e"),
                gapInRow(5, "f"),
                json(200, "{'name': 'g', 'rows': []}"));

        assertThat(nameWithRows()).contains("f");
        assertThat(nameWithRows()).contains("g");
        assertThat(nameWithRows()).contains("g");
        assertThat(provider.requests()).hasSize(7);
    }

    @Test
    void an_outdated_answer_is_confirmed_without_being_sent_again() {
        provider.stub(
                get(urlPathEqualTo("/thing")).withHeader("If-None-Match", absent()),
                json(200, THING).withHeader("ETag", "\"v1\""));
        provider.stub(get(urlPathEqualTo("/thing")).withHeader("If-None-Match", equalTo("\"v1\"")), text(304, ""));

        assertThat(name()).contains("Hollow Lake");
        provider.clock().advance(Duration.ofHours(25));
        assertThat(name()).contains("Hollow Lake");
        assertThat(provider.requests()).hasSize(2);
        // Confirmed, it is believed for its whole time again.
        provider.clock().advance(Duration.ofHours(23));
        assertThat(name()).contains("Hollow Lake");
        assertThat(provider.requests()).hasSize(2);
    }

    @Test
    void an_outdated_answer_gives_way_to_the_new_one() {
        provider.answer("/thing", json(200, THING).withHeader("Last-Modified", "Sun, 01 Mar 2026 10:00:00 GMT"));
        assertThat(name()).contains("Hollow Lake");
        provider.clock().advance(Duration.ofHours(25));
        provider.answer("/thing", "{'name': 'Hollow Lakes'}");

        assertThat(name()).contains("Hollow Lakes");
        assertThat(provider.requests().getLast().getHeader("If-Modified-Since"))
                .isEqualTo("Sun, 01 Mar 2026 10:00:00 GMT");
    }

    @Test
    void a_confirmation_of_what_nobody_has_is_a_fault() {
        provider.answer("/thing", text(304, ""));

        assertThatExceptionOfType(TransientFailure.class).isThrownBy(this::name);
    }

    @Test
    void a_fresh_look_asks_again_once() {
        provider.answer("/thing", THING);
        assertThat(name()).contains("Hollow Lake");
        provider.clock().advance(Duration.ofSeconds(1));
        provider.answer("/thing", "{'name': 'Hollow Lakes'}");
        var asked = provider.clock().instant();

        assertThat(since(asked).within(this::name)).contains("Hollow Lakes");
        assertThat(since(asked).within(this::name)).contains("Hollow Lakes");
        assertThat(name()).contains("Hollow Lakes");
        assertThat(provider.requests()).hasSize(2);
    }

    @Test
    void of_several_things_only_those_are_asked_for_that_nobody_has_asked_for_alone_or_with_others() {
        provider.answer("/thing/a", "{'name': 'A'}");
        provider.answer("/things", "{'things': [{'name': 'B'}, null]}");
        assertThat(alone("a")).contains("A");

        assertThat(each("a", "b", "c")).containsExactlyInAnyOrderEntriesOf(Map.of("a", "A", "b", "B"));
        int requests = provider.requests().size();
        assertThat(provider.requests("/things").getLast().getUrl()).endsWith("?ids=b,c");

        assertThat(alone("b")).contains("B");
        assertThat(alone("c")).as("what there is not is kept as well").isEmpty();
        assertThat(each("c", "b", "a")).containsOnlyKeys("a", "b");
        assertThat(provider.requests()).hasSize(requests);
    }

    @Test
    void for_a_fresh_look_several_things_are_asked_for_again() {
        provider.answer("/things", "{'things': [{'name': 'A'}]}");
        assertThat(each("a")).containsEntry("a", "A");
        provider.clock().advance(Duration.ofSeconds(1));
        provider.answer("/things", "{'things': [{'name': 'A2'}]}");

        assertThat(since(provider.clock().instant()).within(() -> each("a"))).containsEntry("a", "A2");
        assertThat(alone("a")).contains("A2");
        assertThat(provider.requests()).hasSize(2);
    }

    private Map<String, String> each(String... ids) {
        Map<String, Request> alone = new LinkedHashMap<>();
        Stream.of(ids).forEach(id -> alone.put(id, thing(id)));
        Reply<Map<String, String>> reply = http.askEach(
                alone,
                some -> Request.get("things", URI.create(provider.url() + "/things?ids=" + String.join(",", some))),
                "things",
                row -> Optional.ofNullable(row.text("name")));
        return reply instanceof Reply.Found<Map<String, String>>(Map<String, String> found) ? found : Map.of();
    }

    private Optional<String> alone(String id) {
        return http.get(thing(id), json -> json.required("name"));
    }

    private Request thing(String id) {
        return Request.get("thing", URI.create(provider.url() + "/thing/" + id));
    }

    private Optional<String> name() {
        return http.get(request(), json -> json.required("name"));
    }

    private static ResponseDefinitionBuilder gapInRow(int row, String name) {
        return json(200, "{'name': '" + name + "', 'rows': [" + "{'name': 1}, ".repeat(row) + "{}]}");
    }

    private Optional<String> nameWithRows() {
        return http.get(request(), json -> {
            var unused = json.rows("rows", row -> Optional.ofNullable(row.text("name")));
            return json.required("name");
        });
    }

    private Request request() {
        return Request.get("thing", URI.create(provider.url() + "/thing"));
    }

    private static WorkScope since(Instant time) {
        return new WorkScope(Optional.empty(), time);
    }
}
