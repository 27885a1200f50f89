package dev.producerdiscovery.trackdiscovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.producerdiscovery.worker.Delivery;
import dev.producerdiscovery.worker.Outbox;
import dev.producerdiscovery.worker.Outcome;
import dev.producerdiscovery.worker.Received;
import dev.producerdiscovery.worker.engine.Ending;
import dev.producerdiscovery.worker.testing.Handled;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Songs of which MusicBrainz told already, as Spotify's tracks come to them. */
class JoinedSongsTest extends TrackStage {

    private static final Outbox UNSENT = new Outbox() {

        @Override
        public void send(String queue, Object body, String idempotencyKey) {}

        @Override
        public void correlateAs(UUID correlationId) {}
    };

    @Test
    void a_track_that_both_know_is_sorted_by_spotifys_title() {
        tell(slow, nova, "harbour lights demo", "Harbour Lights (Demo)", "r1", "XX1");
        spotify.album("slow", false, Spotify.fullTrack("t1", "Harbour Lights", 201, NOVA, "XX1", 7));

        discover(slow, nova, 0);

        assertThat(tracks()).containsExactly("Harbour Lights t1 r1 harbour lights");
        assertThat(normalizedNames()).containsExactly("harbour lights");
    }

    @Test
    void a_track_that_only_musicbrainz_knows_is_of_the_song_that_its_title_says() {
        tell(album("single", nova, "single"), nova, "harbour lights", "Harbour Lights", "r1", null);
        spotify.album("slow", false, Spotify.fullTrack("t1", "Harbour Lights (Remastered)", 201, NOVA, "XX1", 7));

        discover(slow, nova, 0);

        assertThat(normalizedNames()).containsExactly("harbour lights");
        assertThat(tracks())
                .containsExactly("Harbour Lights (Remastered) t1 harbour lights", "Harbour Lights r1 harbour lights");
    }

    @Test
    void an_artist_with_recordings_in_common_is_joined_and_all_songs_are_sorted_anew() {
        UUID other = jdbc.sql("insert into artists (name, musicbrainz_id) values ('Nova Quill', 'm1') returning id")
                .query(UUID.class)
                .single();
        UUID theirs = jdbc.sql(
                        "insert into albums (artist_id, name, musicbrainz_id) values (:artist, 'Glass', 'R') returning id")
                .param("artist", other)
                .query(UUID.class)
                .single();
        link(theirs, other, "album");
        tell(theirs, other, "harbour lights demo", "Harbour Lights (Demo)", "r1", "XX1");
        tell(theirs, other, "glass tide", "Glass Tide", "r2", "XX2");
        tell(theirs, other, "intro", "Intro", "r3", null);
        spotify.album(
                "slow",
                false,
                Spotify.fullTrack("t1", "Harbour Lights (Demo)", 201, NOVA, "XX1", 7),
                Spotify.fullTrack("t2", "Glass Tide", 187, NOVA, "XX2", 7));

        discover(slow, nova, 0);

        assertThat(jdbc.sql("select spotify_id || ' ' || musicbrainz_id from artists")
                        .query(String.class)
                        .list())
                .containsExactly(NOVA + " m1");
        assertThat(normalizedNames()).hasSize(3);
        assertThat(jdbc.sql("select count(distinct song_id) from tracks")
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void an_album_that_was_read_before_its_artist_was_joined_is_sorted_with_the_songs_of_the_one_who_stays(
            @Autowired DataSource dataSource) throws Exception {
        UUID glass = album("glass", nova, "album");
        tell(album("single", nova, "single"), nova, "harbour lights", "Harbour Lights", "r1", "XX1");
        spotify.album("glass", false, Spotify.fullTrack("t1", "Harbour Lights (Live)", 201, NOVA, "XX1", 7));
        Outcome.Done read = (Outcome.Done) worker.outcomes(List.of(new Received<>(
                        new TrackDiscoveryMessage(glass, "x", nova, 0, null, null),
                        new Delivery(
                                worker.queue(),
                                1,
                                1,
                                0,
                                Instant.parse("2031-03-01T12:00:00Z"),
                                Optional.of(run),
                                Optional.empty()))))
                .getFirst();

        UUID kept = jdbc.sql("insert into artists (name, musicbrainz_id) values ('Nova Quill', 'm1') returning id")
                .query(UUID.class)
                .single();
        jdbc.sql("select merge_artists(:kept, :gone)")
                .param("kept", kept)
                .param("gone", nova)
                .query()
                .singleRow();
        new TransactionTemplate(new JdbcTransactionManager(dataSource))
                .executeWithoutResult(transaction -> read.settlement().apply(UNSENT));

        assertThat(jdbc.sql("select distinct artist_id from normalized_tracks")
                        .query(UUID.class)
                        .list())
                .containsExactly(kept);
        assertThat(normalizedNames()).containsExactly("harbour lights");
    }

    @Test
    void a_page_that_waits_for_the_songs_of_its_artist_holds_no_album() throws Exception {
        spotify.album("slow", false, Spotify.fullTrack("t1", "Harbour Lights", 201, NOVA, "XX1", 7));
        CompletableFuture<Handled> page;
        try (Connection joining = DATABASE.owner().getConnection();
                Statement statement = joining.createStatement()) {
            joining.setAutoCommit(false);
            statement.execute("select lock_songs(array['%s'::uuid])".formatted(nova));
            page = CompletableFuture.supplyAsync(() -> discover(slow, nova, 0));
            await().until(() -> jdbc.sql(
                            "select exists (select from pg_locks where locktype = 'advisory' and not granted)")
                    .query(Boolean.class)
                    .single());

            statement.execute("select id from albums where id = '%s' for update nowait".formatted(slow));
            joining.commit();
        }
        assertThat(page.get().ending()).isEqualTo(Ending.DONE);
    }

    private void tell(UUID album, UUID artist, String titleKey, String name, String recording, @Nullable String isrc) {
        jdbc.sql("""
                        select process_track_batch(
                            array[jsonb_build_object('name', :name, 'title_key', :key, 'musicbrainz_id', :recording,
                                'isrc', cast(:isrc as text), 'duration_ms', 201000,
                                'metadata', jsonb_build_object('recording_key', :key))],
                            :album,
                            :artist)
                        """)
                .param("name", name)
                .param("key", titleKey)
                .param("recording", recording)
                .param("isrc", isrc)
                .param("album", album)
                .param("artist", artist)
                .query()
                .singleRow();
    }

    private List<String> normalizedNames() {
        return jdbc.sql("select normalized_name from normalized_tracks order by normalized_name collate \"C\"")
                .query((row, number) -> row.getString(1))
                .list();
    }

    private List<String> tracks() {
        return jdbc.sql("""
                        select concat_ws(' ', t.name, t.spotify_id, t.musicbrainz_id, s.normalized_name)
                        from tracks t
                        join normalized_tracks s on s.id = t.song_id
                        order by t.name collate "C" desc
                        """).query((row, number) -> row.getString(1)).list();
    }
}
