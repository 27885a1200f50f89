package dev.producerdiscovery.endtoend;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Who is credited as producer in the database, held against the simulator's truth. */
record CreditScore(int expected, int found, List<String> missing, List<String> wrong) {

    /** Songs that neither source credits cannot be found, so they are not expected. */
    private static final Set<String> SOURCES = Set.of("musicbrainz", "genius");

    private static final Set<String> GROUPS = Set.of("album", "single");

    static CreditScore of(JsonNode truth, JdbcClient database) {
        int expected = 0;
        List<String> missing = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (JsonNode artist : truth.path("artists")) {
            for (JsonNode song : artist.path("songs")) {
                List<String> tracks = tracks(song);
                if (tracks.isEmpty()) {
                    continue;
                }
                Set<String> credited = credited(tracks, database);
                Set<String> allowed = new HashSet<>();
                for (JsonNode credit : song.path("credits")) {
                    Set<String> names = names(credit);
                    allowed.addAll(names);
                    if (mustBeFound(credit)) {
                        expected++;
                        if (names.stream().noneMatch(credited::contains)) {
                            missing.add(song.path("title").asString() + ": "
                                    + credit.path("name").asString());
                        }
                    }
                }
                credited.stream()
                        .filter(name -> !allowed.contains(name))
                        .forEach(name -> wrong.add(song.path("title").asString() + ": " + name));
            }
        }
        return new CreditScore(expected, expected - missing.size(), missing, wrong);
    }

    double recall() {
        return expected == 0 ? 1 : (double) found / expected;
    }

    double precision() {
        return found + wrong.size() == 0 ? 1 : (double) found / (found + wrong.size());
    }

    private static boolean mustBeFound(JsonNode credit) {
        boolean known = false;
        for (JsonNode source : credit.path("sources")) {
            known |= SOURCES.contains(source.asString());
        }
        return known && credit.path("role").asString().equals("producer");
    }

    private static Set<String> names(JsonNode credit) {
        Set<String> names = new HashSet<>();
        credit.path("names").forEach(name -> names.add(name.asString().toLowerCase(Locale.ROOT)));
        return names;
    }

    /** Only albums and singles are discovered. */
    private static List<String> tracks(JsonNode song) {
        List<String> tracks = new ArrayList<>();
        for (JsonNode track : song.path("tracks")) {
            if (GROUPS.contains(track.path("album_group").asString())) {
                tracks.add(track.path("spotify_id").asString());
            }
        }
        return tracks;
    }

    private static Set<String> credited(List<String> tracks, JdbcClient database) {
        return new HashSet<>(
                database.sql("""
                        select distinct lower(producers.name)
                        from track_producers
                        join tracks on tracks.id = track_producers.track_id
                        join producers on producers.id = track_producers.producer_id
                        join credit_roles on credit_roles.label = track_producers.role
                        where tracks.spotify_id in (:tracks)
                            and credit_roles.produces
                        """).param("tracks", tracks).query(String.class).list());
    }
}
