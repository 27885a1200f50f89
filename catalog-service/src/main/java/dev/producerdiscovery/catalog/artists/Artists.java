package dev.producerdiscovery.catalog.artists;

import dev.producerdiscovery.catalog.Paging;
import dev.producerdiscovery.catalog.ResultPage;
import dev.producerdiscovery.web.NotFound;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads artists. */
@Repository
public class Artists {

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final JdbcClient database;
    private final JsonMapper json;

    Artists(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * @param term an artist's id at Spotify or MusicBrainz, or a link there; else part of a name, misspelt or not; blank finds
     *     all, the latest first
     */
    ResultPage<Artist> find(String term, Paging paging) {
        return ArtistId.in(term)
                .flatMap(this::known)
                .map(artist -> ResultPage.of(List.of(artist), new Paging(1, paging.size()), 1))
                .orElseGet(() -> resembling(term, paging));
    }

    private Optional<Artist> known(ArtistId id) {
        return database.sql("""
                        select a.id
                        from artists a
                        where a.spotify_id = cast(:spotify as text)
                           or a.musicbrainz_id = cast(:musicbrainz as text)
                        union
                        select f.artist_id
                        from former_artist_ids f
                        where f.musicbrainz_id = cast(:musicbrainz as text)
                        """)
                .param("spotify", id.spotify())
                .param("musicbrainz", id.musicbrainz())
                .query(UUID.class)
                .optional()
                .map(this::one);
    }

    private ResultPage<Artist> resembling(String term, Paging paging) {
        List<Artist> items = new ArrayList<>();
        AtomicLong total = new AtomicLong();
        database.sql("""
                        select f.id, f.name, f.spotify_id, a.musicbrainz_id, f.followers, f.popularity, f.genres,
                            f.albums, f.songs, f.songs_with_producer, f.producers, f.total
                        from find_artists(cast(:term as text), cast(:limit as integer), cast(:offset as integer))
                            with ordinality as f
                        join artists a on a.id = f.id
                        order by f.ordinality
                        """)
                .param("term", term)
                .param("limit", paging.limit())
                .param("offset", paging.offset())
                .query(row -> {
                    items.add(Artist.of(row));
                    total.set(row.getLong("total"));
                });
        return ResultPage.of(items, paging, total.get());
    }

    /**
     * An id that turned out to be another artist's is answered with that artist.
     *
     * @throws NotFound when there is no such artist
     */
    Artist one(UUID id) {
        return database.sql("""
                        select s.id, s.name, s.spotify_id, a.musicbrainz_id, s.followers, s.popularity, s.genres,
                            s.albums, s.songs, s.songs_with_producer, s.producers
                        from artist_summaries s
                        join artists a on a.id = s.id
                        where a.id = kept_row(cast(:id as uuid))
                        """)
                .param("id", id)
                .query((row, number) -> Artist.of(row))
                .optional()
                .orElseThrow(() -> new NotFound("No artist has the id " + id + "."));
    }

    /** How far the pipeline is with the artist, as {@code check_artist_pipeline_progress} tells it. */
    Map<String, Object> progress(UUID id) {
        String answer = database.sql("select check_artist_pipeline_progress(cast(:id as uuid))::text")
                .param("id", one(id).id())
                .query(String.class)
                .single();
        return json.readValue(answer, OBJECT);
    }
}
