package dev.producerdiscovery.identification.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.producerdiscovery.identification.Songs;
import dev.producerdiscovery.identification.evidence.Answer;
import dev.producerdiscovery.identification.evidence.Credit;
import dev.producerdiscovery.identification.evidence.Match;
import dev.producerdiscovery.identification.song.Song;
import dev.producerdiscovery.identification.song.SongHistory;
import dev.producerdiscovery.matching.role.Role;
import dev.producerdiscovery.worker.failure.ThrottledFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class IdentifierTest {

    private static final Instant NOW = Instant.parse("2031-03-01T12:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofDays(1));

    private final List<String> asked = new ArrayList<>();

    @Test
    void a_dear_source_is_not_asked_when_a_cheap_one_knows() {
        Identification found = identify(false, source("cheap", () -> producer("cheap", 0.9)), silent("dear"));

        assertThat(asked).containsExactly("cheap");
        assertThat(answers(found)).hasSize(1);
    }

    @Test
    void a_weak_claim_does_not_end_the_search() {
        identify(false, source("title", () -> producer("title", 0.6)), silent("dear"));

        assertThat(asked).containsExactly("title", "dear");
    }

    @Test
    void writers_alone_do_not_end_the_search() {
        identify(false, source("cheap", () -> credited("cheap", Role.WRITER, 0.9)), silent("dear"));

        assertThat(asked).containsExactly("cheap", "dear");
    }

    @Test
    void every_source_is_asked_when_confirmation_is_wanted() {
        identify(true, source("cheap", () -> producer("cheap", 0.9)), silent("dear"));

        assertThat(asked).containsExactly("cheap", "dear");
    }

    @Test
    void a_parked_source_holds_nobody_up_whom_another_knows() {
        Identification found = identify(false, parked("cheap", LATER), source("dear", () -> producer("dear", 0.9)));

        assertThat(found)
                .isInstanceOfSatisfying(
                        Identification.Provisional.class,
                        provisional -> assertThat(provisional.answers())
                                .extracting(Answer::source)
                                .containsExactly("dear"));
    }

    @Test
    void a_song_that_nobody_knows_waits_for_the_source_that_was_not_asked() {
        assertThatExceptionOfType(ThrottledFailure.class)
                .isThrownBy(() -> identify(false, source("cheap", () -> nobody("cheap")), parked("dear", LATER)))
                .satisfies(waiting -> assertThat(waiting.provider()).isEqualTo("dear"));
    }

    @Test
    void a_cheap_source_that_answers_soon_is_waited_for() {
        assertThatExceptionOfType(ThrottledFailure.class)
                .isThrownBy(() -> identify(
                        false, parked("cheap", NOW.plusSeconds(5)), source("dear", () -> producer("dear", 0.9))));

        assertThat(asked).containsExactly("cheap");
    }

    @Test
    void a_song_that_was_shown_meanwhile_waits_for_the_source_that_was_parked() {
        SongHistory history = new SongHistory(NOW, SongHistory.PROVISIONAL, true, true, Map.of());

        Identifier identifier = new Identifier(
                List.of(parked("cheap", LATER), source("dear", () -> producer("dear", 0.9))),
                new PlanOptions(false, Duration.ofMinutes(1)),
                InstantSource.fixed(NOW));

        assertThatExceptionOfType(ThrottledFailure.class)
                .isThrownBy(() -> identifier.identify(Songs.song("Harbour Lights"), history));
        assertThat(asked).containsExactly("cheap");
    }

    @Test
    void a_source_that_named_nobody_lately_is_not_asked_again() {
        SongHistory history = new SongHistory(NOW, "version", false, true, Map.of("dear", LATER));

        new Identifier(List.of(silent("dear")), new PlanOptions(false, Duration.ofMinutes(1)), InstantSource.fixed(NOW))
                .identify(Songs.song("Harbour Lights"), history);

        assertThat(asked).isEmpty();
    }

    @Test
    void of_two_answers_of_one_source_the_one_that_names_a_producer_stays() {
        Identification found =
                identify(false, source("cheap", () -> nobody("cheap")), source("cheap", () -> producer("cheap", 0.9)));

        assertThat(answers(found)).singleElement().isInstanceOf(Answer.Credited.class);
    }

    private Identification identify(boolean confirm, CreditSource... sources) {
        return new Identifier(
                        List.of(sources), new PlanOptions(confirm, Duration.ofMinutes(1)), InstantSource.fixed(NOW))
                .identify(Songs.song("Harbour Lights"), SongHistory.none());
    }

    private static List<Answer> answers(Identification found) {
        return ((Identification.Complete) found).answers();
    }

    private CreditSource silent(String name) {
        return source(name, () -> nobody(name));
    }

    private CreditSource parked(String name, Instant until) {
        return source(name, () -> {
            throw new ThrottledFailure(name, until, "banned");
        });
    }

    private CreditSource source(String name, Supplier<Answer> answer) {
        return new CreditSource() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Optional<Answer> ask(Song song) {
                asked.add(name);
                return Optional.of(answer.get());
            }

            @Override
            public boolean remembers() {
                return false;
            }
        };
    }

    private static Answer nobody(String source) {
        return new Answer.NobodyNamed(source, null, LATER);
    }

    private static Answer producer(String source, double strength) {
        return credited(source, Role.PRODUCER, strength);
    }

    private static Answer credited(String source, Role role, double strength) {
        Match match = new Match("test", strength, "1", null);
        return new Answer.Credited(source, List.of(new Credit("Ada Krol", "Ada Krol", "Role", role, "1", match)));
    }
}
