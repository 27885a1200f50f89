package dev.producerdiscovery.enrichment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Reads producers and keeps what was found about them. */
@Repository
class ProfileStore {

    private static final String FIND_PRODUCER = """
            select
                root.id,
                root.name,
                i.provider,
                i.external_id
            from producers asked
            join producers root on root.id = coalesce(asked.merged_into, asked.id)
            left join producers p on coalesce(p.merged_into, p.id) = root.id
            left join producer_identities i on i.producer_id = p.id
            where asked.id = cast(:producerId as uuid)
            order by i.provider, i.external_id
            """;

    private static final String RECORD_PROFILES = """
            select producer_id, root_id, ask_again
            from summarise_later() as l (later)
            cross join lateral record_producer_profiles(case when l.later then cast(:profiles as jsonb) end)
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ProfileStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * The person whom the id means; a merged row leads to the one that stands for it. In one statement: a second one from
     * within the first would need a second connection, and when every handler has its first none ever gets it.
     */
    Optional<Producer> producer(UUID producerId) {
        ResultSetExtractor<Optional<Producer>> producer = ProfileStore::producer;
        return jdbc.sql(FIND_PRODUCER).param("producerId", producerId).query(producer);
    }

    private static Optional<Producer> producer(ResultSet rows) throws SQLException {
        UUID id = null;
        String name = "";
        List<Identity> identities = new ArrayList<>();
        while (rows.next()) {
            id = rows.getObject("id", UUID.class);
            name = rows.getString("name");
            String provider = rows.getString("provider");
            if (provider != null) {
                identities.add(new Identity(provider, rows.getString("external_id")));
            }
        }
        return id == null ? Optional.empty() : Optional.of(new Producer(id, name, identities));
    }

    /** Stores profiles with everything that follows from them. */
    List<StoredProfile> record(Collection<FoundProfile> profiles) {
        List<Row> rows = profiles.stream()
                .map(found -> new Row(found.producerId(), found.profile(), found.answers()))
                .toList();
        return jdbc.sql(RECORD_PROFILES)
                .param("profiles", json.writeValueAsString(rows))
                .query((row, number) -> new StoredProfile(
                        row.getObject("producer_id", UUID.class),
                        row.getObject("root_id", UUID.class),
                        row.getBoolean("ask_again")))
                .list();
    }

    private record Row(@JsonProperty("producer_id") UUID producerId, Profile profile, List<Inquiry> answers) {}
}
