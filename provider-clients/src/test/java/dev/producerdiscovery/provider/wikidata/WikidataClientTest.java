package dev.producerdiscovery.provider.wikidata;

import static dev.producerdiscovery.provider.support.FakeProvider.json;
import static dev.producerdiscovery.provider.support.FakeProvider.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.producerdiscovery.provider.support.FakeProvider;
import dev.producerdiscovery.worker.failure.ThrottledFailure;
import dev.producerdiscovery.worker.failure.TransientFailure;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WikidataClientTest {

    private final FakeProvider provider = new FakeProvider();
    private final WikidataClient client = client(true);

    @AfterEach
    void stop() {
        provider.close();
    }

    @Test
    void people_are_found_by_their_ids_elsewhere() {
        provider.answer("/sparql", """
                {'head': {'vars': []}, 'results': {'bindings': [{'key': {'type': 'literal', 'value': 'p1'}, 'person':
                 {'type': 'uri', 'value': 'http://www.wikidata.org/entity/Q900'}, 'instagram': {'value': 'maravale'},
                 'email': {'value': 'mailto:mara@example.org'}}, {'person': {'value': 'no key'}}]}}
                """);

        Map<String, WikidataPerson> people = client.people(WikidataKey.MUSICBRAINZ_ARTIST, List.of("p1", "p2"));

        assertThat(people)
                .containsExactly(Map.entry(
                        "p1",
                        new WikidataPerson(
                                "Q900", "maravale", null, null, "mara@example.org", null, null, null, null)));
        assertThat(query()).contains("values ?key { \"p1\" \"p2\" }").contains("?person wdt:P434 ?key .");
        assertThat(provider.requests().getFirst().getHeader("User-Agent")).contains("somebody@example.org");
    }

    @Test
    void an_id_cannot_change_the_query() {
        provider.answer("/sparql", "{'results': {'bindings': []}}");

        client.people(WikidataKey.ITEM, List.of("Q900", "\" } drop", "Q1 Q2"));

        assertThat(query()).contains("values ?key { \"Q900\" }").doesNotContain("drop");
    }

    @Test
    void impossible_ids_cost_no_call() {
        assertThat(client.people(WikidataKey.ITEM, List.of("not an id"))).isEmpty();
        assertThat(provider.requests()).isEmpty();
    }

    @Test
    void being_too_fast_parks_wikidata() {
        provider.answer("/sparql", text(429, "Too Many Requests").withHeader("Retry-After", "45"));

        assertThatExceptionOfType(ThrottledFailure.class)
                .isThrownBy(() -> client.people(WikidataKey.ITEM, List.of("Q900")))
                .satisfies(failure -> assertThat(failure.until())
                        .isEqualTo(provider.clock().instant().plusSeconds(45)));
    }

    @Test
    void an_answer_without_results_is_none() {
        provider.answer("/sparql", json(200, "{'entities': {}}"));

        assertThatExceptionOfType(TransientFailure.class)
                .isThrownBy(() -> client.people(WikidataKey.ITEM, List.of("Q900")));
    }

    @Test
    void nothing_is_called_unless_it_is_switched_on() {
        WikidataClient off = client(false);

        assertThat(off.isConfigured()).isFalse();
        assertThatExceptionOfType(ThrottledFailure.class)
                .isThrownBy(() -> off.people(WikidataKey.ITEM, List.of("Q900")));
        assertThat(provider.requests()).isEmpty();
    }

    private String query() {
        return URLDecoder.decode(provider.requests().getFirst().getBodyAsString(), StandardCharsets.UTF_8);
    }

    private WikidataClient client(boolean enabled) {
        return new WikidataAutoConfiguration()
                .wikidataClient(
                        provider.factory(),
                        new WikidataProperties(enabled, provider.url() + "/sparql", "somebody@example.org"));
    }
}
