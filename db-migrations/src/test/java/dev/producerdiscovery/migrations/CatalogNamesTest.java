package dev.producerdiscovery.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What search reads instead of names and aliases agrees with these after whatever happens to them. */
class CatalogNamesTest extends CreditedAlbum {

    @Test
    void a_renamed_producer_is_found_by_the_new_name_only() {
        UUID producer = producer("Ines Calder");
        database.execute("update producers set name = 'Solveig Nordlund' where id = ?::uuid", producer);
        assertThat(found("solveig")).containsExactly("Solveig Nordlund");
        assertThat(found("nordlund")).containsExactly("Solveig Nordlund");
        assertThat(found("calder")).isEmpty();
    }

    @Test
    void an_alias_finds_its_producer_as_long_as_it_is_there() {
        UUID producer = producer("Ines Calder");
        database.execute("""
                insert into producer_aliases (producer_id, alias, alias_key, source)
                values (?::uuid, 'Møøn Prophet', 'moon prophet', 'genius')
                """, producer);
        assertThat(found("moon prophet")).containsExactly("Ines Calder");
        database.execute("delete from producer_aliases");
        assertThat(found("moon prophet")).isEmpty();
    }

    @Test
    void an_endless_name_is_stored_and_found() {
        String name = "Ines " + "lululu ".repeat(3000);
        producer(name);
        assertThat(found("ines lululu")).hasSize(1);
        assertThat(database.number("select max(length(name_key)) from producer_names"))
                .isEqualTo(200);
    }

    @Test
    void an_alias_that_moves_to_another_person_finds_that_one() {
        UUID before = producer("Ines Calder");
        UUID after = producer("Odo Brandt");
        database.execute("""
                insert into producer_aliases (producer_id, alias, alias_key, source)
                values (?::uuid, 'Moon Prophet', 'moon prophet', 'genius')
                """, before);
        database.execute("update producer_aliases set producer_id = ?::uuid", after);
        assertThat(found("moon prophet")).containsExactly("Odo Brandt");
    }
}
