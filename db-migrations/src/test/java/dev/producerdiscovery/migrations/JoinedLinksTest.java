package dev.producerdiscovery.migrations;

import static dev.producerdiscovery.migrations.BothCatalogues.MB_ARTIST;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What still names rows that were joined. */
class JoinedLinksTest {

    private static final Database DB = TestServer.plain().migrated();
    private static final BothCatalogues BOTH = new BothCatalogues(DB, new Store(DB));

    @BeforeEach
    void nothing() {
        BOTH.forget();
    }

    @ParameterizedTest
    @CsvSource({"album_discovery, true", "album_discovery, false", "track_discovery, true", "track_discovery, false"})
    void an_artist_is_being_listed_while_messages_name_the_row_that_is_gone(String queue, boolean askedByFormerId) {
        String one = BOTH.atSpotify();
        String gone = BOTH.atMusicBrainz(MB_ARTIST, null);
        DB.execute("select merge_artists(?::uuid, ?::uuid)", one, gone);
        String asked = askedByFormerId ? gone : one;
        assertThat(listed(asked)).isFalse();
        long message = DB.number("select pg_enqueue(?, jsonb_build_object('artistId', ?))", queue, gone);
        assertThat(listed(asked)).isTrue();
        DB.execute("select pgmq.delete(?, ?)", queue, message);
        assertThat(listed(asked)).isFalse();
    }

    private static boolean listed(String artist) {
        return DB.number("select artist_is_being_listed(?::uuid, interval '1 day')::integer", artist) == 1;
    }
}
