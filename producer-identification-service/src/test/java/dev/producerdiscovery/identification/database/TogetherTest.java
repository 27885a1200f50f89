package dev.producerdiscovery.identification.database;

import static dev.producerdiscovery.identification.database.Claims.claim;
import static dev.producerdiscovery.identification.database.Claims.producer;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.producerdiscovery.backend.testing.TestDatabase;
import dev.producerdiscovery.identification.Catalogue;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Songs that are settled together, and settlements that meet. */
class TogetherTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final HikariDataSource WORKERS = OrderTest.pool(DATABASE.worker(), 8);
    private static final int SONGS = 40;

    private final JdbcClient owner = JdbcClient.create(DATABASE.owner());
    private final Claims claims = new Claims(WORKERS);
    private final Map<String, UUID> songs = new LinkedHashMap<>();

    @AfterAll
    static void close() {
        WORKERS.close();
    }

    @BeforeEach
    void songsWithTracks() {
        owner.sql("truncate artists, producers, processing_status cascade").update();
        Catalogue catalogue = new Catalogue(DATABASE.owner(), "Glass Harbour");
        UUID album = catalogue.album("Low Tide", "album");
        for (int number = 0; number < SONGS; number++) {
            UUID song = catalogue.song("song " + number);
            catalogue.track(song, album, "Song " + number, number + 1, null);
            songs.put("song " + number, song);
        }
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

    private static String answer(String source, List<String> said) {
        return "{\"source\": \"%s\", \"claims\": [%s]}".formatted(source, String.join(", ", said));
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
    void settlements_with_nobody_in_common_do_not_wait_for_each_other() throws SQLException {
        String quill = song(0, producer("m90", "Cora Quill"));
        String vell = song(1, producer("m91", "Bo Vell"));
        try (Connection one = DATABASE.worker().getConnection();
                Connection other = DATABASE.worker().getConnection()) {
            one.setAutoCommit(false);
            one.createStatement().execute("select settle_songs('[" + quill + "]')");
            other.createStatement().execute("set lock_timeout = '1s'");

            other.createStatement().execute("select settle_songs('[" + vell + "]')");
            one.commit();
        }
        assertThat(claims.producers()).containsExactly("Bo Vell", "Cora Quill");
    }

    @Test
    void who_is_known_is_credited_while_others_credit_them_too() throws SQLException {
        settle(song(0, producer("m90", "Cora Quill")));
        owner.sql("update producers set enriched_at = now()").update();
        try (Connection one = DATABASE.worker().getConnection();
                Connection other = DATABASE.worker().getConnection()) {
            one.setAutoCommit(false);
            one.createStatement().execute("select settle_songs('[" + song(1, producer("m90", "Cora Quill")) + "]')");
            other.setAutoCommit(false);
            other.createStatement().execute("set lock_timeout = '1s'");
            other.createStatement().execute("select settle_songs('[" + song(2, producer("m90", "Cora Quill")) + "]')");
            one.commit();
            other.commit();
        }
        assertThat(claims.texts("select song_count::text from producer_summaries where role_group = 'produced'"))
                .containsExactly("3");
    }

    @Test
    void a_profile_that_concerns_nobody_else_is_stored_while_songs_are_settled() throws SQLException {
        settle(song(0, producer("m90", "Cora Quill")));
        try (Connection one = DATABASE.worker().getConnection();
                Connection other = DATABASE.worker().getConnection()) {
            one.setAutoCommit(false);
            one.createStatement().execute("select settle_songs('[" + song(1, producer("m91", "Bo Vell")) + "]')");
            other.createStatement().execute("set lock_timeout = '1s'");
            other.createStatement().execute(profile("Cora Quill", "C. Quill"));
            one.commit();
        }
        assertThat(claims.texts("select alias from producer_aliases order by 1"))
                .containsExactly("C. Quill");
    }

    @Test
    void a_profile_that_brings_a_name_of_somebody_else_waits_and_makes_them_one() {
        settle(song(0, producer("m90", "Cora Quill")) + ", "
                + song(1, claim(null, "Quillo", "Quillo", "producer", 0.6)));

        claims.jdbc.sql(profile("Cora Quill", "Quillo")).query().listOfRows();

        assertThat(claims.producers()).containsExactly("Cora Quill");
    }

    private String profile(String name, String alias) {
        return """
                select *
                from record_producer_profiles('[{"producer_id": "%s", "answers": [], "profile": {"aliases": [
                    {"name": "%s", "key": "%s", "source": "musicbrainz"}]}}]')
                """.formatted(claims.producer(name), alias, alias.toLowerCase(Locale.ROOT));
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

    private String song(int number, String said) {
        return "{\"song_id\": \"%s\", \"version\": \"as it is\", \"answers\": [%s]}"
                .formatted(songs.get("song " + number), answer("musicbrainz", List.of(said)));
    }

    private void settle(String listed) {
        claims.jdbc
                .sql("select settle_songs(cast(:songs as jsonb))")
                .param("songs", "[" + listed + "]")
                .query()
                .singleRow();
    }

    private void songsAgain() {
        owner.sql("truncate producers, processing_status cascade").update();
    }
}
