package dev.producerdiscovery.identification.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.producerdiscovery.backend.testing.TestDatabase;
import dev.producerdiscovery.identification.Catalogue;
import dev.producerdiscovery.matching.role.Role;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Roles are said twice, by the database and by the enum, and both say the same. */
class RolesTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private final JdbcClient owner = JdbcClient.create(DATABASE.owner());

    @Test
    void the_table_and_the_enum_have_the_same_roles_in_the_same_order() {
        assertThat(owner.sql("select label, produces from credit_roles order by place")
                        .query((row, number) -> row.getString("label") + " " + row.getBoolean("produces"))
                        .list())
                .isEqualTo(Arrays.stream(Role.values())
                        .map(role -> role.label() + " " + role.producesSong())
                        .toList());
        assertThat(owner.sql("select unnest(producing_roles())")
                        .query(String.class)
                        .list())
                .isEqualTo(Role.producing());
    }

    @ParameterizedTest
    @ValueSource(strings = {"track_producers", "credit_evidence", "corrections"})
    void whatever_names_a_role_refers_to_the_table(String table) {
        assertThat(owner.sql("""
                        select count(*)
                        from pg_constraint k
                        join pg_attribute a on a.attrelid = k.conrelid and k.conkey = array[a.attnum]
                        where k.conrelid = cast(:table as regclass)
                            and k.confrelid = 'credit_roles'::regclass
                            and a.attname = 'role'
                            and k.convalidated
                        """).param("table", table).query(Long.class).single())
                .isEqualTo(1);
    }

    @Test
    void no_other_list_of_roles_is_left_in_the_database() {
        assertThat(owner.sql("""
                        select p.oid::regprocedure::text
                        from pg_proc p
                        where p.pronamespace = 'public'::regnamespace
                            and case p.prokind when 'f' then pg_get_functiondef(p.oid) end like '%co-producer%'
                        union all
                        select conrelid::regclass || ' ' || conname
                        from pg_constraint
                        where pg_get_constraintdef(oid) like '%co-producer%'
                        """).query(String.class).list()).isEmpty();
    }

    @Test
    void a_fourth_role_that_produces_is_counted_everywhere() {
        try (TestDatabase database = TestDatabase.fresh()) {
            JdbcClient client = JdbcClient.create(database.owner());
            Catalogue catalogue = Catalogue.emptied(database.owner(), "The Tin Foxes");
            UUID song = catalogue.song("harbour lights");
            catalogue.track(song, catalogue.album("First Light", null), "Harbour Lights", 1, null);
            client.sql("insert into credit_roles (label, family, place) values ('beatmaker', 'producing', 99)")
                    .update();
            Claims claims = new Claims(database.worker());
            claims.say(song, "genius", Claims.claim("1", "Ada Krol", "Ada Krol", "beatmaker", 0.9));

            assertThat(client.sql("select name from find_producers()")
                            .query(String.class)
                            .list())
                    .isEqualTo(List.of("Ada Krol"));
            assertThat(client.sql("select producers from artist_summaries")
                            .query(Long.class)
                            .single())
                    .isEqualTo(1);
            assertThat(client.sql("select role_group_of(producing_roles())")
                            .query(String.class)
                            .single())
                    .isEqualTo("produced");
        }
    }

    @Test
    void a_role_that_is_none_is_no_row() {
        assertThatThrownBy(() -> owner.sql("""
                        insert into credit_evidence (song_id, source, outcome, role)
                        values (gen_random_uuid(), 'genius', 'none_found', 'juggler')
                        """).update()).isInstanceOf(DataIntegrityViolationException.class);
    }
}
