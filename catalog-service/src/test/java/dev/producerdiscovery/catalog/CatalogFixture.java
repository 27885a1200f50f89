package dev.producerdiscovery.catalog;

import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes a small invented catalogue: two artists, four songs, and the people behind them. */
final class CatalogFixture {

    static final UUID VALE = id("a1");
    static final UUID FOXES = id("a2");
    static final UUID ORSTED = id("e1");
    static final UUID BEATMONGER = id("e2");
    static final UUID MERGED = id("e3");
    static final UUID WRITER = id("e4");
    static final UUID FORMULA = id("e5");
    static final UUID UNDERTOW = id("d1");
    static final UUID UNDERTOW_DELUXE = id("d2");
    static final UUID LANTERN = id("d3");
    static final UUID UNKNOWN_SONG = id("d4");
    static final UUID FOXTROT = id("d5");

    static final String VALE_SPOTIFY = "3vALELuma0Vale1Vale2Vl";
    static final UUID WREN = id("a3");
    static final UUID WREN_GONE = id("a4");
    static final UUID EMBER_GONE = id("d7");
    static final String WREN_FORMER_MBID = "5d1f0f0c-4c55-4c8f-9a51-3a2f1d6c7b04";
    static final UUID EMBER = id("d6");
    static final String WREN_MBID = "5d1f0f0c-4c55-4c8f-9a51-3a2f1d6c7b01";
    static final String KILN_MBID = "5d1f0f0c-4c55-4c8f-9a51-3a2f1d6c7b02";
    static final String EMBER_MBID = "5d1f0f0c-4c55-4c8f-9a51-3a2f1d6c7b03";

    private final JdbcClient database;

    private CatalogFixture(DataSource owner) {
        this.database = JdbcClient.create(owner);
    }

    static void write(DataSource owner) {
        new CatalogFixture(owner).write();
    }

    private static UUID id(String tail) {
        return UUID.fromString("00000000-0000-0000-0000-0000000000" + tail);
    }

    private void write() {
        artist(VALE, "Luma Vale", VALE_SPOTIFY);
        artist(FOXES, "The Paper Foxes", "foxesSpotifyId");
        onlyAtMusicBrainz();
        UUID debut = id("b1");
        UUID deluxe = id("b2");
        UUID den = id("b3");
        album(debut, VALE, "Tidal", "2021-03-05");
        album(deluxe, VALE, "Tidal (Deluxe)", "2022-03-05");
        album(den, FOXES, "Den", "2019-10-11");
        track(UNDERTOW, debut, song("c1", VALE, "undertow"), "Undertow", "QZAAA2600001", 70);
        track(UNDERTOW_DELUXE, deluxe, id("c1"), "Undertow", "QZAAA2600001", 60);
        track(LANTERN, debut, song("c2", VALE, "lantern"), "Lantern", "QZAAA2600002", 40);
        track(UNKNOWN_SONG, debut, song("c3", VALE, "nobody knows"), "Nobody Knows", "QZAAA2600003", 20);
        track(FOXTROT, den, song("c4", FOXES, "foxtrot"), "Foxtrot", "QZAAA2600004", 50);
        represent("c1", UNDERTOW);
        represent("c2", LANTERN);
        represent("c3", UNKNOWN_SONG);
        represent("c4", FOXTROT);

        producer(ORSTED, "Nils Ørsted", "nils orsted", null, null);
        producer(BEATMONGER, "Beatmonger", "beatmonger", "studio@beatmonger.example", null);
        producer(MERGED, "N. Orsted", "n orsted", null, ORSTED);
        producer(WRITER, "Ada Quill", "ada quill", null, null);
        producer(FORMULA, "=cmd|' /C calc'!A0", "cmd", null, null);
        alias(BEATMONGER, "Monty Beats");
        identity(ORSTED, "musicbrainz", "11111111-2222-3333-4444-555555555555");

        profile(BEATMONGER, """
                {"bio": "Drums, mostly.", "profiles": [
                    {"site": "soundcloud", "url": "https://soundcloud.com/beatmonger", "sources": ["musicbrainz"]},
                    {"site": "homepage", "url": "javascript:alert(1)", "sources": ["genius"]}]}
                """);

        credit(UNDERTOW, MERGED, "producer", 0.95, "musicbrainz", "2 sources");
        credit(UNDERTOW_DELUXE, MERGED, "producer", 0.95, "musicbrainz", "2 sources");
        credit(LANTERN, ORSTED, "co-producer", 0.8, "genius", "single source");
        credit(LANTERN, BEATMONGER, "executive", 0.9, "genius", "single source");
        credit(FOXTROT, BEATMONGER, "producer", 0.7, "genius", "single source");
        credit(FOXTROT, FORMULA, "additional", 0.6, "genius", "single source");
        credit(UNDERTOW, WRITER, "writer", 0.9, "musicbrainz", "single source");
        evidence("c1", "musicbrainz", "Nils Ørsted", "producer", MERGED, "https://musicbrainz.org/recording/1");
        evidence("c1", "genius", "N. Orsted", "Produced by", MERGED, "https://genius.com/1");
        nobody("c3", "genius");
        credit(EMBER, WRITER, "writer", 0.9, "musicbrainz", "single source");
    }

