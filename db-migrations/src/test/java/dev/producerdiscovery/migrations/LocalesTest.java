package dev.producerdiscovery.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The answers are the same in whatever locale somebody made the database. */
class LocalesTest {

    private static final Map<String, Database> DATABASES = new LinkedHashMap<>();

    @BeforeAll
    static void databases() {
        TestServer server = TestServer.plain();
        DATABASES.put("C", server.migrated("locale 'C'"));
        DATABASES.put("Turkish", server.migrated("locale_provider icu icu_locale 'tr-TR' locale 'C'"));
        DATABASES.put(
                "German phone book", server.migrated("locale_provider icu icu_locale 'de-u-co-phonebk' locale 'C'"));
        if (server.superuser().number("select current_setting('server_version_num')::integer") >= 170_000) {
            DATABASES.put("builtin", server.migrated("locale_provider builtin builtin_locale 'C.UTF-8' locale 'C'"));
        }
        DATABASES.values().forEach(LocalesTest::fill);
    }

    private static void fill(Database database) {
        database.execute("""
                insert into artists (id, name)
                select ('00000000-0000-4000-8000-00000000000' || n)::uuid, name
                from unnest(array['Тихий Пример', 'Όμιλος Αύρας', 'Işık Gölgesi', 'Straßenlicht', 'Éclair Du Nord'])
                    with ordinality as a (name, n)
                """);
        database.execute("""
                insert into albums (id, artist_id, name)
                select id, id, name
                from artists
                """);
        database.execute("""
                insert into normalized_tracks (id, artist_id, normalized_name)
                select id, id, 'song ' || id
                from artists
                """);
        database.execute("""
                insert into tracks (id, album_id, song_id, name)
                select id, id, id, name || ' – Песня'
                from artists
                """);
        database.execute("""
                insert into producers (id, name, normalized_name)
                select ('00000000-0000-4000-9000-0000000000' || lpad(n::text, 2, '0'))::uuid, name, 'key ' || n
                from unnest(array[
                    'Вера Тестова', 'ΝΙΚΟΣ ΠΑΡΑΔΕΙΓΜΑΣ', 'Gbi İlkay Işıksu', 'Jürgen Weißmuster', 'Zoë Ångmodell',
                    E'Rene\\u0301e Essai', 'Йорис Пробный', 'ガブリエル', '홍보기', 'ivy ilmari'])
                    with ordinality as p (name, n)
                """.replace("\\\\u", "\\u"));
        database.execute("""
                insert into track_producers (track_id, producer_id, role, confidence, source)
                select t.id, p.id, 'producer', 0.9, 'genius'
                from tracks t, producers p
                """);
    }

    /** What a query answers in every one of them. */
    private static Map<String, List<String>> everywhere(String query, Object... parameters) {
        Map<String, List<String>> answers = new LinkedHashMap<>();
        DATABASES.forEach((locale, database) -> answers.put(locale, database.column(query, parameters)));
        return answers;
    }

    private static List<String> same(String query, Object... parameters) {
        Map<String, List<String>> answers = everywhere(query, parameters);
        List<String> first = answers.values().iterator().next();
        assertThat(answers)
                .as(query)
                .allSatisfy((locale, answer) -> assertThat(answer).as(locale).isEqualTo(first));
        return first;
    }

    @ParameterizedTest
    @CsvSource({
        "ВЕРА ТЕСТОВА, Вера Тестова",
        "вера тистова, Вера Тестова",
        "тестова, Вера Тестова",
        "νικος παραδειγμας, ΝΙΚΟΣ ΠΑΡΑΔΕΙΓΜΑΣ",
        "Νίκος Παράδειγμας, ΝΙΚΟΣ ΠΑΡΑΔΕΙΓΜΑΣ",
        "παραδειγμα, ΝΙΚΟΣ ΠΑΡΑΔΕΙΓΜΑΣ",
        "GBI ILKAY ISIKSU, Gbi İlkay Işıksu",
        "gbi ılkay, Gbi İlkay Işıksu",
        "WEISSMUSTER, Jürgen Weißmuster",
        "jurgen weißmuster, Jürgen Weißmuster",
        "zoe angmodell, Zoë Ångmodell",
        "ZOE\u0308 A\u030ANGMODELL, Zoë Ångmodell",
        "renée, Rene\u0301e Essai",
        "ЙОРИС, Йорис Пробный",
        "И\u0306орис, Йорис Пробный",
        "カ\u3099ブリエル, ガブリエル",
        "홍보기, 홍보기",
        "IVY ILMARI, ivy ilmari"
    })
    void a_producer_is_found_however_the_name_is_written(String typed, String name) {
        assertThat(same("select name from search_producers(?)", typed)).contains(name);
        assertThat(same("select name || similarity from find_producers(?)", typed))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ТИХИЙ",
                "тихий премер",
                "όμιλος",
                "ΟΜΙΛΟΣ ΑΥΡΑΣ",
                "ISIK",
                "ışık",
                "STRASSENLICHT",
                "éclair",
                "ПЕСНЯ"
            })
    void artists_and_songs_are_found_alike(String typed) {
        List<String> artists = same("select name || '|' || total from find_artists(?)", typed);
        List<String> songs = same("select name from find_songs(?)", typed);
        assertThat(artists.size() + songs.size()).isPositive();
    }

    @Test
    void pages_are_sorted_alike() {
        same("select name from find_producers(p_sort => 'name')");
        same("select artist_name from get_producer_collaborations('00000000-0000-4000-9000-000000000001')");
        same("select name from search_producers('i')");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ARTIST_DISCOVERY", "Artist_Discovery", "artist_discovery"})
    void a_queue_is_found_in_capitals(String queue) {
        assertThat(same("select queue_exists(?)", queue)).containsExactly("t");
        assertThat(same("select get_queue_table_name_safe(?)", queue)).containsExactly("pgmq.q_artist_discovery");
        assertThat(same("select pg_enqueue(?, '{\"artistName\": \"Işık\"}') > 0", queue))
                .containsExactly("t");
        assertThat(same("select count(*) > 0 from worker_claim(?, interval '1 minute', 5)", queue))
                .containsExactly("t");
    }

    @Test
    void what_was_asked_for_is_known_again_in_capitals() {
        assertThat(same("select start_artist_discovery('GBI KINO КИНО')")).isNotEmpty();
        assertThat(same("select count(distinct message ->> '_idempotencyKey') from pgmq.q_artist_discovery"
                        + " where message ->> '_idempotencyKey' = 'artist:name:gbi kino кино'"))
                .containsExactly("1");
        assertThat(same("select better_spelling('ИВАН', 'Иван')")).containsExactly("Иван");
        assertThat(same("select better_spelling('gbi', 'GBİ')")).hasSize(1);
    }

    @Test
    void a_database_that_cannot_hold_every_name_is_refused() {
        Database database = TestServer.plain().encodedAs("LATIN1");
        assertThatThrownBy(() -> Migrations.migrate(database.dataSource()))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("has the encoding LATIN1")
                .hasMessageContaining("encoding 'UTF8'");
    }
}
