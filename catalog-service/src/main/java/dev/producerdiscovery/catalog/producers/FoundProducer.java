package dev.producerdiscovery.catalog.producers;

import dev.producerdiscovery.catalog.Columns;
import dev.producerdiscovery.catalog.WebAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A producer in a list of results; the figures count only the credits that were asked for.
 *
 * @param popularity mean of the tracks' popularity, 0 to 100; null where the source tells none
 * @param confidence mean of the credits' confidence, 0 to 1
 * @param profiles addresses of the person's pages
 * @param similarity of the name to the search term, 0 to 1; null without a term
 */
public record FoundProducer(
        UUID id,
        String name,
        long songs,
        long tracks,
        long artists,
        @Nullable Double popularity,
        double confidence,
        List<String> roles,
        List<String> sources,
        @Nullable String email,
        @Nullable String instagramHandle,
        List<String> profiles,
        @Nullable Double similarity) {

    static FoundProducer of(ResultSet row) throws SQLException {
        return new FoundProducer(
                Columns.uuid(row, "producer_id"),
                row.getString("name"),
                row.getLong("song_count"),
                row.getLong("track_count"),
                row.getLong("artist_count"),
                Columns.decimal(row, "avg_track_popularity"),
                Columns.share(row, "confidence"),
                Columns.texts(row, "roles"),
                Columns.texts(row, "sources"),
                row.getString("email"),
                row.getString("instagram_handle"),
                Columns.texts(row, "profiles").stream()
                        .filter(WebAddress::isOne)
                        .toList(),
                Columns.decimal(row, "similarity"));
    }
}
