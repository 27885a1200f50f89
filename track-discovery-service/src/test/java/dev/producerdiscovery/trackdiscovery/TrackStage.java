package dev.producerdiscovery.trackdiscovery;

import dev.producerdiscovery.provider.facts.ProviderFacts;
import dev.producerdiscovery.stage.testing.SpotifyStageTest;
import dev.producerdiscovery.worker.testing.Handled;
import dev.producerdiscovery.worker.testing.ManualRunner;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The stage, which knows one album at first. */
abstract class TrackStage extends SpotifyStageTest {

    static final String NOVA = "4aUv3Gz0yXr8Kq1LmN5tPd";
    static final String INES = "5bVw4Ha1zYs9Lr2MnO6uQe";

    final Spotify spotify = new Spotify(PROVIDERS);
    final JdbcClient jdbc = JdbcClient.create(DATABASE.owner());
    final UUID run = UUID.randomUUID();

    @Autowired
    TrackDiscoveryWorker worker;

    @Autowired
    ProviderFacts facts;

    ManualRunner runner;
    UUID nova;
    UUID slow;

    @BeforeEach
    void knowOneAlbum(@Autowired DataSource dataSource) {
        jdbc.sql("truncate artists, producers, processed_operations, processing_status cascade")
                .update();
        facts.remember("spotify", "mode", "development");
        jdbc.sql("select pgmq.purge_queue('track_discovery')").query().singleRow();
        runner = new ManualRunner(dataSource);
        nova = artist("Nova Quill", NOVA);
        slow = album("slow", nova, "album");
    }

    Handled discover(UUID albumId, UUID artistId, int offset) {
        return runner.run(worker, """
                {"albumId": "%s", "albumName": "Slow Harbour", "artistId": "%s", "offset": %d, "_correlationId": "%s"}""".formatted(albumId, artistId, offset, run));
    }

    UUID artist(String name, String spotifyId) {
        return jdbc.sql("insert into artists (name, spotify_id) values (:name, :spotifyId) returning id")
                .param("name", name)
                .param("spotifyId", spotifyId)
                .query(UUID.class)
                .single();
    }

    UUID album(String spotifyId, UUID artistId, String group) {
        UUID id = jdbc.sql(
                        "insert into albums (artist_id, name, spotify_id) values (:artist, 'Slow Harbour', :id) returning id")
                .param("artist", artistId)
                .param("id", spotifyId)
                .query(UUID.class)
                .single();
        link(id, artistId, group);
        return id;
    }

    void link(UUID albumId, UUID artistId, String group) {
        jdbc.sql("insert into artist_albums (artist_id, album_id, album_group) values (:artist, :album, :group)")
                .param("artist", artistId)
                .param("album", albumId)
                .param("group", group)
                .update();
    }

    UUID trackId(String spotifyId) {
        return jdbc.sql("select id from tracks where spotify_id = :id")
                .param("id", spotifyId)
                .query(UUID.class)
                .single();
    }

    UUID songId(String spotifyId) {
        return jdbc.sql("select song_id from tracks where spotify_id = :id")
                .param("id", spotifyId)
                .query(UUID.class)
                .single();
    }

    /** The tracks' Spotify ids with the names of their songs. */
    Map<String, String> songs() {
        Map<String, String> songs = new TreeMap<>();
        jdbc.sql("select t.spotify_id, s.normalized_name from tracks t join normalized_tracks s on s.id = t.song_id")
                .query(row -> {
                    songs.put(row.getString(1), row.getString(2));
                });
        return songs;
    }
}
