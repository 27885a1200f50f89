package dev.producerdiscovery.identification;

import static dev.producerdiscovery.identification.Providers.recording;
import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.worker.engine.Ending;
import dev.producerdiscovery.worker.testing.Handled;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Songs that were identified before, and what a further look at them changes. */
class AskedAgainTest extends IdentificationStage {

    @Test
    void a_refresh_asks_again_although_the_song_is_identified() {
        UUID track = track("Harbour Lights", 1);
        identify(track);
        int calls = providers.asked().size();

        Handled handled = runner.run(worker, "{\"trackId\": \"%s\", \"refresh\": true}".formatted(track));

        assertThat(handled.ending()).isEqualTo(Ending.DONE);
        assertThat(providers.asked()).hasSizeGreaterThan(calls);
    }

    @Test
    void nobody_named_anywhere_is_stored_and_not_asked_again_soon() {
        UUID track = track("Harbour Lights", 1);

        assertThat(identify(track).ending()).isEqualTo(Ending.DONE);
        int calls = providers.asked().size();

        assertThat(identify(track).ending()).isEqualTo(Ending.DUPLICATE);
        assertThat(providers.asked()).hasSize(calls);
        assertThat(texts("select source || ' ' || outcome from credit_evidence order by 1"))
                .containsExactly("genius none_found", "musicbrainz none_found");
    }

    @Test
    void a_song_without_a_producer_is_looked_at_again_when_it_appears_on_another_album() {
        UUID song = catalogue.song("harbour lights");
        UUID track = catalogue.track(song, album, "Harbour Lights", 1, null);
        identify(track);
        String other = "2BBBBBBBBBBBBBBBBBBBBB";
        UUID again = catalogue.track(song, catalogue.album("Second Wind", other), "Harbour Lights", 1, null);
        providers.release(other, "rel2", recording("r1", "Harbour Lights", "m1=Ada Krol"));

        identify(again);

        assertThat(credits()).containsExactly("Ada Krol: producer by musicbrainz");
        assertThat(texts("select distinct t.name from track_producers tp join tracks t on t.id = tp.track_id"))
                .containsExactly("Harbour Lights");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void a_song_ends_with_the_same_evidence_in_whatever_order_its_albums_are_found(long seed) {
        List<String> expected = evidenceAfter(List.of(0, 1, 2));
        List<Integer> shuffled = new ArrayList<>(List.of(0, 1, 2));
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(evidenceAfter(shuffled)).isEqualTo(expected);
    }

    /** Each album is asked about before the next one is found. */
    private List<String> evidenceAfter(List<Integer> order) {
        List<String> albums = List.of("1CCCCCCCCCCCCCCCCCCCCC", "1DDDDDDDDDDDDDDDDDDDDD", "1EEEEEEEEEEEEEEEEEEEEE");
        Catalogue tinFoxes = Catalogue.emptied(DATABASE.owner(), "The Tin Foxes");
        providers.knowNothing();
        providers.geniusPage(77, "Harbour Lights", "The Tin Foxes", "4FFFFFFFFFFFFFFFFFFFFF", "9=Ada Krol");
        providers.release(albums.get(1), "rel1", recording("r1", "Harbour Lights"));
        UUID song = tinFoxes.song("harbour lights");
        for (int number : order) {
            UUID track = tinFoxes.track(
                    song, tinFoxes.album("Album " + number, albums.get(number)), "Harbour Lights", 1, null);
            if (number == 2) {
                jdbc.sql("update tracks set spotify_id = '4FFFFFFFFFFFFFFFFFFFFF' where id = :id")
                        .param("id", track)
                        .update();
            }
            identify(track);
        }
        return texts("""
                select concat_ws(' | ', source, outcome, raw_name, match_kind, match_strength)
                from credit_evidence
                order by 1
                """);
    }
}
