package dev.producerdiscovery.migrations;

import static dev.producerdiscovery.migrations.SqlState.BAD_ARGUMENT;
import static dev.producerdiscovery.migrations.SqlState.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What the four functions with an operation id have in common. */
class OperationsTest {

    private static final Database DB = TestServer.plain().migrated();

    private static final String ARTIST = "00000000-0000-4000-8000-0000000000a1";
    private static final String ALBUM = "00000000-0000-4000-8000-0000000000a2";

    private final String operation = "operation '; -- 夜 " + UUID.randomUUID();
    private final String key = UUID.randomUUID().toString();

    enum Kind {
        ARTIST,
        ALBUM,
        TRACK,
        PRODUCER;

        private String lower() {
            return name().toLowerCase(Locale.ROOT);
        }

        JsonNode store(String name, String operation, String key) {
            return DB.json(
                    "select process_" + lower() + "_atomic(jsonb_build_object("
                            + "'name', ?::text, 'artist_id', ?::text, 'album_id', ?::text), ?, ?)",
                    name,
                    OperationsTest.ARTIST,
                    OperationsTest.ALBUM,
                    operation,
                    key);
        }

        List<String> names(String key) {
            return DB.column("select name" + rows(), key);
        }

        boolean wasUpdatedLater(String key) {
            return DB.isTrue("select updated_at > created_at" + rows(), key);
        }

        private String rows() {
            return " from " + lower() + "s where " + (this == PRODUCER ? "normalized_name" : "spotify_id") + " = ?";
        }
    }

    @BeforeEach
    void anArtistWithAnAlbum() {
        DB.execute("insert into artists (id, name) values (?::uuid, 'Ottoline Vesper') on conflict do nothing", ARTIST);
        DB.execute(
                "insert into albums (id, artist_id, name) values (?::uuid, ?::uuid, 'Low Tide') on conflict do nothing",
                ALBUM,
                ARTIST);
    }

    @ParameterizedTest
    @EnumSource
    void the_first_call_creates_and_says_so(Kind kind) {
        JsonNode answer = kind.store("First", operation, key);
        assertThat(answer.get("created").asBoolean()).isTrue();
        assertThat(answer.get("operation_id").asString()).isEqualTo(operation);
        assertThat(answer.get(kind.lower() + "_id").isNull()).isFalse();
        assertThat(kind.names(key)).containsExactly("First");
    }

    @ParameterizedTest
    @EnumSource
    void the_same_operation_again_changes_nothing_and_answers_the_same(Kind kind) {
        JsonNode first = kind.store("First", operation, key);
        assertThat(kind.store("Second", operation, key)).isEqualTo(first);
        assertThat(kind.names(key)).containsExactly("First");
    }

    @ParameterizedTest
    @EnumSource
    void another_operation_updates_the_same_row(Kind kind) {
        JsonNode first = kind.store("First", operation, key);
        JsonNode second = kind.store("Second", operation + " again", key);
        assertThat(second.get("created").asBoolean()).isFalse();
        assertThat(second.get(kind.lower() + "_id")).isEqualTo(first.get(kind.lower() + "_id"));
        assertThat(kind.names(key)).containsExactly("Second");
    }

    @ParameterizedTest
    @EnumSource
    void of_many_sessions_with_one_operation_one_takes_effect_and_all_hear_the_same(Kind kind) {
        AtomicInteger sessions = new AtomicInteger();
        List<JsonNode> answers =
                Sessions.atOnce(16, () -> kind.store("Raced " + sessions.incrementAndGet(), operation, key));
        assertThat(answers).containsOnly(answers.getFirst());
        assertThat(answers.getFirst().get("created").asBoolean()).isTrue();
        assertThat(kind.names(key)).hasSize(1);
        assertThat(kind.wasUpdatedLater(key)).as("a second took effect too").isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void of_many_operations_on_one_row_one_creates_it(Kind kind) {
        assertThat(Sessions.atOnce(
                        16,
                        () -> kind.store("Raced", UUID.randomUUID().toString(), key)
                                .get("created")
                                .asBoolean()))
                .containsOnlyOnce(true);
        assertThat(kind.names(key)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void a_refused_operation_leaves_nothing_and_may_be_tried_again(Kind kind) {
        assertRefused(BAD_ARGUMENT, () -> kind.store(" ", operation, key)).contains("name");
        assertThat(kind.names(key)).isEmpty();
        assertThat(kind.store("Better", operation, key).get("created").asBoolean())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void an_operation_of_another_kind_is_another_operation(Kind kind) {
        kind.store("One", operation, key);
        for (Kind other : EnumSet.complementOf(EnumSet.of(kind))) {
            assertThat(other.store("Other", operation, key).get("created").asBoolean())
                    .as("%s", other)
                    .isTrue();
        }
    }
}
