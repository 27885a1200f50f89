package dev.producerdiscovery.identification.database;

import static dev.producerdiscovery.identification.database.Claims.claim;
import static dev.producerdiscovery.identification.database.Claims.producer;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Songs that are settled together, and settlements that meet. */
class TogetherTest extends SettledSongs {

    private static final HikariDataSource WORKERS = OrderTest.pool(DATABASE.worker(), 8);

    TogetherTest() {
        super(WORKERS);
    }

    @AfterAll
    static void close() {
        WORKERS.close();
    }

    /** People in common, names in common, ids that come one after another. */
    private static List<String> answersAbout(int number) {
        Random random = new Random(number);
        int person = random.nextInt(12);
        int other = (person + 1) % 12;
        List<String> musicbrainz = List.of(
                producer("m" + person, name(person)),
                claim("m" + other, name(other), "The " + name(other), "writer", 0.9));
        List<String> genius =
                List.of(claim("" + person, name(person).toUpperCase(Locale.ROOT), name(person), "producer", 0.8));
        List<String> title = List.of(claim(null, name(person), name(person), "producer", 0.6));
        return List.of(
                answer("musicbrainz", number % 3 == 0 ? List.of() : musicbrainz),
                answer("genius", number % 4 == 0 ? List.of() : genius),
                answer("title", number % 5 == 0 ? title : List.of()));
    }

    /** The first and the last are namesakes. */
    private static String name(int person) {
        return "Ada Krol " + person % 11;
    }

    private String settled(int number) {
        return "{\"song_id\": \"%s\", \"version\": \"as it is\", \"answers\": [%s]}"
                .formatted(songs.get("song " + number), String.join(", ", answersAbout(number)));
    }

    private void settle(JdbcClient jdbc, Collection<Integer> group) {
        jdbc.sql("select settle_songs(cast(:songs as jsonb))")
                .param(
                        "songs",
                        "["
                                + String.join(
                                        ", ", group.stream().map(this::settled).toList()) + "]")
                .query()
                .singleRow();
    }

    private static List<Integer> all() {
        return IntStream.range(0, SONGS).boxed().toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void people_and_credits_are_the_same_whichever_songs_are_settled_together(long seed) {
        all().forEach(number -> settle(claims.jdbc, List.of(number)));
        List<String> alone = OrderTest.rows(claims);
        songsAgain();

        List<Integer> shuffled = new ArrayList<>(all());
        Random random = new Random(seed);
        Collections.shuffle(shuffled, random);
        for (int from = 0; from < SONGS; ) {
            int size = Math.min(SONGS - from, seed == 1 ? 1 : 1 + random.nextInt(16));
            settle(claims.jdbc, shuffled.subList(from, from + size));
            from += size;
        }
        assertThat(OrderTest.rows(claims)).isEqualTo(alone);

        settle(claims.jdbc, shuffled);
        assertThat(OrderTest.rows(claims)).isEqualTo(alone);
    }

    @Test
    void settlements_that_meet_neither_wait_in_a_circle_nor_make_anybody_twice() throws Exception {
        all().forEach(number -> settle(claims.jdbc, List.of(number)));
        List<String> alone = OrderTest.rows(claims);
        songsAgain();

        List<Integer> shuffled = new ArrayList<>(all());
        Collections.shuffle(shuffled, new Random(7));
        try (ExecutorService sessions = Executors.newFixedThreadPool(8)) {
            List<Future<?>> running = new ArrayList<>();
            for (int from = 0; from < SONGS; from += 4) {
                List<Integer> group = shuffled.subList(from, from + 4);
                running.add(sessions.submit(() -> settle(claims.jdbc, group)));
            }
            for (Future<?> session : running) {
                session.get();
            }
        }

        assertThat(OrderTest.rows(claims)).isEqualTo(alone);
    }

    @Test
    void a_song_that_is_part_of_another_one_by_now_is_left_out() {
        String gone = song(0, producer("m90", "Cora Quill"));
        owner.sql("delete from normalized_tracks where id = ?")
                .param(songs.get("song 0"))
                .update();

        settle(gone + ", " + song(1, producer("m91", "Bo Vell")));

        assertThat(claims.producers()).containsExactly("Bo Vell");
    }

    @Test
    void who_makes_room_for_a_namesake_may_be_named_by_the_same_song() {
        settle(song(0, producer("m91", "Bo Vell")));

        settle(song(0, producer("m91", "Bo Vell") + ", " + producer("m90", "Bo Vell")));

        assertThat(claims.producers()).containsExactly("Bo Vell", "Bo Vell");
    }

    private void songsAgain() {
        owner.sql("truncate producers, processing_status cascade").update();
    }
}
