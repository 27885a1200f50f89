package dev.producerdiscovery.catalog.producers;

import dev.producerdiscovery.catalog.Columns;
import dev.producerdiscovery.catalog.WebAddress;
import dev.producerdiscovery.catalog.producers.Producer.Collaboration;
import dev.producerdiscovery.catalog.producers.Producer.Identity;
import dev.producerdiscovery.catalog.producers.Producer.Page;
import dev.producerdiscovery.catalog.producers.Producer.Profile;
import dev.producerdiscovery.catalog.producers.Producer.RoleCount;
import dev.producerdiscovery.web.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads one producer. An id that was merged into another person's is answered with that person. */
@Repository
class ProducerDetails {

    private static final TypeReference<List<Page>> PAGES = new TypeReference<>() {};

    private final JdbcClient database;
    private final JsonMapper json;

    ProducerDetails(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** @throws NotFound when there is no such producer */
    UUID rootOf(UUID id) {
        return database.sql("""
                        select coalesce(merged_into, id)
                        from producers
                        where id = cast(:id as uuid)
                        """)
                .param("id", id)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new NotFound("No producer has the id " + id + "."));
    }

    /** @throws NotFound when there is no such producer */
    @Transactional(readOnly = true)
    public Producer of(UUID id) {
        UUID root = rootOf(id);
        List<RoleCount> roles = roles(root);
        return database.sql("""
                        select
                            p.name, p.email, p.instagram_handle, p.instagram_bio, p.image_url, p.enriched_at,
                            p.enrichment_failed, p.metadata->>'bio' as bio,
                            coalesce(p.metadata->'profiles', '[]')::text as pages,
                            s.song_count as produced_songs
                        from producers p
                        join producer_summaries s on s.producer_id = p.id and s.role_group = 'produced'
                        where p.id = cast(:id as uuid)
                        """)
                .param("id", root)
                .query((row, number) -> new Producer(
                        root,
                        row.getString("name"),
                        aliases(root),
                        profile(row),
                        identities(root),
                        row.getLong("produced_songs"),
                        roles,
                        collaborations(root)))
                .single();
    }

    private Profile profile(ResultSet row) throws SQLException {
        return new Profile(
                row.getString("email"),
                row.getString("instagram_handle"),
                row.getString("instagram_bio"),
                row.getString("bio"),
                row.getString("image_url"),
                Columns.instant(row, "enriched_at"),
                row.getBoolean("enrichment_failed"),
                pages(row.getString("pages")));
    }

    /** Whatever is no web address is left out: a link must not be able to run anything. */
    private List<Page> pages(String stored) {
        return json.readValue(stored, PAGES).stream()
                .filter(page -> WebAddress.isOne(page.url()))
                .toList();
    }

    private List<String> aliases(UUID root) {
        return database.sql("""
                        select alias
                        from other_names(cast(:id as uuid))
                        """)
                .param("id", root)
                .<String>query((row, number) -> Columns.text(row, "alias"))
                .list();
    }

    private List<Identity> identities(UUID root) {
        return database.sql("""
                        select i.provider, i.external_id
                        from producer_identities i
                        join producers p on p.id = i.producer_id
                        where coalesce(p.merged_into, p.id) = cast(:id as uuid)
                        order by i.provider, i.external_id
                        """)
                .param("id", root)
                .<Identity>query((row, number) -> new Identity(
                        row.getString("provider"),
                        row.getString("external_id"),
                        PublicPages.of(row.getString("provider"), row.getString("external_id"))))
                .list();
    }

    private List<RoleCount> roles(UUID root) {
        return database.sql("""
                        select role_group as role, 'produced' = any (role_groups(role_group)) as produced, song_count as songs
                        from producer_summaries
                        where producer_id = cast(:id as uuid)
                          and role_group not in ('any', 'produced')
                        order by produced desc, song_count desc, role_group
                        """)
                .param("id", root)
                .query((row, number) ->
                        new RoleCount(row.getString("role"), row.getLong("songs"), row.getBoolean("produced")))
                .list();
    }

    List<Collaboration> collaborations(UUID root) {
        return database.sql("""
                        select artist_id, artist_name, track_count
                        from get_producer_collaborations(cast(:id as uuid))
                        """)
                .param("id", root)
                .query((row, number) -> new Collaboration(
                        Columns.uuid(row, "artist_id"), row.getString("artist_name"), row.getLong("track_count")))
                .list();
    }
}
