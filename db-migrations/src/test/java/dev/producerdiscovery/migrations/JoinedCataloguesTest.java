package dev.producerdiscovery.migrations;

import static dev.producerdiscovery.migrations.BothCatalogues.FORMER;
import static dev.producerdiscovery.migrations.BothCatalogues.MB_ARTIST;
import static dev.producerdiscovery.migrations.BothCatalogues.RELEASE;
import static dev.producerdiscovery.migrations.SqlState.BAD_ARGUMENT;
import static dev.producerdiscovery.migrations.SqlState.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that each catalogue stored for itself become one as soon as it shows, and say the same whichever was first. */
class JoinedCataloguesTest {

    private static final Database DB = TestServer.plain().migrated();
    private static final Store STORE = new Store(DB);

    private static final BothCatalogues BOTH = new BothCatalogues(DB, STORE);

    @BeforeEach
    void nothing() {
        BOTH.forget();
    }

    private static String everything() {
        return String.join("\n", DB.column("""
                select concat_ws('|', a.name, a.spotify_id, a.musicbrainz_id, a.followers, a.metadata, a.from_musicbrainz)
                from artists a
                union all
                select concat_ws('|', b.name, b.spotify_id, b.musicbrainz_id, b.release_date, b.metadata,
                    b.from_musicbrainz, a.name, l.album_group)
                from albums b
                join artists a on a.id = b.artist_id
                join artist_albums l on l.album_id = b.id and l.artist_id = a.id
                union all
                select concat_ws('|', t.name, t.spotify_id, t.musicbrainz_id, t.isrc, t.duration_ms, t.from_musicbrainz,
                    n.normalized_name, s.name, n.representative_track_id = t.id)
                from tracks t
                join albums b on b.id = t.album_id
                join normalized_tracks n on n.id = t.song_id
                join artists s on s.id = n.artist_id
                union all
                select 'songs ' || count(*)
                from normalized_tracks
                order by 1
                """));
    }

