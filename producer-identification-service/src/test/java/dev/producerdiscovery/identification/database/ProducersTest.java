package dev.producerdiscovery.identification.database;

import static dev.producerdiscovery.identification.database.Claims.claim;
import static dev.producerdiscovery.identification.database.Claims.producer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.producerdiscovery.backend.testing.TestDatabase;
import dev.producerdiscovery.identification.Catalogue;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProducersTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private final Catalogue catalogue = Catalogue.emptied(DATABASE.owner(), "The Tin Foxes");
    private final Claims claims = new Claims(DATABASE.worker());
    private UUID album = UUID.randomUUID();

    @BeforeEach
    void album() {
        album = catalogue.album("First Light", null);
    }

    private UUID song(String name) {
        UUID song = catalogue.song(name);
        catalogue.track(song, album, name, 1, null);
        return song;
    }

    @Test
    void the_same_id_is_the_same_person_whatever_the_name() {
        claims.say(song("one"), "musicbrainz", producer("m1", "Ada Krol"));
        claims.say(song("two"), "musicbrainz", producer("m1", "A. Krol"));

        assertThat(claims.producers()).containsExactly("Ada Krol");
    }

    @Test
    void different_ids_at_one_provider_are_different_people_under_one_name() {
        claims.say(song("one"), "genius", producer("1", "Ada Krol"));
        claims.say(song("two"), "genius", producer("2", "Ada Krol"));

        assertThat(claims.texts("select normalized_name from producers order by 1"))
                .containsExactly("ada krol", "ada krol ~genius:2");
    }

    @Test
    void ids_of_different_providers_meet_in_the_name() {
        UUID song = song("one");
        claims.say(song, "genius", producer("1", "Ada Krol"));
        claims.say(song, "musicbrainz", producer("m1", "Ada Krol"));

        assertThat(claims.producers()).containsExactly("Ada Krol");
        assertThat(claims.credits(song)).containsExactly("Ada Krol: producer, 2 sources");
    }

    @Test
    void a_name_printed_in_a_credit_is_an_alias_in_either_order() {
        claims.say(song("one"), "genius", producer("1", "Kaboom"));
        claims.say(song("two"), "musicbrainz", claim("m1", "Ada Krol", "Kaboom", "producer", 0.9));
        claims.say(song("three"), "musicbrainz", claim("m2", "Lev Marsh", "Vroom", "producer", 0.9));
        claims.say(song("four"), "genius", producer("2", "Vroom"));

        assertThat(claims.producers()).containsExactly("Ada Krol", "Lev Marsh");
    }

    @Test
    void an_alias_does_not_unite_people_whose_ids_differ() {
        claims.say(song("one"), "genius", producer("1", "Ada Krol"));
        claims.say(song("two"), "genius", producer("2", "Kaboom"));
        claims.say(song("three"), "genius", claim("1", "Ada Krol", "Kaboom", "producer", 0.9));

        assertThat(claims.producers()).containsExactly("Ada Krol", "Kaboom");
    }

    @Test
    void musicbrainz_decides_how_a_name_is_written() {
        claims.say(song("one"), "genius", producer("1", "ada krol"));
        claims.say(song("two"), "musicbrainz", producer("m1", "Ada Krol"));
        claims.say(song("three"), "genius", producer("1", "ADA KROL"));

        assertThat(claims.producers()).containsExactly("Ada Krol");
    }

    @Test
    void an_id_found_later_proves_two_rows_to_be_one() {
        claims.say(song("one"), "genius", producer("1", "Kaboom"));
        claims.say(song("two"), "musicbrainz", producer("m1", "Ada Krol"));

        UUID root = claims.jdbc
                .sql("select link_producer_identity(:id, 'genius', '1')")
                .param("id", claims.producer("Ada Krol"))
                .query(UUID.class)
                .single();

        assertThat(claims.producers()).containsExactly("Ada Krol");
        assertThat(root).isEqualTo(claims.producer("Ada Krol"));
    }

    @Test
    void songs_that_name_the_same_new_people_at_once_make_each_of_them_once() throws Exception {
        List<UUID> songs =
                IntStream.range(0, 8).mapToObj(n -> song("song " + n)).toList();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Object>> settlements = songs.stream()
                    .map(song -> (Callable<Object>) () -> {
                        claims.say(song, "musicbrainz", producer("m1", "Ada Krol"), producer("m2", "Lev Marsh"));
                        return song;
                    })
                    .toList();
            for (Future<Object> settled : executor.invokeAll(settlements)) {
                settled.get();
            }
        }

        assertThat(claims.producers()).containsExactly("Ada Krol", "Lev Marsh");
        assertThat(songs.stream().flatMap(song -> Stream.of(claims.credits(song))))
                .allSatisfy(credits -> assertThat(credits).hasSize(2));
    }

    @Test
    void a_blank_name_is_refused() {
        assertThatThrownBy(() -> claims.jdbc
                        .sql("select resolve_producer('genius', '1', ' ', 'key')")
                        .query(UUID.class)
                        .single())
                .hasMessageContaining("p_name must not be blank, but is ' '");
    }
}
