package dev.producerdiscovery.catalog.tracks;

import dev.producerdiscovery.catalog.Columns;
import dev.producerdiscovery.catalog.WebAddress;
import dev.producerdiscovery.catalog.tracks.Track.Answer;
import dev.producerdiscovery.catalog.tracks.Track.Credit;
import dev.producerdiscovery.catalog.tracks.Track.Evidence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads who is credited on a track, each with the evidence, and the answers that credit nobody. */
@Repository
class Credits {

    private record Claim(UUID producer, String role) {}

    private final JdbcClient database;

    Credits(JdbcClient database) {
        this.database = database;
    }

    /** Producing roles first, the surest first within. */
    List<Credit> of(UUID track, @Nullable UUID song) {
        Map<Claim, List<Evidence>> evidence = evidence(song);
        return database.sql("""
                        select c.producer_id, p.name, c.role, c.produced, c.confidence, c.verification, c.source
                        from catalog_credits c
                        join producers p on p.id = c.producer_id
                        where c.track_id = cast(:track as uuid)
                        order by c.produced desc, c.confidence desc, p.name collate "C", c.role
                        """)
                .param("track", track)
                .query((row, number) -> credit(row, evidence))
                .list();
    }

    private static Credit credit(ResultSet row, Map<Claim, List<Evidence>> evidence) throws SQLException {
        Claim claim = claim(row);
        return new Credit(
                claim.producer(),
                row.getString("name"),
                claim.role(),
                row.getBoolean("produced"),
                Columns.share(row, "confidence"),
                row.getString("verification"),
                row.getString("source"),
                Objects.requireNonNullElse(evidence.get(claim), List.of()));
    }

    private Map<Claim, List<Evidence>> evidence(@Nullable UUID song) {
        Map<Claim, List<Evidence>> found = new HashMap<>();
        database.sql("""
                        select
                            coalesce(p.merged_into, p.id) as producer_id, e.role, e.source, e.raw_name, e.raw_role,
                            e.source_url, e.match_kind, e.match_strength, e.observed_at
                        from credit_evidence e
                        join producers p on p.id = e.producer_id
                        where e.song_id = cast(:song as uuid)
                          and e.outcome = 'credited'
                        order by e.match_strength desc, e.source, e.raw_role
                        """).param("song", song).query(row -> {
            found.computeIfAbsent(claim(row), claim -> new ArrayList<>()).add(evidence(row));
        });
        return found;
    }

    private static Claim claim(ResultSet row) throws SQLException {
        return new Claim(Columns.uuid(row, "producer_id"), row.getString("role"));
    }

    private static Evidence evidence(ResultSet row) throws SQLException {
        return new Evidence(
                row.getString("source"),
                row.getString("raw_name"),
                row.getString("raw_role"),
                WebAddress.orNull(row.getString("source_url")),
                row.getString("match_kind"),
                Columns.share(row, "match_strength"),
                row.getTimestamp("observed_at").toInstant());
    }

    List<Answer> answers(@Nullable UUID song) {
        return database.sql("""
                        select source, outcome, source_url, observed_at, ask_again_at
                        from credit_evidence
                        where song_id = cast(:song as uuid)
                          and outcome <> 'credited'
                        order by source, observed_at
                        """)
                .param("song", song)
                .query((row, number) -> new Answer(
                        row.getString("source"),
                        row.getString("outcome"),
                        WebAddress.orNull(row.getString("source_url")),
                        row.getTimestamp("observed_at").toInstant(),
                        Columns.instant(row, "ask_again_at")))
                .list();
    }
}
