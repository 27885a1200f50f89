package dev.producerdiscovery.identification.database;

import static dev.producerdiscovery.identification.database.Claims.claim;
import static dev.producerdiscovery.identification.database.Claims.producer;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.producerdiscovery.backend.testing.TestDatabase;
import dev.producerdiscovery.identification.Catalogue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same evidence must come to the same people and credits, whichever song was identified first. */
class OrderTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    // Some thousand statements: a new session for each would plan every function anew.
    private static final HikariDataSource OWNER = pool(DATABASE.owner(), 1);
    private static final HikariDataSource WORKER = pool(DATABASE.worker(), 1);

    static HikariDataSource pool(DataSource sessions, int most) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(sessions);
        config.setMaximumPoolSize(most);
        return new HikariDataSource(config);
    }

    @AfterAll
    static void close() {
        OWNER.close();
        WORKER.close();
    }

    /** What one source says about one song. */
    record Said(String song, String source, List<String> claims) {}

    private static final String GIZMO = "Isolde \"Gizmo\" Marsh";

    private static final List<Said> EVIDENCE = List.of(
            new Said("one", "musicbrainz", List.of(producer("m1", "Isolde Marsh"), producer("m2", "Lev Krol"))),
            new Said("one", "genius", List.of(claim("1", GIZMO, "Isolde Marsh", "producer", 0.8))),
            new Said("two", "genius", List.of(producer("2", "Kaboom"), claim("3", "ODA", "ODA", "writer", 0.9))),
            new Said("two", "title", List.of(claim(null, "KABOOM", "KABOOM", "producer", 0.6))),
            new Said("three", "musicbrainz", List.of(claim("m3", "Ada Venn", "Kaboom", "producer", 0.97))),
            new Said("three", "title", List.of(claim(null, "kaboom", "kaboom", "producer", 0.6))),
            new Said("four", "musicbrainz", List.of(claim("m4", "Oda", "Oda", "composer", 0.9))),
            new Said("four", "genius", List.of(producer("1", GIZMO), producer("3", "ODA"))),
            new Said("five", "title", List.of(claim(null, GIZMO, GIZMO, "remixer", 0.75))),
            new Said("six", "genius", List.of(producer("4", "Lev Krol"), producer("5", "Vroom"))),
            new Said("two", "musicbrainz", List.of(producer("m7", "Vik Orso"))),
            new Said("five", "genius", List.of(producer("77", "Vik Orso"))),
            new Said("three", "genius", List.of(producer("9", "Vik Orso"))));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void people_and_credits_are_the_same_in_whatever_order_songs_are_identified(long seed) {
        List<Said> shuffled = new ArrayList<>(EVIDENCE);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(rowsAfter(shuffled)).isEqualTo(rowsAfter(EVIDENCE));
    }

    /** Few enough that every order can be tried: names that change, names in common, and an id that unites. */
    private static final List<List<Said>> SETS = List.of(
            List.of(
                    new Said("one", "genius", List.of(claim("1", "J. Marsh", "J. Marsh", "producer", 0.8))),
                    new Said("two", "genius", List.of(claim("1", "Jo Marsh", "JO MARSH", "producer", 0.8))),
                    new Said("three", "title", List.of(claim(null, "j. marsh", "j. marsh", "producer", 0.6))),
                    new Said("four", "musicbrainz", List.of(claim("m1", "Joanna Marsh", "Jo Marsh", "producer", 0.9)))),
            List.of(
                    new Said("one", "musicbrainz", List.of(producer("m2", "Ada Krol"))),
                    new Said("two", "musicbrainz", List.of(producer("m1", "Ada Krol"))),
                    new Said("three", "genius", List.of(producer("10", "Ada Krol"))),
                    new Said("four", "genius", List.of(producer("9", "Ada Krol")))),
            List.of(
                    new Said("one", "genius", List.of(producer("1", "Ada Krol"))),
                    new Said("two", "title", List.of(producer(null, "ADA KROL"))),
                    new Said("three", "musicbrainz", List.of(producer("m9", "Ada Krol"))),
                    new Said("four", "musicbrainz", List.of(producer("m1", "Ada Krol")))),
            List.of(
                    new Said("one", "musicbrainz", List.of(claim("m1", "Oda Venn", "Kaboom", "producer", 0.9))),
                    new Said("two", "musicbrainz", List.of(producer("m2", "Kaboom"))),
                    new Said("three", "musicbrainz", List.of(claim("m1", "Kaboom", "Kaboom", "producer", 0.9)))));

    static Stream<List<Said>> sets() {
        return SETS.stream();
    }

    @ParameterizedTest
    @MethodSource("sets")
    void every_order_of_a_few_songs_gives_people_the_same_names_and_keys(List<Said> evidence) {
        List<String> expected = rowsAfter(evidence);
        orders(evidence)
                .forEach(order -> assertThat(rowsAfter(order)).as("%s", order).isEqualTo(expected));
    }

    private static <T> Stream<List<T>> orders(List<T> things) {
        return things.isEmpty()
                ? Stream.of(List.of())
                : things.stream()
                        .flatMap(first -> orders(things.stream()
                                        .filter(thing -> !thing.equals(first))
                                        .toList())
                                .map(rest -> Stream.concat(Stream.of(first), rest.stream())
                                        .toList()));
    }

    private static List<String> rowsAfter(List<Said> evidence) {
        Catalogue catalogue = Catalogue.emptied(OWNER, "The Tin Foxes");
        Claims claims = new Claims(WORKER);
        UUID album = catalogue.album("First Light", null);
        for (String name : List.of("one", "two", "three", "four", "five", "six")) {
            catalogue.track(catalogue.song(name), album, name, 1, null);
        }
        for (Said said : evidence) {
            UUID song = claims.jdbc
                    .sql("select id from normalized_tracks where normalized_name = :name")
                    .param("name", said.song())
                    .query(UUID.class)
                    .single();
            claims.say(song, said.source(), said.claims().toArray(String[]::new));
        }
        return rows(claims);
    }

    /** All people and credits, as text that two orders can be compared by. */
    static List<String> rows(Claims claims) {
        List<String> rows = new ArrayList<>(claims.texts("""
                select concat_ws(' | ', t.name, p.name, tp.role, tp.confidence, tp.source, tp.verification)
                from track_producers tp
                join tracks t on t.id = tp.track_id
                join producers p on p.id = tp.producer_id
                order by 1
                """));
        rows.addAll(claims.texts("""
                select concat_ws(' | ', root.name, root.normalized_name, string_agg(i.provider || ' ' || i.external_id, ', ' order by i.provider, i.external_id))
                from producers root
                left join producers p on coalesce(p.merged_into, p.id) = root.id
                left join producer_identities i on i.producer_id = p.id
                where root.merged_into is null
                group by root.id, root.name
                order by 1
                """));
        rows.addAll(claims.texts("""
                select distinct concat_ws(' | ', root.name, o.alias_key)
                from producers root
                cross join lateral other_names(root.id) as o
                where root.merged_into is null
                order by 1
                """));
        return rows;
    }
}