    /** An artist of whom Spotify knows nothing. */
    private void onlyAtMusicBrainz() {
        database.sql("""
                        insert into artists (id, name, musicbrainz_id)
                        values (:id, 'Wren Holloway', :mbid)
                        """).params(Map.of("id", WREN, "mbid", WREN_MBID)).update();
        album(id("b4"), WREN, "Kiln", "2020-02-02");
        track(EMBER, id("b4"), song("c5", WREN, "ember"), "Ember", "QZAAA2600005", 10);
        represent("c5", EMBER);
        database.sql("update albums set musicbrainz_id = :mbid where id = :id")
                .params(Map.of("mbid", KILN_MBID, "id", id("b4")))
                .update();
        database.sql("update tracks set musicbrainz_id = :mbid, popularity = null where id = :id")
                .params(Map.of("mbid", EMBER_MBID, "id", EMBER))
                .update();
        database.sql("insert into former_artist_ids (musicbrainz_id, artist_id) values (:former, :id)")
                .params(Map.of("former", WREN_FORMER_MBID, "id", WREN))
                .update();
        database.sql("insert into merged_rows (gone_id, kept_id) values (:artist, :wren), (:track, :ember)")
                .params(Map.of("artist", WREN_GONE, "wren", WREN, "track", EMBER_GONE, "ember", EMBER))
                .update();
    }

    private void artist(UUID id, String name, String spotifyId) {
        database.sql("""
                        insert into artists (id, name, spotify_id, metadata)
                        values (:id, :name, :spotify, '{"genres": ["dream pop"]}')
                        """)
                .params(Map.of("id", id, "name", name, "spotify", spotifyId))
                .update();
    }

    private void album(UUID id, UUID artist, String name, String released) {
        database.sql("""
                        with album as (
                            insert into albums (id, artist_id, name, release_date)
                            values (:id, :artist, :name, cast(:released as date))
                            returning id, artist_id
                        )
                        insert into artist_albums (artist_id, album_id)
                        values (:artist, :id)
                        """)
                .params(Map.of("id", id, "artist", artist, "name", name, "released", released))
                .update();
    }

    private UUID song(String tail, UUID artist, String key) {
        database.sql("insert into normalized_tracks (id, artist_id, normalized_name) values (:id, :artist, :key)")
                .params(Map.of("id", id(tail), "artist", artist, "key", key))
                .update();
        return id(tail);
    }

    private void track(UUID id, UUID album, UUID song, String name, String isrc, int popularity) {
        database.sql("""
                        insert into tracks (id, album_id, song_id, name, isrc, popularity, duration_ms)
                        values (:id, :album, :song, :name, :isrc, :popularity, 185000)
                        """)
                .params(Map.of(
                        "id", id, "album", album, "song", song, "name", name, "isrc", isrc, "popularity", popularity))
                .update();
    }

    private void represent(String song, UUID track) {
        database.sql("update normalized_tracks set representative_track_id = :track where id = :song")
                .params(Map.of("track", track, "song", id(song)))
                .update();
    }

    private void producer(UUID id, String name, String key, @Nullable String email, @Nullable UUID mergedInto) {
        database.sql("""
                        insert into producers (id, name, normalized_name, email, merged_into)
                        values (:id, :name, :key, :email, cast(:merged_into as uuid))
                        """)
                .param("id", id)
                .param("name", name)
                .param("key", key)
                .param("email", email)
                .param("merged_into", mergedInto)
                .update();
    }

    private void profile(UUID producer, String metadata) {
        database.sql("update producers set metadata = cast(:metadata as jsonb), enriched_at = now() where id = :id")
                .params(Map.of("metadata", metadata, "id", producer))
                .update();
    }

    private void alias(UUID producer, String alias) {
        database.sql("""
                        insert into producer_aliases (producer_id, alias, alias_key, source)
                        values (:producer, :alias, lower(:alias), 'musicbrainz')
                        """).params(Map.of("producer", producer, "alias", alias)).update();
    }

    private void identity(UUID producer, String provider, String externalId) {
        database.sql(
                        "insert into producer_identities (producer_id, provider, external_id) values (:producer, :provider, :id)")
                .params(Map.of("producer", producer, "provider", provider, "id", externalId))
                .update();
    }

    private void credit(UUID track, UUID producer, String role, double confidence, String source, String verification) {
        database.sql("""
                        insert into track_producers (track_id, producer_id, role, confidence, source, verification)
                        values (:track, :producer, :role, :confidence, :source, :verification)
                        """)
                .params(Map.of(
                        "track", track,
                        "producer", producer,
                        "role", role,
                        "confidence", confidence,
                        "source", source,
                        "verification", verification))
                .update();
    }

    private void evidence(String song, String source, String name, String role, UUID producer, String url) {
        database.sql("""
                        insert into credit_evidence (
                            song_id, source, outcome, raw_name, name_key, raw_role, role, source_url, match_kind,
                            match_strength, producer_id)
                        values (:song, :source, 'credited', :name, lower(:name), :role, 'producer', :url, 'isrc', 0.97, :producer)
                        """)
                .params(Map.of(
                        "song",
                        id(song),
                        "source",
                        source,
                        "name",
                        name,
                        "role",
                        role,
                        "producer",
                        producer,
                        "url",
                        url))
                .update();
    }

    private void nobody(String song, String source) {
        database.sql("""
                        insert into credit_evidence (song_id, source, outcome, ask_again_at)
                        values (:song, :source, 'none_found', now() + interval '30 days')
                        """).params(Map.of("song", id(song), "source", source)).update();
    }
}
