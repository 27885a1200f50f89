package dev.producerdiscovery.catalog.artists;

import dev.producerdiscovery.catalog.CataloguePage;
import dev.producerdiscovery.catalog.Columns;
import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An artist with what was found so far.
 *
 * @param songs recordings; releases of the same recording count once
 * @param songsWithProducer those of which at least one producer is known
 * @param producers people with a role that makes them producers
 */
record Artist(
        UUID id,
        String name,

        @Schema(description = "Null for who is known to MusicBrainz only") @Nullable
        String spotifyId,

        @Schema(description = "Null for who is known to Spotify only") @Nullable
        String musicbrainzId,

        @Nullable Integer followers,
        @Nullable Integer popularity,
        List<String> genres,
        long albums,
        long songs,
        long songsWithProducer,
        long producers) {

    static Artist of(ResultSet row) throws SQLException {
        return new Artist(
                Columns.uuid(row, "id"),
                row.getString("name"),
                row.getString("spotify_id"),
                row.getString("musicbrainz_id"),
                Columns.integer(row, "followers"),
                Columns.integer(row, "popularity"),
                Columns.texts(row, "genres"),
                row.getLong("albums"),
                row.getLong("songs"),
                row.getLong("songs_with_producer"),
                row.getLong("producers"));
    }

    /** For people. */
    public List<CataloguePage> pages() {
        return CataloguePage.all(CataloguePage.Of.ARTIST, spotifyId, musicbrainzId);
    }
}
