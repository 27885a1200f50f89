package dev.producerdiscovery.identification.genius;

import dev.producerdiscovery.identification.genius.ListedArtist.KnownSong;
import dev.producerdiscovery.matching.title.Title;
import dev.producerdiscovery.matching.title.TitleParser;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database has of an artist. Thread-safe. */
final class ArtistCatalogue {

    private final JdbcClient jdbc;

    ArtistCatalogue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(int songs, String title, List<String> artists) {}

    /**
     * The artist with the songs that are on most releases: they are what everybody knows. Which these are depends on nothing
     * but the catalogue, so that every process finds the same artist by them.
     */
    ListedArtist artist(UUID id, String name) {
        List<Row> rows = jdbc.sql("""
                        select
                            count(*) over () as songs,
                            t.name,
                            array(
                                select a ->> 'name'
                                from jsonb_array_elements(coalesce(t.metadata -> 'artists', '[]')) with ordinality as x (a, place)
                                where a ->> 'name' <> ''
                                order by place) as artists
                        from normalized_tracks n
                        join tracks t on t.id = n.representative_track_id
                        where n.artist_id = cast(:artist as uuid)
                        order by
                            coalesce(t.metadata -> 'artists' -> 0 ->> 'name' = cast(:name as text), false) desc,
                            (
                                select count(*)
                                from tracks o
                                where o.song_id = n.id
                            ) desc,
                            n.normalized_name collate "C"
                        limit 30
                        """)
                .param("artist", id)
                .param("name", name)
                .query(ArtistCatalogue::row)
                .list();
        return new ListedArtist(
                name,
                rows.isEmpty() ? 0 : rows.getFirst().songs(),
                rows.stream()
                        .filter(row -> !row.artists().isEmpty()
                                && row.artists().getFirst().equals(name))
                        .map(ArtistCatalogue::song)
                        // A remix or a live take is hard to find, and its page may stand under another's name.
                        .filter(song -> song.title().recordingMarks().isEmpty())
                        .toList());
    }

    private static KnownSong song(Row row) {
        Title title = TitleParser.parse(row.title());
        return new KnownSong(title, row.artists());
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(row.getInt("songs"), row.getString("name"), List.of((String[])
                row.getArray("artists").getArray()));
    }
}
