package dev.producerdiscovery.dumpimport.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.producerdiscovery.dumpimport.Archive;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DumpTest {

    private static final Archive RELEASES = Archive.of("release", "{\"a\": 1}\n{\"b\": 2}");
    private static final InstantSource NOW = InstantSource.fixed(Instant.parse("2031-03-01T12:00:00Z"));

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"xz", "gz", "bzip2"})
    void an_archive_tells_what_it_is_whatever_it_is_called(String method) throws IOException {
        Dump dump = dump(RELEASES.compressed(method));

        assertThat(dump.header())
                .isEqualTo(new DumpHeader(
                        Kind.RELEASE, Archive.STAMP, Instant.parse("2031-02-01T00:10:02.123456Z"), 170001L));
        assertThat(dump.lines().next()).isTrue();
        assertThat(dump.lines().line()).hasContent("{\"a\": 1}");
        dump.finish();
    }

    @Test
    void dumps_of_works_and_artists_are_some_too() throws IOException {
        assertThat(dump(Archive.of("artist", "{}").tar()).header().kind()).isEqualTo(Kind.ARTIST);
        assertThat(dump(Archive.of("work", "{}").tar()).header().kind()).isEqualTo(Kind.WORK);
    }

    @ParameterizedTest
    @CsvSource({"release, RELEASE", "release.jsonl, RELEASE", "work, WORK", "work.json, WORK", "artist.jsonl, ARTIST"})
    void lines_that_were_taken_out_are_told_by_their_name(String name, Kind kind) throws IOException {
        byte[] lines = "{\"a\": 1}\n".getBytes(StandardCharsets.UTF_8);
        String file = Archive.write(folder.resolve(name), lines);

        DumpHeader header = new Dump(DumpSource.open(file, InputStream.nullInputStream(), NOW)).header();

        assertThat(header.kind()).isEqualTo(kind);
        assertThat(header.stamp()).startsWith("sha-256 ");
    }

    @Test
    void standard_input_is_read_likewise() throws IOException {
        DumpSource source = DumpSource.open("-", new ByteArrayInputStream(RELEASES.compressed("xz")), NOW);

        assertThat(new Dump(source).header().stamp()).isEqualTo(Archive.STAMP);
        assertThat(source.share()).isEmpty();
    }

    @Test
    void another_kind_of_dump_is_refused_by_name() {
        assertRefused(Archive.of("label", "{}").tar(), "mbdump/label");
        assertRefused(RELEASES.without("mbdump/release").tar(), "no mbdump/release");
        assertRefused("<html>Not found</html>".getBytes(StandardCharsets.UTF_8), "neither a tar");
        assertRefused(new byte[0], "neither a tar");
    }

    @Test
    void lines_of_an_unknown_form_are_refused_where_the_archive_says_so_at_its_beginning() {
        Archive first = new Archive(java.util.Map.of("JSON_DUMPS_SCHEMA_NUMBER", "2"));

        assertRefused(first.with("mbdump/release", "{}").tar(), "form 2");
    }

    @Test
    void lines_of_an_unknown_form_are_refused_where_the_archive_says_so_at_its_end() throws IOException {
        Dump dump = dump(RELEASES.with("JSON_DUMPS_SCHEMA_NUMBER", "2").tar());

        assertThatThrownBy(dump::finish)
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("form 2")
                .hasMessageContaining("stays in use");
    }

    @Test
    void a_file_that_is_not_there_and_a_folder_are_told_apart() {
        assertThatThrownBy(() -> open(folder.resolve("nothing").toString()))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("There is no file");
        assertThatThrownBy(() -> open(folder.toString()))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("is a folder");
    }

    private void assertRefused(byte[] content, String reason) {
        assertThatThrownBy(() -> dump(content))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining(reason);
    }

    private Dump dump(byte[] content) throws IOException {
        return new Dump(open(Archive.write(folder.resolve("whatever"), content)));
    }

    private static DumpSource open(String file) throws IOException {
        return DumpSource.open(file, InputStream.nullInputStream(), NOW);
    }
}
