package dev.producerdiscovery.migrations;

import static dev.producerdiscovery.migrations.SqlState.BAD_ARGUMENT;
import static dev.producerdiscovery.migrations.SqlState.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A dump is stored in pieces, goes on where it was interrupted, and is used from its last line on. */
class MusicBrainzDumpTest {

    private static final Database DB = TestServer.plain().migrated();

    private static final String FIRST = "2031-01-01 00:10:02+00";
    private static final String SECOND = "2031-02-01 00:10:02+00";
    private static final String RELEASE = "00000000-0000-4000-8000-0000000000e1";
    private static final String OTHER = "00000000-0000-4000-8000-0000000000e2";

    @BeforeEach
    void noDump() {
        DB.execute("truncate musicbrainz_dumps, musicbrainz_dump_entries, musicbrainz_dump_keys");
    }

    @Test
    void an_interrupted_import_goes_on_after_the_last_line_that_was_stored() {
        long dump = begin(FIRST);
        store(dump, 0, 3, RELEASE);

        Map<String, @Nullable Object> again = DB.rows(
                        "select * from begin_musicbrainz_dump('release', ?, cast(? as timestamptz), 7)", FIRST, FIRST)
                .getFirst();

        assertThat(again)
                .containsEntry("dump_id", (int) dump)
                .containsEntry("state", "loading")
                .containsEntry("lines", 3L)
                .containsEntry("bytes", 300L)
                .containsEntry("kept", 1L)
                .containsEntry("broken", 1L);
    }

    @Test
    void lines_that_are_stored_already_are_refused() {
        long dump = begin(FIRST);
        store(dump, 0, 3, RELEASE);

        assertRefused(BAD_ARGUMENT, () -> store(dump, 0, 3, OTHER));
        assertRefused(BAD_ARGUMENT, () -> complete(dump, 2));

        assertThat(DB.column("select id from musicbrainz_dump_entries")).containsExactly(RELEASE);
    }

    @Test
    void what_a_dump_lists_twice_is_kept_once() {
        long dump = begin(FIRST);
        store(dump, 0, 1, RELEASE);
        store(dump, 1, 2, RELEASE);

        assertThat(DB.number("select kept from musicbrainz_dumps")).isOne();
        assertThat(DB.number("select count(*) from musicbrainz_dump_keys")).isOne();
    }

    @Test
    void the_old_dump_is_used_until_the_new_one_is_complete() {
        long old = begin(FIRST);
        store(old, 0, 1, RELEASE);
        complete(old, 1);

        long fresh = begin(SECOND);
        store(fresh, 0, 1, OTHER);
        assertThat(inUse()).isEqualTo(old);

        complete(fresh, 1);
        assertThat(inUse()).isEqualTo(fresh);
    }

    @Test
    void a_dump_that_was_given_up_is_not_gone_on_with() {
        long givenUp = begin(FIRST);
        begin("another of that time", FIRST);

        assertRefused(BAD_ARGUMENT, () -> store(givenUp, 0, 1, RELEASE));
        assertThat(begin(FIRST)).isNotEqualTo(givenUp);
    }

    @Test
    void a_dump_that_was_taken_before_the_one_in_use_or_being_loaded_is_refused() {
        long fresh = begin(SECOND);
        assertRefused(BAD_ARGUMENT, () -> begin(FIRST));
        store(fresh, 0, 1, RELEASE);
        complete(fresh, 1);

        assertRefused(BAD_ARGUMENT, () -> begin(FIRST));

        assertThat(inUse()).isEqualTo(fresh);
    }

    /** Storing locks the dump's row, and changes it later. */
    @Test
    void a_dump_that_begins_and_one_that_is_being_stored_wait_for_each_other_in_one_direction_only() throws Exception {
        long old = begin(FIRST);
        CompletableFuture<Long> fresh;
        try (Connection storing = DB.dataSource().getConnection();
                Statement statement = storing.createStatement()) {
            storing.setAutoCommit(false);
            statement.execute("select musicbrainz_dump_being_loaded(%d, 0)".formatted(old));
            fresh = CompletableFuture.supplyAsync(() -> begin(SECOND));
            await().until(
                            () -> DB.isTrue(
                                    "select exists (select from pg_stat_activity where query like '%begin_musicbrainz_dump(%' and wait_event_type = 'Lock')"));

            statement.execute("update musicbrainz_dumps set lines = 1 where id = %d".formatted(old));
            storing.commit();
        }

        assertThat(fresh.get(10, TimeUnit.SECONDS)).isNotEqualTo(old);
        assertThat(DB.column("select state from musicbrainz_dumps order by id")).containsExactly("outdated", "loading");
    }

    @Test
    void releases_and_works_do_not_replace_each_other() {
        complete(begin(FIRST), 0);
        long works = DB.number(
                "select dump_id from begin_musicbrainz_dump('work', ?, cast(? as timestamptz), null)", SECOND, SECOND);
        complete(works, 0);

        assertThat(DB.column("select kind from musicbrainz_dumps where state = 'in use' order by kind"))
                .containsExactly("release", "work");
    }

    @Test
    void outdated_dumps_are_forgotten_piece_by_piece_and_the_one_in_use_is_not() {
        long old = begin(FIRST);
        store(old, 0, 1, RELEASE);
        store(old, 1, 2, OTHER);
        complete(old, 2);
        long fresh = begin(SECOND);
        store(fresh, 0, 1, RELEASE);
        complete(fresh, 1);

        // An entry and its key at a time, and then the dump.
        assertThat(forget()).isEqualTo(2);
        assertThat(forget()).isEqualTo(2);
        assertThat(forget()).isOne();
        assertThat(forget()).isZero();

        assertThat(DB.column("select dump_id from musicbrainz_dump_entries")).containsExactly(Long.toString(fresh));
        assertThat(DB.column("select id from musicbrainz_dumps")).containsExactly(Long.toString(fresh));
    }

    private static long begin(String stamp) {
        return begin(stamp, stamp);
    }

    private static long begin(String stamp, String takenAt) {
        return DB.number(
                "select dump_id from begin_musicbrainz_dump('release', ?, cast(? as timestamptz), 7)", stamp, takenAt);
    }

    private static void store(long dump, long after, long lines, String release) {
        DB.execute(
                "select store_musicbrainz_entries(?, ?, ?, ?, 1, cast(? as jsonb))",
                (int) dump,
                after,
                lines,
                lines * 100,
                """
                [{"id": "%1$s", "content": {"media": []}, "keys": [{"kind": "spotify", "value": "1AAA", "target": "%1$s"}]}]
                """.formatted(release));
    }

    private static void complete(long dump, long lines) {
        DB.execute("select complete_musicbrainz_dump(?, ?)", (int) dump, lines);
    }

    private static long inUse() {
        return DB.number("select id from musicbrainz_dumps where kind = 'release' and state = 'in use'");
    }

    private static long forget() {
        return DB.number("select forget_musicbrainz_dumps(1)");
    }
}
