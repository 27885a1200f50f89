package dev.producerdiscovery.identification.database;

import static dev.producerdiscovery.identification.database.Claims.claim;
import static dev.producerdiscovery.identification.database.Claims.producer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.producerdiscovery.backend.testing.TestDatabase;
import dev.producerdiscovery.identification.Catalogue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CorrectionsTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private final Catalogue catalogue = Catalogue.emptied(DATABASE.owner(), "The Tin Foxes");
    private final Claims claims = new Claims(DATABASE.worker());
    private UUID song = UUID.randomUUID();
    private UUID other = UUID.randomUUID();

    @BeforeEach
    void songs() {
        UUID album = catalogue.album("First Light", null);
        song = catalogue.song("harbour lights");
        catalogue.track(song, album, "Harbour Lights", 1, null);
        other = catalogue.song("paper moon");
        catalogue.track(other, album, "Paper Moon", 2, null);
        claims.say(song, "musicbrainz", producer("m1", "Ada Krol"));
        claims.say(other, "genius", producer("2", "Kaboom"));
    }

    @Test
    void merging_brings_the_songs_of_both_together() {
        merge("Ada Krol", "Kaboom");

        assertThat(claims.producers()).containsExactly("Ada Krol");
        assertThat(claims.credits(other)).containsExactly("Ada Krol: producer, single source");
    }

    @Test
    void a_merge_is_obeyed_by_later_runs() {
        merge("Ada Krol", "Kaboom");
        claims.say(song, "genius", producer("2", "Kaboom"));

        assertThat(claims.credits(song)).containsExactly("Ada Krol: producer, 2 sources");
    }

    @Test
    void reverting_a_merge_restores_what_was() {
        UUID correction = merge("Ada Krol", "Kaboom");
        claims.say(song, "genius", producer("2", "Kaboom"));

        assertThat(revert(correction)).isTrue();

        assertThat(claims.producers()).containsExactly("Ada Krol", "Kaboom");
        assertThat(claims.credits(other)).containsExactly("Kaboom: producer, single source");
        assertThat(revert(correction)).isFalse();
    }

    @Test
    void reverting_the_first_of_two_merges_takes_along_only_what_came_with_it() {
        UUID third = catalogue.song("slow train");
        catalogue.track(third, catalogue.album("Second Wind", null), "Slow Train", 1, null);
        claims.say(third, "genius", producer("3", "Lev Marsh"));
        UUID first = merge("Kaboom", "Lev Marsh");
        merge("Ada Krol", "Kaboom");

        revert(first);

        assertThat(claims.producers()).containsExactly("Ada Krol", "Lev Marsh");
        assertThat(claims.credits(other)).containsExactly("Ada Krol: producer, single source");
        assertThat(claims.credits(third)).containsExactly("Lev Marsh: producer, single source");
    }

    @Test
    void people_declared_different_are_never_merged_by_a_name() {
        call("select declare_distinct(:one, :two, 'mara')", "Ada Krol", "Kaboom");
        claims.say(song, "musicbrainz", claim("m1", "Ada Krol", "Kaboom", "producer", 0.9));

        assertThat(claims.producers()).containsExactly("Ada Krol", "Kaboom");
        assertThatThrownBy(() -> merge("Ada Krol", "Kaboom")).hasMessageContaining("different people");
    }

    @Test
    void a_split_is_remembered() {
        claims.say(song, "musicbrainz", claim("m1", "Ada Krol", "Kaboom", "producer", 0.9));
        assertThat(claims.producers()).containsExactly("Ada Krol");

        call("select split_producer(:one, 'mara')", "Kaboom", null);
        claims.say(song, "musicbrainz", claim("m1", "Ada Krol", "Kaboom", "producer", 0.9));

        assertThat(claims.producers()).containsExactly("Ada Krol", "Kaboom");
    }

    @Test
    void an_id_given_to_the_wrong_person_becomes_somebody_else() {
        claims.say(song, "genius", producer("9", "Ada Krol"));
        assertThat(claims.credits(song)).containsExactly("Ada Krol: producer, 2 sources");

        claims.jdbc
                .sql("select split_producer_identity('genius', '9', 'mara')")
                .query(UUID.class)
                .single();

        assertThat(claims.producers()).containsExactly("Ada Krol", "Ada Krol", "Kaboom");
        claims.say(song, "genius", producer("9", "Ada Krol"));
        assertThat(claims.producers()).containsExactly("Ada Krol", "Ada Krol", "Kaboom");
    }

    @Test
    void a_rejected_credit_stays_rejected_when_the_source_repeats_it() {
        UUID correction = correct("Ada Krol", "reject", null);
        claims.say(song, "musicbrainz", producer("m1", "Ada Krol"));
        assertThat(claims.credits(song)).isEmpty();

        revert(correction);
        assertThat(claims.credits(song)).containsExactly("Ada Krol: producer, single source");
    }

    @Test
    void a_person_can_add_and_confirm_credits() {
        correct("Kaboom", "add", "co-producer");
        correct("Ada Krol", "confirm", "producer");

        assertThat(claims.credits(song))
                .containsExactly("Ada Krol: producer, by a person", "Kaboom: co-producer, by a person");
        assertThat(claims.confidence(song, "Kaboom")).isEqualTo(1);
    }

    @Test
    void the_newest_word_about_a_credit_counts() {
        correct("Ada Krol", "reject", null);
        correct("Ada Krol", "confirm", "producer");

        assertThat(claims.credits(song)).containsExactly("Ada Krol: producer, by a person");
    }

    @Test
    void nobody_can_correct_anonymously() {
        assertThatThrownBy(() -> call("select merge_producers(:one, :two, ' ')", "Ada Krol", "Kaboom"))
                .hasMessageContaining("p_by must not be blank");
    }

    private UUID merge(String keep, String merge) {
        return call("select merge_producers(:one, :two, 'mara', 'the same person')", keep, merge);
    }

    private UUID correct(String producer, String kind, @Nullable String role) {
        return claims.jdbc
                .sql("select correct_credit(:song, :producer, :kind, cast(:role as text), 'mara')")
                .param("song", song)
                .param("producer", claims.producer(producer))
                .param("kind", kind)
                .param("role", role)
                .query(UUID.class)
                .single();
    }

    private boolean revert(UUID correction) {
        return claims.jdbc
                .sql("select revert_correction(:id, 'mara')")
                .param("id", correction)
                .query(Boolean.class)
                .single();
    }

    private UUID call(String query, String one, @Nullable String two) {
        return claims.jdbc
                .sql(query)
                .param("one", claims.producer(one))
                .param("two", two == null ? UUID.randomUUID() : claims.producer(two))
                .query(UUID.class)
                .single();
    }
}
