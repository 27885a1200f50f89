package dev.producerdiscovery.provider.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.provider.json.Gaps;
import dev.producerdiscovery.provider.json.Json;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class KnownGapsTest {

    private static final String WHOLE = "{'songs': [{'name': 'Undertow'}, {'name': 'Low Tide'}]}";
    private static final String IN_ONE_ROW = "{'songs': [{'name': 'Undertow'}, {}]}";

    private final KnownGaps known = new KnownGaps();

    private static Gaps gaps(String answer) {
        Json json = Json.of(JsonMapper.shared().readTree(answer.replace('\'', '"')));
        json.expectedRows("songs", song -> Optional.of(song.expected("name")));
        return json.gaps();
    }

    private Set<String> unfamiliar(String answer) {
        return known.unfamiliar("songs", gaps(answer));
    }

    private void lackedForCertain(String answer) {
        known.learn("songs", unfamiliar(answer));
    }

    @Test
    void what_one_row_of_several_answers_lacks_is_not_doubted_for_ever() {
        unfamiliar(WHOLE);
        for (int answer = 1; answer <= 3; answer++) {
            assertThat(unfamiliar(IN_ONE_ROW)).containsExactly("songs[1].name");
            lackedForCertain(IN_ONE_ROW);
        }

        assertThat(unfamiliar(IN_ONE_ROW)).isEmpty();
    }

    @Test
    void an_answer_that_gives_it_everywhere_makes_its_lack_doubtful_again() {
        unfamiliar(WHOLE);
        for (int answer = 1; answer <= 3; answer++) {
            lackedForCertain(IN_ONE_ROW);
        }

        assertThat(unfamiliar(WHOLE)).isEmpty();

        assertThat(unfamiliar(IN_ONE_ROW)).isNotEmpty();
    }
}
