package dev.producerdiscovery.migrations;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Indexes on tables that may hold millions of rows when they come to need one. Built beside those who write to them,
 * which no transaction and therefore no migration can do. What an earlier attempt left unfinished is built anew.
 */
final class LargeIndexes {

    private static final Logger log = LoggerFactory.getLogger(LargeIndexes.class);

    /** Nobody waits for what waits here, so it may wait for transactions of an ordinary length. */
    private static final String PATIENT = "set lock_timeout = '30s'";

    /** Statements that lead from the indexes there are to those there should be, in their order. */
    private static final String MISSING = """
            with wanted (name, definition) as (
                values
                    -- The page of all artists shows the latest first.
                    ('artists_latest', 'artists_latest on artists (created_at desc, id)'),
                    -- Of one name, as the other catalogue alone knows them.
                    (
                        'artists_not_at_spotify',
                        'artists_not_at_spotify on artists (left(search_key(name), 200) collate "C") '
                            || 'where spotify_id is null'
                    ),
                    (
                        'artists_not_at_musicbrainz',
                        'artists_not_at_musicbrainz on artists (left(search_key(name), 200) collate "C") '
                            || 'where musicbrainz_id is null'
                    ),
                    -- Titles that begin with what was typed.
                    ('tracks_title_key', 'tracks_title_key on tracks (left(search_key(name), 200) collate "C")'),
                    -- What is typed, somewhere in a name.
                    ('artists_name_key', 'artists_name_key on artists using gin (search_key(name) gin_trgm_ops)'),
                    ('albums_name_key', 'albums_name_key on albums using gin (search_key(name) gin_trgm_ops)'),
                    ('tracks_name_key', 'tracks_name_key on tracks using gin (search_key(name) gin_trgm_ops)'),
                    ('producers_name_key', 'producers_name_key on producers using gin (search_key(name) gin_trgm_ops)'),
                    (
                        'producer_aliases_search',
                        'producer_aliases_search on producer_aliases using gin (search_key(alias) gin_trgm_ops)'
                    ),
                    -- What is typed wrong.
                    (
                        'artists_alike',
                        'artists_alike on artists using gin (trigram_key(search_key(name)) gin_trgm_ops)'
                    ),
                    (
                        'tracks_alike',
                        'tracks_alike on tracks using gin (trigram_key(search_key(name)) gin_trgm_ops) '
                            || 'where not is_ascii(search_key(name))'
                    ),
                    (
                        'producer_names_alike',
                        'producer_names_alike on producer_names using gin (trigram_key(name_key) gin_trgm_ops) '
                            || 'where whole'
                    ),
                    -- What refers to a role.
                    ('track_producers_role', 'track_producers_role on track_producers (role)'),
                    ('credit_evidence_role', 'credit_evidence_role on credit_evidence (role) where role is not null'),
                    ('corrections_role', 'corrections_role on corrections (role) where role is not null'),
                    -- What view queue_stats groups by.
                    (
                        'queue_metrics_hour',
                        'queue_metrics_hour on queue_metrics '
                            || '((date_trunc(''hour'', created_at at time zone ''UTC'') at time zone ''UTC''))'
                    )
            ),
            -- Queues from before workers claimed by an index that counts as well.
            earlier (ready_index, table_name, claim_index) as (
                select
                    format('pgmq.%I', 'q_' || ascii_lower(queue_name) || '_ready_idx'),
                    'q_' || ascii_lower(queue_name),
                    format('pgmq.%I', 'q_' || ascii_lower(queue_name) || '_claim_idx')
                from pgmq.meta
                where to_regclass(format('pgmq.%I', 'q_' || ascii_lower(queue_name) || '_claim_idx')) is not null
            ),
            -- Of what the database's locale took for letters.
            outdated (name) as (
                select name
                from unnest(array[
                    'artists_name_search', 'albums_name_search', 'tracks_name_search', 'producers_name_search',
                    'producer_aliases_trigram', 'producer_names_similar', 'tracks_title']) as name
                where to_regclass(name) is not null
            ),
            every (name, definition) as (
                select name, definition
                from wanted
                union all
                select
                    ready_index,
                    format('%I on pgmq.%I (vt, msg_id) include (read_ct)', table_name || '_ready_idx', table_name)
                from earlier
            ),
            unbuilt as (
                select e.name, e.definition, i.indexrelid is not null as half_built
                from every e
                left join pg_index i on i.indexrelid = to_regclass(e.name)
                where i.indisvalid is not true
            )
            select statement
            from (
                select 1 as turn, 'drop index concurrently ' || name as statement
                from unbuilt
                where half_built
                union all
                select 2, 'create index concurrently ' || definition
                from unbuilt
                union all
                select 3, 'drop index concurrently ' || claim_index
                from earlier
                union all
                select 3, 'drop index concurrently ' || name
                from outdated
            ) as statements
            order by turn, statement
            """;

    private LargeIndexes() {}

    /** @throws MigrationException when one could not be built; the others stay */
    static void build(DataSource owner) {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            List<String> missing = FirstColumn.of(statement, MISSING);
            if (!missing.isEmpty()) {
                build(statement, missing);
            }
        } catch (SQLException e) {
            throw new MigrationException("an index could not be built: " + e.getMessage(), e);
        }
    }

    private static void build(Statement statement, List<String> missing) throws SQLException {
        statement.execute(PATIENT);
        try {
            for (String change : missing) {
                log.info("{}", change);
                statement.execute(change);
            }
        } finally {
            // The connection may be a pool's.
            statement.execute("reset lock_timeout");
        }
    }
}
