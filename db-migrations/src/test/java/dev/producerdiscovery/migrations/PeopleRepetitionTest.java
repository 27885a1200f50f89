package dev.producerdiscovery.migrations;

import static dev.producerdiscovery.migrations.SqlState.BAD_ARGUMENT;
import static dev.producerdiscovery.migrations.SqlState.UNKNOWN;
import static dev.producerdiscovery.migrations.SqlState.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What people and sources say about producers, said twice or by two at once. */
class PeopleRepetitionTest {

    private static final Database DB = TestServer.plain().migrated();

    private final String one = producer("Ada Vell");
    private final String other = producer("Ivo Marsh");

    private static String producer(String name) {
        return String.valueOf(DB.text(
                "insert into producers (name, normalized_name) values (?, ?) returning id",
                name,
                UUID.randomUUID().toString()));
    }

    private String song() {
        String artist = DB.text("insert into artists (name) values ('Ottoline Vesper') returning id");
        return String.valueOf(DB.text(
                "insert into normalized_tracks (artist_id, normalized_name) values (?::uuid, 'undertow') returning id",
                artist));
    }

    private String merge() {
        return String.valueOf(DB.text("select merge_producers(?::uuid, ?::uuid, 'mara')", one, other));
    }

    private long inForce() {
        return DB.number(
                "select count(*) from corrections where reverted_at is null and ?::uuid in (subject, object)", other);
    }

    @Test
    void a_second_merge_of_the_same_two_is_refused() {
        merge();
        assertRefused(BAD_ARGUMENT, this::merge).contains("p_merge", other);
        assertThat(inForce()).isEqualTo(1);
    }

    @Test
    void a_merge_is_taken_back_once() {
        String correction = merge();
        assertThat(Sessions.atOnce(8, () -> DB.isTrue("select revert_correction(?::uuid, 'mara')", correction)))
                .containsOnlyOnce(true);
        assertThat(DB.isTrue("select revert_correction(?::uuid, 'mara')", correction))
                .isFalse();
        assertThat(DB.text("select producer_root(?::uuid)", other)).isEqualTo(other);
    }

    @Test
    void declaring_two_people_distinct_again_is_the_same_correction_in_either_order() {
        String first = DB.text("select declare_distinct(?::uuid, ?::uuid, 'mara')", one, other);
        assertThat(Sessions.atOnce(8, () -> DB.text("select declare_distinct(?::uuid, ?::uuid, 'ivo')", other, one)))
                .containsOnly(first);
        assertThat(inForce()).isEqualTo(1);
        assertRefused(BAD_ARGUMENT, this::merge).contains("p_merge");
    }

    @Test
    void a_producer_can_be_split_off_only_while_it_is_merged() {
        merge();
        DB.execute("select split_producer(?::uuid, 'mara')", other);
        assertRefused(UNKNOWN, () -> DB.execute("select split_producer(?::uuid, 'mara')", other))
                .contains("p_merged", other);
    }

    @Test
    void a_word_about_a_credit_said_again_is_in_force_once() {
        String song = song();
        String call = "select correct_credit(?::uuid, ?::uuid, 'add', 'producer', 'mara')";
        Sessions.atOnce(8, () -> DB.text(call, song, other));
        assertThat(inForce()).isEqualTo(1);
        DB.execute("select correct_credit(?::uuid, ?::uuid, 'reject', null, 'mara')", song, other);
        assertThat(inForce()).isEqualTo(1);
        assertThat(DB.number("select count(*) from song_credits(?::uuid)", song))
                .isZero();
    }

    @Test
    void an_id_learnt_by_many_at_once_belongs_to_one_person() {
        String id = UUID.randomUUID().toString();
        List<String> roots =
                Sessions.atOnce(8, () -> DB.text("select link_producer_identity(?::uuid, 'discogs', ?)", one, id));
        assertThat(roots).containsOnly(one);
        assertThat(DB.number("select count(*) from producer_identities where external_id = ?", id))
                .isEqualTo(1);
    }

    @Test
    void an_alias_learnt_by_many_at_once_is_kept_once() {
        String key = UUID.randomUUID().toString();
        Sessions.atOnce(8, () -> DB.text("select link_producer_alias(?::uuid, 'A. V.', ?, 'genius')", one, key));
        assertThat(DB.number("select count(*) from producer_aliases where alias_key = ?", key))
                .isEqualTo(1);
    }

    @Test
    void a_person_named_by_many_at_once_is_made_once() {
        String key = UUID.randomUUID().toString();
        assertThat(Sessions.atOnce(8, () -> DB.text("select resolve_producer('genius', null, 'Nova Quill', ?)", key)))
                .hasSize(8)
                .containsOnly(DB.text("select id from producers where normalized_name = ?", key));
    }

    @Test
    void a_profile_recorded_again_is_the_same_profile() {
        String call = "select record_producer_profile(?::uuid, '{\"email\": \"a@example.org\"}', '[]')";
        assertThat(Sessions.atOnce(4, () -> DB.text(call, one))).containsOnly(one);
        DB.execute("select record_producer_profile(?::uuid, '{}', '[]')", one);
        assertThat(DB.text("select email from producers where id = ?::uuid", one))
                .as("what is not found again stays")
                .isEqualTo("a@example.org");
    }

    @Test
    void a_song_without_answers_is_done_and_has_no_credits() {
        String song = song();
        assertThat(DB.number("select settle_song(?::uuid, '[]')", song)).isZero();
        assertThat(DB.number("select settle_song(?::uuid, '[]')", song)).isZero();
        assertThat(DB.rows(
                        "select * from claim_producer_enrichment(?::uuid, array['producer'], interval '1 day')", song))
                .isEmpty();
    }
}
