package dev.producerdiscovery.dumpimport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.backend.testing.TestDatabase;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/**
 * Figures for docs/musicbrainz-dump.md: {@code mvn -pl musicbrainz-importer test -Dtest=ScaleTest
 * -Ddump.megabytes=1000}, uncompressed. The log of the importer goes to target/scale.log.
 */
@EnabledIfSystemProperty(named = "dump.megabytes", matches = "\\d+")
class ScaleTest {

    private static final Importer IMPORTER = new Importer(TestDatabase.fresh());

    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_large_dump_goes_through_a_small_heap() throws Exception {
        Path dump = folder.resolve("release.tar.xz");
        int lines = write(dump, Long.getLong("dump.megabytes") * 1_000_000);
        Path log = Path.of("target", "scale.log");
        long begun = System.nanoTime();

        Process process = IMPORTER.start(dump.toString(), log);

        Duration cpu = Duration.ZERO;
        while (!process.waitFor(100, TimeUnit.MILLISECONDS)) {
            cpu = process.info().totalCpuDuration().orElse(cpu);
        }
        assertThat(process.exitValue()).isZero();
        assertThat(IMPORTER.number("select lines from musicbrainz_dumps")).isEqualTo(lines);
        Files.writeString(
                log,
                Files.readString(log)
                        + "%d lines of %d bytes, packed into %d, in %s, of which CPU %s; entries %d bytes, keys %d bytes; content of a release %d bytes, of one that names nobody %d%n"
                                .formatted(
                                        lines,
                                        IMPORTER.number("select bytes from musicbrainz_dumps"),
                                        Files.size(dump),
                                        Duration.ofNanos(System.nanoTime() - begun),
                                        cpu,
                                        IMPORTER.number("select pg_total_relation_size('musicbrainz_dump_entries')"),
                                        IMPORTER.number("select pg_total_relation_size('musicbrainz_dump_keys')"),
                                        content("exists"),
                                        content("not exists")));
    }

    private static long content(String named) {
        return IMPORTER.number("select avg(pg_column_size(e.content))::bigint from musicbrainz_dump_entries e where "
                + named + " (select from jsonb_path_query(e.content, '$.media.tracks.recording.relations[*].artist'))");
    }

    /** How many lines. */
    private static int write(Path file, long bytes) throws IOException {
        int lines = (int) (bytes / InventedReleases.line(1).length());
        Path content = file.resolveSibling("lines");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(content))) {
            for (int line = 0; line < lines; line++) {
                out.write(InventedReleases.line(line).getBytes(StandardCharsets.UTF_8));
                out.write('\n');
            }
        }
        // The preset decides what the importer needs; this one's eight megabytes are those of xz without options.
        LZMA2Options options = new LZMA2Options(1);
        options.setDictSize(LZMA2Options.DICT_SIZE_MIN << 11);
        try (TarArchiveOutputStream tar =
                new TarArchiveOutputStream(new XZOutputStream(Files.newOutputStream(file), options))) {
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            TarArchiveEntry entry = new TarArchiveEntry("mbdump/release");
            entry.setSize(Files.size(content));
            tar.putArchiveEntry(entry);
            Files.copy(content, tar);
            tar.closeArchiveEntry();
        }
        Files.delete(content);
        return lines;
    }
}