    private static final String ONE_OF_ALL = """
            Glass Harbour|S1|%s|9|{"country": "NO"}|{country}
            Hidden|r3|{name}|hidden|Glass Harbour|t
            Lantern|S-2|r2|ZZ2|180000|lantern|Glass Harbour|t
            Low Tide|SA|%s|1999-01-01|{"upc": "7"}|Glass Harbour|single
            Undertow|S-1|r1|ZZ1|200000|undertow|Glass Harbour|t
            songs 3""".formatted(MB_ARTIST, RELEASE);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void artists_whom_a_link_shows_to_be_one_become_one_with_albums_tracks_and_songs(boolean spotifyFirst) {
        if (spotifyFirst) {
            BOTH.spotifysAlbum(BOTH.atSpotify(), "{\"upc\": \"7\"}");
            BOTH.musicBrainzsAlbum(BOTH.atMusicBrainz(MB_ARTIST, null), "{\"upc\": \"007\"}");
        } else {
            BOTH.musicBrainzsAlbum(BOTH.atMusicBrainz(MB_ARTIST, null), "{\"upc\": \"007\"}");
            BOTH.spotifysAlbum(BOTH.atSpotify(), "{\"upc\": \"7\"}");
        }
        String first = DB.text("select id from artists order by created_at limit 1");
        String second = DB.text("select id from artists order by created_at desc limit 1");
        assertThat(BOTH.atMusicBrainz(MB_ARTIST, "S1")).isEqualTo(first);
        assertThat(everything()).isEqualTo(ONE_OF_ALL);
        assertThat(DB.text("select kept_row(?::uuid)", second)).isEqualTo(first);
        assertThat(BOTH.atSpotify()).isEqualTo(first);
        assertThat(everything()).isEqualTo(ONE_OF_ALL);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void artists_of_one_name_with_two_isrcs_in_common_become_one(boolean spotifyAsks) {
        String one = BOTH.atSpotify();
        BOTH.spotifysAlbum(one, "{\"upc\": \"7\"}");
        String other = BOTH.atMusicBrainz(MB_ARTIST, null);
        BOTH.musicBrainzsAlbum(other, "{\"upc\": \"7\"}");
        assertThat(DB.text("select join_artist(?::uuid)", spotifyAsks ? one : other))
                .isEqualTo(one);
        assertThat(everything()).isEqualTo(ONE_OF_ALL);
        assertThat(DB.text("select join_artist(?::uuid)", one)).isNull();
    }

    @Test
    void a_namesake_with_fewer_isrcs_in_common_stays_another() {
        String one = BOTH.atSpotify();
        BOTH.spotifysAlbum(one, "{\"upc\": \"7\"}");
        String other = BOTH.atMusicBrainz(MB_ARTIST, null);
        BOTH.musicBrainzsAlbum(other, "{}");
        DB.execute("update tracks set isrc = null where musicbrainz_id = 'r2'");
        assertThat(DB.text("select join_artist(?::uuid)", one)).isNull();
    }

    @Test
    void what_is_known_of_songs_and_runs_goes_along() {
        String one = BOTH.atSpotify();
        BOTH.spotifysAlbum(one, "{\"upc\": \"7\"}");
        String other = BOTH.atMusicBrainz(MB_ARTIST, null);
        BOTH.musicBrainzsAlbum(other, "{\"upc\": \"7\"}");
        DB.execute(
                "insert into run_outcomes (correlation_id, asked, artist_id) values (gen_random_uuid(), '{}', ?::uuid)",
                other);
        DB.execute("select record_catalogue_listing(?::uuid, 'musicbrainz', 3, 0, now())", other);
        DB.execute("""
                select settle_song(song_id, jsonb_build_array(jsonb_build_object('source', 'genius', 'claims',
                    jsonb_build_array(jsonb_build_object('outcome', 'credited', 'raw_name', name, 'person_name', name,
                        'name_key', lower(name), 'raw_name_key', lower(name), 'raw_role', 'Producer', 'role', 'producer',
                        'source_song_id', name, 'match_kind', 'x', 'match_strength', 1, 'aliases', '[]'::jsonb)))))
                from tracks
                where musicbrainz_id is not null or spotify_id = 'S-2'
                """);
        DB.execute("""
                select correct_credit((select song_id from tracks where musicbrainz_id = 'r1'),
                    (select id from producers where name = 'Lantern'), 'add', 'mixer', 'mara')
                """);

        String kept = DB.text("select join_artist(?::uuid)", other);

        assertThat(DB.text("select artist_id from run_outcomes")).isEqualTo(kept);
        assertThat(DB.text("select artist_id from catalogue_listings")).isEqualTo(kept);
        assertThat(DB.column("""
                        select concat_ws('|', t.name, p.name, c.role)
                        from track_producers c
                        join tracks t on t.id = c.track_id
                        join producers p on p.id = c.producer_id
                        order by 1
                        """))
                .containsExactly(
                        "Hidden|Hidden|producer",
                        "Lantern|Lantern|producer",
                        "Undertow|Lantern|mixer",
                        "Undertow|Undertow (demo)|producer");
        assertThat(DB.number("select count(*) from processing_status where entity_type = 'song'"
                        + " and entity_id not in (select id::text from normalized_tracks)"))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_id_that_editors_merged_into_another_leads_to_one_artist(boolean theNewOneIsKnown) {
        String former = BOTH.atMusicBrainz(FORMER, null);
        BOTH.musicBrainzsAlbum(former, "{}");
        if (theNewOneIsKnown) {
            BOTH.atMusicBrainz(MB_ARTIST, null);
        }
        String kept = BOTH.artist("""
                {"name": "Glass Harbour", "musicbrainz_id": "%s", "former_musicbrainz_id": "%s",
                 "catalogue": "musicbrainz"}
                """.formatted(MB_ARTIST, FORMER), null);
        assertThat(DB.column("select musicbrainz_id from artists")).containsExactly(MB_ARTIST);
        assertThat(DB.number("select count(*) from artist_albums where artist_id = ?::uuid", kept))
                .isOne();
        assertThat(BOTH.atMusicBrainz(FORMER, null)).isEqualTo(kept);
        assertThat(DB.text("select kept_row(?::uuid)", former)).isEqualTo(kept);
    }

    @Test
    void an_album_is_joined_as_soon_as_its_barcode_is_known() {
        String artist = BOTH.atSpotify();
        BOTH.spotifysAlbum(artist, "{}");
        BOTH.musicBrainzsAlbum(artist, "{\"upc\": \"7\"}");
        assertThat(DB.number("select count(*) from albums")).isEqualTo(2);
        STORE.album(artist, "SA", "{\"metadata\": {\"upc\": \"7\"}}");
        assertThat(DB.number("select count(*) from albums")).isOne();
        assertThat(DB.number("select count(*) from tracks")).isEqualTo(3);
    }

    @Test
    void tracks_that_stood_apart_become_one_when_their_isrc_is_known() {
        String artist = BOTH.atSpotify();
        String album = STORE.someAlbum(artist);
        STORE.batch("[{\"name\": \"Undertow\", \"spotify_id\": \"S-1\"}]", album, artist);
        String track = "{\"name\": \"Under tow\", \"musicbrainz_id\": \"r1\", \"isrc\": \"ZZ1\"}";
        STORE.batch("[" + track + "]", album, artist);
        assertThat(DB.number("select count(*) from tracks")).isEqualTo(2);
        STORE.batch("[{\"name\": \"Undertow\", \"spotify_id\": \"S-1\", \"isrc\": \"ZZ1\"}]", album, artist);
        assertThat(DB.column("select concat_ws('|', name, spotify_id, musicbrainz_id) from tracks"))
                .containsExactly("Undertow|S-1|r1");
        assertThat(DB.column("select normalized_name from normalized_tracks")).containsExactly("undertow");
    }

    @Test
    void of_sessions_that_store_the_same_at_once_none_makes_a_double() {
        AtomicInteger session = new AtomicInteger();
        List<String> artists = Sessions.atOnce(
                8, () -> session.getAndIncrement() % 2 == 0 ? BOTH.atSpotify() : BOTH.atMusicBrainz(MB_ARTIST, "S1"));
        assertThat(artists).containsOnly(artists.getFirst());
        Sessions.atOnce(8, () -> {
            if (session.getAndIncrement() % 2 == 0) {
                BOTH.spotifysAlbum(artists.getFirst(), "{\"upc\": \"7\"}");
            } else {
                BOTH.musicBrainzsAlbum(artists.getFirst(), "{\"upc\": \"7\"}");
            }
            return true;
        });
        assertThat(DB.number("select count(*) from albums")).isOne();
        assertThat(DB.number("select count(*) from tracks")).isEqualTo(3);
    }

    @Test
    void artists_and_albums_that_one_catalogue_tells_apart_are_not_merged() {
        String one = BOTH.atSpotify();
        String other = STORE.someArtist();
        assertRefused(BAD_ARGUMENT, () -> DB.execute("select merge_artists(?::uuid, ?::uuid)", one, other));
        String album = STORE.someAlbum(one);
        assertRefused(
                BAD_ARGUMENT, () -> DB.execute("select merge_albums(?::uuid, ?::uuid)", album, STORE.someAlbum(one)));
        assertRefused(
                SqlState.UNKNOWN,
                () -> DB.execute(
                        "select merge_albums(?::uuid, ?::uuid)",
                        album,
                        UUID.randomUUID().toString()));
    }
}
