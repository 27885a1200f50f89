package dev.producerdiscovery.fleet.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.producerdiscovery.backend.BackendOptions;
import dev.producerdiscovery.backend.EmbeddedBackend;
import dev.producerdiscovery.fleet.process.FleetException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z"));

    @TempDir
    private Path folder;

    private Path data;
    private Path file;

    @BeforeEach
    void places() {
        data = folder.resolve("fleet").resolve("data");
        file = folder.resolve("backup.tar.gz");
    }

    @Test
    void a_restored_database_has_what_was_in_it_and_knows_its_passwords() throws SQLException, IOException {
        try (EmbeddedBackend backend = EmbeddedBackend.start(BackendOptions.keptIn(data))) {
            sql(backend, "create table note as select 'ハナヨ'::text as name");
        }
        new Backup(CLOCK).write(data, file);
        try (EmbeddedBackend backend = EmbeddedBackend.start(BackendOptions.keptIn(data))) {
            sql(backend, "drop table note");
        }

        Path aside = new Restore(file, CLOCK).into(data).orElseThrow();

        assertThat(aside)
                .isEqualTo(data.resolveSibling("data.before-restore-20260102-030405"))
                .isDirectory();
        try (EmbeddedBackend backend = EmbeddedBackend.start(BackendOptions.keptIn(data));
                Connection connection = backend.dataSource(backend.owner()).getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select name from note")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("ハナヨ");
        }
    }

    @Test
    void what_a_running_server_writes_to_is_not_backed_up() {
        try (EmbeddedBackend backend = EmbeddedBackend.start(BackendOptions.keptIn(data))) {
            assertThatThrownBy(() -> new Backup(CLOCK).write(data, file))
                    .isInstanceOf(FleetException.class)
                    .hasMessageContaining("still writes")
                    .hasMessageContaining("./fleet down");
            assertThat(backend.redisUrl()).isNotEmpty();
        }
        assertThat(folder.toFile().list()).containsExactly("fleet");
    }

    @Test
    void only_its_owner_can_read_a_backup() throws IOException {
        made("one");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void a_backup_never_replaces_a_file_and_leaves_no_half_of_itself() throws IOException {
        made("one");
        byte[] first = Files.readAllBytes(file);

        assertThatThrownBy(() -> new Backup(CLOCK).write(data, file)).isInstanceOf(FleetException.class);

        assertThat(Files.readAllBytes(file)).isEqualTo(first);
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("fleet", "backup.tar.gz");
    }

    @Test
    void a_fleet_without_data_gets_the_backup_and_nothing_is_set_aside() throws IOException {
        made("one");
        Path other = Files.createDirectories(folder.resolve("other")).resolve("data");

        assertThat(new Restore(file, CLOCK).into(other)).isEmpty();

        assertThat(other.resolve("postgres/base/1/0001")).hasContent("one");
        assertThat(other.resolve("postgres/pg_notify")).isEmptyDirectory();
        assertThat(other.resolve("postgres/postmaster.pid")).doesNotExist();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(other)))
                .isEqualTo("rwx------");
    }

    @Test
    void a_backup_that_was_cut_off_or_changed_is_refused_and_the_data_stays() throws IOException {
        made("one");
        byte[] whole = Files.readAllBytes(file);
        Files.writeString(data.resolve("postgres/base/1/0001"), "two");

        for (int length = 0; length < whole.length - 1; length += 50) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertRefused();
        }
        byte[] unpacked = unpacked(whole).orElseThrow();
        for (int place = 10; place < whole.length; place += 7) {
            byte[] changed = whole.clone();
            changed[place] ^= 0x10;
            // Zeros can be copied from here or from there: some changed bits of a compressed file say the same.
            if (unpacked(changed).filter(same -> Arrays.equals(same, unpacked)).isEmpty()) {
                Files.write(file, changed);
                assertRefused();
            }
        }
        Files.writeString(file, "no backup at all");
        assertRefused();
    }

    /** @return empty when its own checksum says that it is damaged */
    private static Optional<byte[]> unpacked(byte[] packed) {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return Optional.of(gzip.readAllBytes());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void assertRefused() {
        assertThatThrownBy(() -> new Restore(file, CLOCK).into(data)).isInstanceOf(FleetException.class);
        assertThat(data.resolve("postgres/base/1/0001")).hasContent("two");
        assertThat(folder.resolve("fleet").toFile().list()).containsExactly("data");
    }

    @Test
    void a_backup_that_does_not_fit_says_what_to_do() throws IOException {
        made("one");
        Program here = Program.present();

        assertThatThrownBy(() -> restore(new Program("Plan9 vax", here.postgres(), here.schema())))
                .hasMessageContaining("Plan9 vax")
                .hasMessageContaining("pg_dump");
        assertThatThrownBy(() -> restore(new Program(here.platform(), here.postgres() + 1, here.schema())))
                .hasMessageContaining("PostgreSQL " + here.postgres());
        assertThatThrownBy(() -> restore(new Program(here.platform(), here.postgres(), here.schema() - 1)))
                .hasMessageContaining("newer version");
        assertThat(restore(new Program(here.platform(), here.postgres(), here.schema() + 1)))
                .isEqualTo(CLOCK.instant());
    }

    private Instant restore(Program program) {
        return new Restore(program, file, CLOCK).check();
    }

    /** A backup of files that look like those of a cluster, to the parts that are looked at. */
    private void made(String content) throws IOException {
        Path cluster = Files.createDirectories(data.resolve("postgres"));
        Files.createDirectories(cluster.resolve("global"));
        Files.createDirectories(cluster.resolve("pg_notify"));
        Files.createDirectories(cluster.resolve("base/1"));
        Files.writeString(cluster.resolve("PG_VERSION"), Program.present().postgres() + System.lineSeparator());
        Files.write(cluster.resolve("global/pg_control"), new byte[512]);
        Files.writeString(cluster.resolve("base/1/0001"), content);
        // Of a process that cannot be.
        Files.writeString(cluster.resolve("postmaster.pid"), "99999999");
        new Backup(CLOCK).write(data, file);
    }

    private static void sql(EmbeddedBackend backend, String statement) throws SQLException {
        try (Connection connection = backend.dataSource(backend.owner()).getConnection();
                Statement open = connection.createStatement()) {
            open.execute(statement);
        }
    }
}
