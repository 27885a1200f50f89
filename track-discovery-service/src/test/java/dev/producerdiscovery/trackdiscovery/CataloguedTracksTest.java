package dev.producerdiscovery.trackdiscovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.musicbrainz.sheet.SheetArtist;
import dev.producerdiscovery.musicbrainz.sheet.SheetStore;
import dev.producerdiscovery.musicbrainz.sheet.SheetTrack;
import dev.producerdiscovery.worker.engine.Ending;
import dev.producerdiscovery.worker.testing.Handled;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Albums that MusicBrainz has listed: their tracks came with the list. */
class CataloguedTracksTest extends TrackStage {

    @Autowired
    private JdbcClient ofWorker;

    // Nothing else is remembered of a release that no other test has.
    private final String r1 = UUID.randomUUID().toString();
    private final String r2 = UUID.randomUUID().toString();

    private UUID harbour;

    @BeforeEach
    void musicBrainzListedOneAlbum() {
        jdbc.sql("truncate source_releases").update();
        harbour = listed(r1);
    }

    @Test
    void its_tracks_are_stored_and_its_songs_sent_on_without_a_call() {
        keep(
                r1,
                track("rec1", 1, "Slow Harbour", 201, null, "XXA010100001"),
                track("rec2", 2, "Glass Tide", 187, null));

        Handled handled = discover(harbour, nova, 0);

        assertThat(handled.ending()).as(handled.reason()).isEqualTo(Ending.DONE);
        assertThat(jdbc.sql("""
                        select concat_ws(' ', musicbrainz_id, name, isrc, duration_ms, metadata ->> 'disc_number',
                            metadata ->> 'track_number', metadata -> 'artists' -> 0 ->> 'musicbrainz_id')
                        from tracks
                        order by musicbrainz_id
                        """).query(String.class).list())
                .containsExactly("rec1 Slow Harbour XXA010100001 201000 1 1 a1", "rec2 Glass Tide 187000 1 2 a1");
        assertThat(handled.sentTo("producer_identification")).hasSize(2);
        assertThat(PROVIDERS.calls()).isZero();
    }

    @Test
    void of_a_further_edition_only_what_the_first_lacks_is_taken() {
        jdbc.sql("update albums set metadata = '{\"recordings\": [\"rec2\"]}' where id = :id")
                .param("id", harbour)
                .update();
        keep(r1, track("rec1", 1, "Slow Harbour", 201, null), track("rec2", 2, "Glass Tide", 187, null));

        discover(harbour, nova, 0);

        assertThat(jdbc.sql("select musicbrainz_id from tracks")
                        .query(String.class)
                        .list())
                .containsExactly("rec2");
    }

    @Test
    void a_concert_is_another_song_although_its_title_is_the_same() {
        keep(
                r1,
                track("rec1", 1, "Slow Harbour", 201, null),
                track("rec2", 2, "Slow Harbour", 202, "live, 2010-05-04: Lisbon"));

        assertThat(discover(harbour, nova, 0).sentTo("producer_identification")).hasSize(2);
    }

    @Test
    void the_same_recording_on_two_albums_is_one_song() {
        keep(r1, track("rec1", 1, "Slow Harbour", 201, null));
        UUID single = listed(r2);
        keep(r2, track("rec1", 1, "Slow Harbour", 201, null));

        discover(harbour, nova, 0);
        discover(single, nova, 0);

        assertThat(jdbc.sql("select count(*) from tracks").query(Long.class).single())
                .isEqualTo(2);
        assertThat(jdbc.sql("select count(distinct song_id) from tracks")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void both_catalogues_tell_of_one_track() {
        keep(r1, track("rec1", 1, "Slow Harbour", 201, null, "XXA010100001"));
        discover(harbour, nova, 0);
        jdbc.sql("update albums set spotify_id = 'alb' where id = :id")
                .param("id", harbour)
                .update();
        spotify.album("alb", false, Spotify.track("t1", "Slow Harbour", 201, NOVA));

        Handled handled = runner.run(
                worker,
                "{\"albumId\": \"%s\", \"artistId\": \"%s\", \"catalogue\": \"spotify\"}".formatted(harbour, nova));

        assertThat(handled.ending()).as(handled.reason()).isEqualTo(Ending.DONE);
        assertThat(jdbc.sql("select concat_ws(' ', musicbrainz_id, spotify_id) from tracks")
                        .query(String.class)
                        .list())
                .containsExactly("rec1 t1");
    }

    @Test
    void a_release_that_is_no_more_ends_its_message_with_the_reason() {
        Handled handled = discover(harbour, nova, 0);

        assertThat(handled.ending()).isEqualTo(Ending.DEAD);
        assertThat(handled.reason()).contains("release " + r1);
    }

    private UUID listed(String release) {
        UUID id = jdbc.sql(
                        "insert into albums (artist_id, name, musicbrainz_id) values (:artist, 'Slow Harbour', :id) returning id")
                .param("artist", nova)
                .param("id", release)
                .query(UUID.class)
                .single();
        link(id, nova, "album");
        return id;
    }

    private void keep(String release, SheetTrack... tracks) {
        new SheetStore(ofWorker, JsonMapper.shared())
                .saveSheet(release, List.of(tracks), Instant.now().plus(Duration.ofDays(1)));
    }

    private static SheetTrack track(
            String recording, int position, String title, int seconds, @Nullable String version, String... isrcs) {
        return new SheetTrack(
                1,
                position,
                title,
                seconds * 1000,
                recording,
                List.of(isrcs),
                List.of(),
                List.of(new SheetArtist("a1", "Nova Quill", "Nova Quill")),
                List.of(),
                version);
    }
}
