package dev.producerdiscovery.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What search and pages read instead of the credits agrees with the credits after whatever happens to them. */
class CatalogSummariesTest extends CreditedAlbum {

    @Test
    void a_producer_without_credits_has_produced_nothing() {
        UUID nobody = producer("Nobody Yet");
        assertThat(produced(nobody)).isZero();
        assertThat(database.rows("select * from find_producers('nobody yet')")).isEmpty();
        assertThat(database.number("select count(*) from search_producers('nobody yet')"))
                .isEqualTo(1);
    }

    @Test
    void credits_count_at_once_and_by_role() {
        UUID producer = producer("Ines Calder");
        credit(track("One", 40), producer, "producer");
        credit(track("Two", 60), producer, "co-producer");
        credit(track("Three", 80), producer, "mixer");
        assertThat(database.rows("""
                        select role_group, song_count
                        from producer_summaries
                        where producer_id = ?::uuid
                        order by role_group
                        """, producer))
                .extracting(row -> row.get("role_group") + " " + row.get("song_count"))
                .containsExactly("any 3", "co-producer 1", "mixer 1", "produced 2", "producer 1");
        assertThat(database.text(
                        "select avg_track_popularity from producer_popularity where producer_id = ?::uuid", producer))
                .isEqualTo("50.0");
    }

    @Test
    void a_withdrawn_credit_counts_no_more() {
        UUID producer = producer("Ines Calder");
        UUID track = track("One", 40);
        credit(track, producer, "producer");
        database.execute("delete from track_producers where track_id = ?::uuid", track);
        assertThat(produced(producer)).isZero();
        assertThat(database.column("select role_group from producer_summaries where producer_id = ?::uuid", producer))
                .containsExactly("produced");
    }

    @Test
    void a_deleted_track_takes_its_credits_along() {
        UUID producer = producer("Ines Calder");
        UUID track = track("One", 40);
        credit(track, producer, "producer");
        database.execute("delete from tracks where id = ?::uuid", track);
        assertThat(produced(producer)).isZero();
    }

    @Test
    void a_credit_that_moves_to_another_person_counts_for_that_one() {
        UUID before = producer("Ines Calder");
        UUID after = producer("Odo Brandt");
        credit(track("One", 40), before, "producer");
        database.execute("update track_producers set producer_id = ?::uuid", after);
        assertThat(produced(before)).isZero();
        assertThat(produced(after)).isEqualTo(1);
    }

    @Test
    void a_more_popular_track_makes_its_producers_more_popular() {
        UUID producer = producer("Ines Calder");
        credit(track("One", 40), producer, "producer");
        database.execute("update tracks set popularity = 90");
        assertThat(database.text(
                        "select avg_track_popularity from producer_popularity where producer_id = ?::uuid", producer))
                .isEqualTo("90.0");
    }

    @Test
    void a_merged_producer_counts_for_the_one_that_stays_until_they_are_split() {
        UUID stays = producer("Ines Calder");
        UUID goes = producer("I. Calder");
        credit(track("One", 40), stays, "producer");
        credit(track("Two", 40), goes, "producer");

        database.execute("update producers set merged_into = ?::uuid where id = ?::uuid", stays, goes);
        assertThat(produced(stays)).isEqualTo(2);
        assertThat(database.number("select count(*) from producer_popularity where producer_id = ?::uuid", goes))
                .isZero();
        assertThat(database.column("select producer_id from search_producers('i. calder')"))
                .containsExactly(stays.toString());

        database.execute("update producers set merged_into = null where id = ?::uuid", goes);
        assertThat(produced(stays)).isEqualTo(1);
        assertThat(produced(goes)).isEqualTo(1);
    }

    @Test
    void a_session_that_credits_somebody_counts_what_another_has_just_credited() throws Exception {
        UUID producer = producer("Ines Calder");
        UUID first = track("One", 1);
        UUID second = track("Two", 2);
        try (Connection one = database.dataSource().getConnection();
                ExecutorService other = Executors.newVirtualThreadPerTaskExecutor()) {
            one.setAutoCommit(false);
            one.createStatement().execute("""
                    insert into track_producers (track_id, producer_id, role, confidence, source)
                    values ('%s', '%s', 'producer', 0.9, 'genius')
                    """.formatted(first, producer));
            one.createStatement().execute("set constraints all immediate");
            Future<?> waiting = other.submit(() -> credit(second, producer, "producer"));
            await().until(() -> database.isTrue("""
                    select exists (
                        select
                        from pg_stat_activity
                        where datname = current_database()
                            and wait_event_type = 'Lock')
                    """));
            one.commit();
            waiting.get();
        }
        assertThat(produced(producer)).isEqualTo(2);
    }

    @Test
    void a_source_counts_as_soon_as_it_names_the_person() {
        UUID producer = producer("Ines Calder");
        UUID track = track("One", 40);
        credit(track, producer, "producer");
        claim(track, producer, "musicbrainz");
        assertThat(database.text("""
                        select sources
                        from producer_summaries
                        where producer_id = ?::uuid
                            and role_group = 'produced'
                        """, producer)).isEqualTo("{genius,musicbrainz}");
    }

    @Test
    void computing_everything_anew_changes_nothing() {
        UUID stays = producer("Ines Calder");
        UUID goes = producer("I. Calder");
        UUID track = track("One", 40);
        credit(track, stays, "producer");
        credit(track("Two", 60), goes, "mixer");
        claim(track, goes, "musicbrainz");
        database.execute("update producers set merged_into = ?::uuid where id = ?::uuid", stays, goes);
        database.execute("update producers set email = 'ines@example.org' where id = ?::uuid", stays);
        List<String> summaries = database.column("select s::text from producer_summaries s order by 1");
        List<String> names = database.column("select n::text from producer_names n order by 1");
        database.execute("select refresh_producer_summaries(array(select id from producers))");
        database.execute("select refresh_producer_names(array(select id from producers))");
        assertThat(database.column("select s::text from producer_summaries s order by 1"))
                .isEqualTo(summaries);
        assertThat(database.column("select n::text from producer_names n order by 1"))
                .isEqualTo(names);
        assertThat(database.number("select count(*) from producers_to_summarise"))
                .isZero();
    }

    private void claim(UUID track, UUID producer, String source) {
        database.execute("""
                with song as (
                    insert into normalized_tracks (artist_id, normalized_name)
                    select al.artist_id, t.name
                    from tracks t
                    join albums al on al.id = t.album_id
                    where t.id = ?::uuid
                    returning id
                )
                insert into credit_evidence (
                    song_id, source, outcome, raw_name, name_key, raw_role, role, match_kind, match_strength, producer_id)
                select id, ?, 'credited', 'Ines', 'ines', 'Producer', 'producer', 'title', 0.9, ?::uuid
                from song
                """, track, source, producer);
    }
}
