package dev.producerdiscovery.provider.http;

import static dev.producerdiscovery.provider.support.FakeProvider.html;
import static dev.producerdiscovery.provider.support.FakeProvider.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MissingFieldsTest extends CallsOfAcme {

    @Test
    void a_missing_field_is_asked_for_again() {
        provider.answerInTurn("/thing", json(200, "{}"), json(200, THING));

        assertThat(expectedName()).contains("Hollow Lake");
        assertThat(provider.requests()).hasSize(2);
    }

    @Test
    void a_field_that_is_missing_thrice_is_not_there_and_not_asked_for_any_more() {
        provider.answer("/thing", "{}");

        assertThat(expectedName()).contains("");
        assertThat(expectedName()).contains("");
        assertThat(provider.requests()).hasSize(4);
    }

    @Test
    void a_field_that_was_there_once_is_asked_for_again_wherever_it_is_missing() {
        provider.answerInTurn(
                "/thing",
                json(200, "{}"),
                json(200, "{}"),
                json(200, "{}"),
                json(200, THING),
                json(200, "{}"),
                json(200, THING));

        assertThat(expectedName()).contains("");
        assertThat(expectedName()).contains("Hollow Lake");
        assertThat(expectedName()).contains("Hollow Lake");
    }

    @Test
    void a_field_that_is_not_given_any_more_is_soon_not_asked_for_again_until_it_is_given_again() {
        provider.answer("/thing", THING);
        assertThat(expectedName()).contains("Hollow Lake");

        provider.answer("/thing", "{}");
        assertThat(callsFor(20)).isEqualTo(3 * 3 + 17);

        provider.answer("/thing", THING);
        assertThat(expectedName()).contains("Hollow Lake");
        provider.answer("/thing", "{}");
        assertThat(callsFor(20)).isEqualTo(3 * 3 + 17);
    }

    private int callsFor(int things) {
        int before = provider.requests().size();
        for (int i = 0; i < things; i++) {
            assertThat(expectedName()).contains("");
        }
        return provider.requests().size() - before;
    }

    @Test
    void a_field_that_is_missing_in_one_row_only_is_asked_for_again() {
        String whole = "{'songs': [{'name': 'Undertow'}, {'name': 'Ebb'}]}";
        provider.answerInTurn(
                "/thing",
                json(200, "{'songs': [{}, {'name': 'Ebb'}]}"),
                json(200, "{'songs': [{'name': 'Undertow'}, {}]}"),
                json(200, whole));

        assertThat(http.get(thing(), json -> json.rows("songs", song -> Optional.of(song.expected("name")))))
                .contains(List.of("Undertow", "Ebb"));
        assertThat(provider.requests()).hasSize(3);
    }

    @Test
    void what_is_missing_in_the_last_answer_of_many_failures_is_asked_for_again() {
        provider.answerInTurn("/thing", html(502), html(502), json(200, "{}"), json(200, THING));

        assertThat(expectedName()).contains("Hollow Lake");
    }

    @Test
    void an_answer_that_is_never_the_same_is_taken_in_the_end() {
        provider.answerInTurn("/thing", row(0), row(1), row(2), row(3), row(4), row(5));

        assertThat(http.get(thing(), json -> json.rows("songs", song -> Optional.of(song.expected("name")))))
                .isPresent();
        assertThat(provider.requests()).hasSize(6);
    }

    /** A list whose row at that place cannot be read. */
    private static ResponseDefinitionBuilder row(int unreadable) {
        List<String> rows = new ArrayList<>(Collections.nCopies(6, "{'name': 'Ebb'}"));
        rows.set(unreadable, "null");
        return json(200, "{'songs': " + rows + "}");
    }

    private Optional<String> expectedName() {
        return http.get(thing(), json -> json.expected("name"));
    }
}
