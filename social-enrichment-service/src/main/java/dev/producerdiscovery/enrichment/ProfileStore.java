package dev.producerdiscovery.enrichment;

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

    private static final String RECORD_PROFILE = """
            select record_producer_profile(
                cast(:producerId as uuid),
                cast(:profile as jsonb),
                cast(:answers as jsonb))
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

    /** True when the person is known under ids that the last look for profiles did not know of. */
    boolean hasNewIdentities(UUID producerId) {
        return jdbc.sql("select producer_has_new_identities(cast(:producerId as uuid))")
                .param("producerId", producerId)
                .query(Boolean.class)
                .single();
    }

    /** Stores a profile with everything that follows from it. Returns the row that stands for the person afterwards. */
    UUID record(UUID producerId, Profile profile, List<Inquiry> answers) {
        return jdbc.sql(RECORD_PROFILE)
                .param("producerId", producerId)
                .param("profile", json.writeValueAsString(profile))
                .param("answers", json.writeValueAsString(answers))
                .query(UUID.class)
                .single();
    }

    private List<Identity> identities(UUID root) {
        return jdbc.sql(FIND_IDENTITIES)
                .param("producerId", root)
                .query((row, number) -> new Identity(row.getString("provider"), row.getString("external_id")))
                .list();
    }
}
