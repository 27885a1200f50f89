package dev.producerdiscovery.identification.database;

import dev.producerdiscovery.backend.testing.TestDatabase;
import dev.producerdiscovery.identification.Catalogue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tests of songs that are settled, each with a track. */
abstract class SettledSongs {

    static final TestDatabase DATABASE = TestDatabase.fresh();
    static final int SONGS = 40;

    final JdbcClient owner = JdbcClient.create(DATABASE.owner());
    final Map<String, UUID> songs = new LinkedHashMap<>();
    final Claims claims;

    /** @param worker whose connections settle the songs */
    SettledSongs(DataSource worker) {
        claims = new Claims(worker);
    }

    @BeforeEach
    void songsWithTracks() {
        owner.sql("truncate artists, producers, processing_status cascade").update();
        Catalogue catalogue = new Catalogue(DATABASE.owner(), "Glass Harbour");
        UUID album = catalogue.album("Low Tide", "album");
        for (int number = 0; number < SONGS; number++) {
            UUID song = catalogue.song("song " + number);
            catalogue.track(song, album, "Song " + number, number + 1, null);
            songs.put("song " + number, song);
        }
    }

    String song(int number, String said) {
        return "{\"song_id\": \"%s\", \"version\": \"as it is\", \"answers\": [%s]}"
                .formatted(songs.get("song " + number), answer("musicbrainz", List.of(said)));
    }

    static String answer(String source, List<String> said) {
        return "{\"source\": \"%s\", \"claims\": [%s]}".formatted(source, String.join(", ", said));
    }

    void settle(String listed) {
        claims.jdbc
                .sql("select settle_songs(cast(:songs as jsonb))")
                .param("songs", "[" + listed + "]")
                .query()
                .singleRow();
    }
}
