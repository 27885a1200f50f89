package dev.producerdiscovery.identification.database;

import static dev.producerdiscovery.identification.database.Claims.claim;
import static dev.producerdiscovery.identification.database.Claims.nobody;
import static dev.producerdiscovery.identification.database.Claims.producer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.producerdiscovery.backend.testing.TestDatabase;
import dev.producerdiscovery.identification.Catalogue;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SongCreditsTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private final Catalogue catalogue = Catalogue.emptied(DATABASE.owner(), "The Tin Foxes");
    private final Claims claims = new Claims(DATABASE.worker());
    private UUID song = UUID.randomUUID();

    @BeforeEach
    void song() {
        UUID album = catalogue.album("First Light", null);
        song = catalogue.song("harbour lights");
        catalogue.track(song, album, "Harbour Lights", 1, null);
        catalogue.track(song, album, "Harbour Lights - Remastered", 2, null);
    }

    @Test
    void every_track_of_a_song_carries_its_credits() {
        claims.say(song, "musicbrainz", producer("m1", "Ada Krol"));

        assertThat(claims.texts("select track_id from track_producers")).hasSize(2);
    }

    @Test
    void saying_the_same_again_changes_nothing() {
        claims.say(song, "musicbrainz", producer("m1", "Ada Krol"));
        List<String> before = claims.texts("select id || ' ' || xmin from track_producers order by 1");

        claims.say(song, "musicbrainz", producer("m1", "Ada Krol"));

        assertThat(claims.texts("select id || ' ' || xmin from track_producers order by 1"))
                .isEqualTo(before);
        assertThat(claims.texts("select id from credit_evidence")).hasSize(1);
    }

    @Test
    void a_claim_that_a_source_takes_back_is_no_credit_any_more() {
        claims.say(song, "musicbrainz", producer("m1", "Ada Krol"), producer("m2", "Lev Marsh"));
        claims.say(song, "musicbrainz", producer("m2", "Lev Marsh"));

        assertThat(claims.credits(song)).containsExactly("Lev Marsh: producer, single source");
    }

    @Test
    void sources_that_agree_make_a_credit_surer() {
        claims.say(song, "musicbrainz", claim("m1", "Ada Krol", "Ada Krol", "co-producer", 0.9));
        double alone = claims.confidence(song, "Ada Krol");

        claims.say(song, "genius", claim("1", "Ada Krol", "Ada Krol", "co-producer", 0.8));

        assertThat(claims.confidence(song, "Ada Krol")).isGreaterThan(alone).isLessThan(1);
        assertThat(claims.credits(song)).containsExactly("Ada Krol: co-producer, 2 sources");
    }

    @Test
    void sources_that_have_nobody_in_common_dispute_each_other() {
        claims.say(song, "musicbrainz", producer("m1", "Ada Krol"));
        claims.say(song, "genius", producer("2", "Lev Marsh"));

        assertThat(claims.credits(song))
                .containsExactly("Ada Krol: producer, disputed", "Lev Marsh: producer, disputed");
        assertThat(claims.confidence(song, "Ada Krol")).isLessThan(0.9);
    }

    @Test
    void a_source_that_names_more_people_disputes_nobody() {
        claims.say(song, "musicbrainz", producer("m1", "Ada Krol"));
        claims.say(song, "genius", producer("1", "Ada Krol"), producer("2", "Lev Marsh"));

        assertThat(claims.credits(song))
                .containsExactly("Ada Krol: producer, 2 sources", "Lev Marsh: producer, single source");
    }

    @Test
    void nobody_named_is_a_stored_answer_and_ends_the_song() {
        claims.say(song, "genius", nobody());

        assertThat(claims.texts("select outcome from credit_evidence")).containsExactly("none_found");
        assertThat(claims.texts("select state from processing_status where entity_type = 'song'"))
                .containsExactly("COMPLETED");
    }

    @Test
    void a_track_added_later_gets_the_credits_of_its_song() {
        claims.say(song, "musicbrainz", producer("m1", "Ada Krol"));
        catalogue.track(song, catalogue.album("First Light (Deluxe)", null), "Harbour Lights", 1, null);

        claims.texts("select apply_song_credits('" + song + "')");

        assertThat(claims.texts("select track_id from track_producers")).hasSize(3);
    }

    @Test
    void a_producer_of_two_songs_is_sent_to_enrichment_once() {
        claims.say(
                song, "musicbrainz", producer("m1", "Ada Krol"), claim("m2", "Lev Marsh", "Lev Marsh", "writer", 0.9));
        String claimed = "select producer_name from claim_producer_enrichment('" + song
                + "', array['producer'], interval '30 days')";

        assertThat(claims.texts(claimed)).containsExactly("Ada Krol");
        assertThat(claims.texts(claimed)).isEmpty();
    }

    @Test
    void an_unknown_song_is_refused() {
        UUID unknown = UUID.randomUUID();

        assertThatThrownBy(() -> claims.texts("select apply_song_credits('" + unknown + "')"))
                .hasMessageContaining("p_song_id names no song: " + unknown);
    }
}
