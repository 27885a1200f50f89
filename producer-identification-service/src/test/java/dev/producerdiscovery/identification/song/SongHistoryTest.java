package dev.producerdiscovery.identification.song;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.identification.Songs;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SongHistoryTest {

    private static final Instant DONE = Instant.parse("2031-03-01T12:00:00Z");
    private static final Instant ASK_AGAIN = DONE.plus(Duration.ofDays(30));
    private static final Duration HALF_A_YEAR = Duration.ofDays(180);

    @Test
    void a_song_with_a_producer_is_left_alone_for_a_long_time() {
        SongHistory history = new SongHistory(DONE, "v1", true, true, Map.of());

        assertThat(history.isFresh(DONE.plus(Duration.ofDays(179)), HALF_A_YEAR))
                .isTrue();
        assertThat(history.isFresh(DONE.plus(Duration.ofDays(180)), HALF_A_YEAR))
                .isFalse();
    }

    @Test
    void a_song_without_a_producer_is_looked_at_again_when_a_source_is_due() {
        SongHistory history = new SongHistory(DONE, "v1", false, false, Map.of("genius", ASK_AGAIN));

        assertThat(history.isFresh(ASK_AGAIN.minusSeconds(1), HALF_A_YEAR)).isTrue();
        assertThat(history.isFresh(ASK_AGAIN, HALF_A_YEAR)).isFalse();
    }

    @Test
    void a_song_without_a_producer_is_looked_at_again_on_a_new_album() {
        assertThat(new SongHistory(DONE, "v1", false, true, Map.of("genius", ASK_AGAIN)).isFresh(DONE, HALF_A_YEAR))
                .isFalse();
    }

    @Test
    void a_song_never_finished_is_not_fresh() {
        assertThat(SongHistory.none().isFresh(DONE, HALF_A_YEAR)).isFalse();
    }

    @Test
    void a_song_with_a_provisional_result_is_not_fresh() {
        assertThat(new SongHistory(DONE, SongHistory.PROVISIONAL, true, false, Map.of()).isFresh(DONE, HALF_A_YEAR))
                .isFalse();
    }

    @Test
    void what_was_answered_about_fewer_tracks_is_no_answer_about_all() {
        SongHistory history = new SongHistory(DONE, "another version", true, false, Map.of("genius", ASK_AGAIN));

        SongHistory now = history.about(Songs.song("Harbour Lights"));

        assertThat(now.isFresh(DONE, HALF_A_YEAR)).isFalse();
        assertThat(now.answeredByNobody("genius", DONE)).isFalse();
    }
}
