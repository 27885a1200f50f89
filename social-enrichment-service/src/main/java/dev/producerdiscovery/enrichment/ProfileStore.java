package dev.producerdiscovery.enrichment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Reads producers and keeps what was found about them. */
@Repository
class ProfileStore {

    private static final String FIND_PRODUCER = """
            select root.id, root.name
            from producers asked
            join producers root on root.id = coalesce(asked.merged_into, asked.id)
            where asked.id = cast(:producerId as uuid)
            """;

    private static final String FIND_IDENTITIES = """
            select i.provider, i.external_id
            from producer_identities i
            join producers p on p.id = i.producer_id
            where coalesce(p.merged_into, p.id) = cast(:producerId as uuid)
            order by i.provider, i.external_id
            """;

    private static final String RECORD_PROFILES = """
            select producer_id, root_id, ask_again
            from record_producer_profiles(cast(:profiles as jsonb))
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ProfileStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The person whom the id means; a merged row leads to the one that stands for it. */
    Optional<Producer> producer(UUID producerId) {
        return jdbc.sql(FIND_PRODUCER)
                .param("producerId", producerId)
                .query((row, number) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return new Producer(id, row.getString("name"), identities(id));
                })
                .optional();
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

    private List<Identity> identities(UUID root) {
        return jdbc.sql(FIND_IDENTITIES)
                .param("producerId", root)
                .query((row, number) -> new Identity(row.getString("provider"), row.getString("external_id")))
                .list();
    }

    private record Row(@JsonProperty("producer_id") UUID producerId, Profile profile, List<Inquiry> answers) {}
}
