package dev.producerdiscovery.identification.musicbrainz;

import static dev.producerdiscovery.identification.ImportedDump.id;
import static dev.producerdiscovery.identification.ImportedDump.recording;
import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.backend.testing.TestDatabase;
import dev.producerdiscovery.identification.ImportedDump;
import dev.producerdiscovery.musicbrainz.sheet.ReleaseDump;
import dev.producerdiscovery.musicbrainz.sheet.Sheet;
import dev.producerdiscovery.musicbrainz.sheet.SheetCredit;
import dev.producerdiscovery.musicbrainz.sheet.SheetTrack;
import dev.producerdiscovery.worker.scope.WorkScope;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import tools.jackson.databind.json.JsonMapper;

class ReleaseDumpTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Instant TAKEN = Instant.parse("2031-02-01T00:00:00Z");
    private static final Duration VALID_FOR = Duration.ofDays(90);

    private final AtomicInteger questions = new AtomicInteger();
    private Instant now = TAKEN.plus(Duration.ofDays(3));
    private final ReleaseDump dump =
            new ReleaseDump(JdbcClient.create(counted(DATABASE.worker())), JsonMapper.shared(), VALID_FOR, () -> now);

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void noDump() {
        JdbcClient.create(DATABASE.owner())
                .sql("truncate musicbrainz_dumps, musicbrainz_dump_entries, musicbrainz_dump_keys")
                .update();
    }

    @Test
    void without_a_dump_all_songs_of_a_minute_cost_one_question() {
        for (int song = 0; song < 100; song++) {
            assertThat(dump.mapAlbums(List.of(UUID.randomUUID()), UUID.randomUUID()))
                    .isZero();
            assertThat(dump.release(id("First Light"))).isEmpty();
            assertThat(dump.isrc("XXTF01500001")).isEmpty();
        }

        assertThat(questions).hasValue(1);
    }

    @Test
    void a_dump_is_used_within_a_minute_of_its_import() {
        assertThat(dump.release(id("First Light"))).isEmpty();
        imported();

        now = now.plus(Duration.ofMinutes(1));

        assertThat(dump.release(id("First Light"))).isPresent();
        assertThat(dump.release("no id of theirs")).isEmpty();
    }

    @Test
    void a_dump_that_is_too_old_is_not_believed() {
        imported();
        now = TAKEN.plus(VALID_FOR);
        assertThat(dump.release(id("First Light"))).isPresent();

        now = now.plus(Duration.ofMinutes(2));

        assertThat(dump.release(id("First Light"))).isEmpty();
    }

    @Test
    void whoever_wants_to_know_what_holds_now_does_not_get_what_held_then() {
        imported();

        assertThat(since(TAKEN.plusSeconds(1)).within(() -> dump.release(id("First Light"))))
                .isEmpty();
        assertThat(since(TAKEN).within(() -> dump.release(id("First Light")))).isPresent();
    }

    @Test
    void a_recording_found_by_its_isrc_has_no_place() {
        imported();

        SheetTrack found = dump.isrc("xxtf01500001").orElseThrow().tracks().getFirst();

        assertThat(found.position()).isNull();
        assertThat(found.title()).isEqualTo("Harbour Lights");
        assertThat(found.credits())
                .extracting(SheetCredit::personName)
                .containsExactlyInAnyOrder("Ada Krol", "Nell Castor");
    }

    @Test
    void without_a_dump_of_works_what_names_works_is_left_to_musicbrainz() {
        release("Ada Krol").into(DATABASE, folder, TAKEN);
        assertThat(dump.release(id("First Light"))).isEmpty();
        assertThat(dump.isrc("XXTF01500001")).isEmpty();

        imported();
        now = now.plus(Duration.ofMinutes(1));

        assertThat(people(dump.release(id("First Light")))).containsExactlyInAnyOrder("Ada Krol", "Nell Castor");
        assertThat(people(dump.isrc("XXTF01500001"))).containsExactlyInAnyOrder("Ada Krol", "Nell Castor");
    }

    @Test
    void all_songs_of_a_release_read_it_once() {
        imported();
        dump.release(id("First Light"));
        int before = questions.get();

        for (int song = 0; song < 100; song++) {
            assertThat(dump.release(id("First Light"))).isPresent();
        }

        assertThat(questions).hasValue(before);
    }

    @Test
    void a_new_dump_replaces_what_was_read_of_the_one_before() {
        imported();
        dump.release(id("First Light"));
        release("Lev Marsh").into(DATABASE, folder, TAKEN.plus(Duration.ofDays(1)));

        now = now.plus(Duration.ofMinutes(1));

        assertThat(people(dump.release(id("First Light")))).containsExactlyInAnyOrder("Lev Marsh", "Nell Castor");
    }

    private void imported() {
        release("Ada Krol").work("Harbour Lights", "Nell Castor").into(DATABASE, folder, TAKEN);
    }

    private static ImportedDump release(String producer) {
        return new ImportedDump().release("First Light", "", "", recording("Harbour Lights", "XXTF01500001", producer));
    }

    private static List<String> people(Optional<Sheet> sheet) {
        return sheet.orElseThrow().tracks().getFirst().credits().stream()
                .map(SheetCredit::personName)
                .toList();
    }

    private DataSource counted(DataSource database) {
        return new DelegatingDataSource(database) {
            @Override
            public Connection getConnection() throws SQLException {
                questions.incrementAndGet();
                return super.getConnection();
            }
        };
    }

    private static WorkScope since(Instant time) {
        return new WorkScope(Optional.empty(), time);
    }
}
