package dev.producerdiscovery.dumpimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.producerdiscovery.backend.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** The importer as a process, with the heap that it is meant to need. */
class KillTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Importer IMPORTER = new Importer(DATABASE);

    private static final byte[] DUMP =
            Archive.of("release", InventedReleases.lines(1_500)).compressed("gz");

    private static final int KILLS = 3;

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void noDump() {
        IMPORTER.execute("truncate musicbrainz_dumps, musicbrainz_dump_entries, musicbrainz_dump_keys");
    }

    @Test
    void an_importer_that_is_killed_again_and_again_ends_with_the_same() throws Exception {
        String dump = Archive.write(folder.resolve("dump"), DUMP);
        IMPORTER.run(dump);
        String undisturbed = IMPORTER.contents();
        noDump();
        IMPORTER.run(Archive.write(folder.resolve("half"), Arrays.copyOf(DUMP, DUMP.length / 10)));

        int kills = 0;
        Process process = IMPORTER.start(dump, folder.resolve("log"));
        while (isReadOn(process)) {
            kills += process.isAlive() ? 1 : 0;
            process.destroyForcibly().waitFor();
            process = IMPORTER.start(dump, folder.resolve("log"));
        }

        assertThat(kills).isGreaterThanOrEqualTo(KILLS);
        assertThat(finished(process)).isZero();
        assertThat(IMPORTER.contents()).isEqualTo(undisturbed);
        assertThat(log()).contains("Goes on after line");
    }

    @Test
    void an_importer_whose_database_goes_away_says_so_and_goes_on_later() throws Exception {
        String dump = Archive.write(folder.resolve("dump"), DUMP);
        Process process = IMPORTER.start(dump, folder.resolve("log"));
        await().pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofSeconds(60))
                .until(() -> read() > 0);

        JdbcClient.create(DATABASE.superuser())
                .sql(
                        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'musicbrainz-importer'")
                .query()
                .listOfRows();

        assertThat(finished(process)).isEqualTo(1);
        assertThat(log()).contains("The database did not take lines", "it goes on there");
        assertThat(finished(IMPORTER.start(dump, folder.resolve("log")))).isZero();
    }

    @Test
    void a_line_larger_than_the_heap_is_read_where_little_of_it_is_kept() throws Exception {
        Path file = folder.resolve("release");
        String line = InventedReleases.line(1);
        Files.writeString(file, "{\"annotations\": [");
        String padding = ("\"" + "n".repeat(1_000_000) + "\", ").repeat(10);
        for (int part = 0; part < 10; part++) {
            Files.writeString(file, padding, StandardOpenOption.APPEND);
        }
        Files.writeString(file, "0]," + line.substring(1), StandardOpenOption.APPEND);

        assertThat(finished(IMPORTER.start(file.toString(), folder.resolve("log"))))
                .isZero();

        assertThat(IMPORTER.number("select kept from musicbrainz_dumps")).isOne();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://quill:hush@host/db",
                "jdbc:postgresql://quill:hush@host",
                "jdbc:postgresql://host:x/db?password=hush",
                "jdbc:postgresql://host/db/x?password=hush"
            })
    void an_address_that_is_none_is_wrong_usage_and_its_password_is_not_told(String address) throws Exception {
        Process process = IMPORTER.start("release", folder.resolve("log"), Map.of("SPRING_DATASOURCE_URL", address));

        assertThat(finished(process)).isEqualTo(2);

        assertThat(log()).contains("SPRING_DATASOURCE_URL is no address").doesNotContain("hush");
    }

    @Test
    void a_dump_that_needs_more_memory_to_be_decompressed_is_refused_with_what_to_do() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XZOutputStream xz = new XZOutputStream(bytes, new LZMA2Options(9))) {
            xz.write(Archive.of("release", InventedReleases.line(1)).tar());
        }
        String dump = Archive.write(folder.resolve("dump"), bytes.toByteArray());

        assertThat(finished(IMPORTER.start(dump, folder.resolve("log")))).isEqualTo(1);

        assertThat(log()).contains("larger -Xmx");
    }

    /** Waits for the next batch; false when there is none. */
    private static boolean isReadOn(Process process) {
        long before = read();
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofSeconds(60))
                .until(() -> read() > before || !process.isAlive());
        return read() > before;
    }

    private static long read() {
        return IMPORTER.number("select coalesce(sum(lines), 0) from musicbrainz_dumps where state = 'loading'");
    }

    private static int finished(Process process) throws InterruptedException {
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("log"), StandardCharsets.UTF_8);
    }
}
