package dev.producerdiscovery.dumpimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DumpImportTest extends NothingImported {

    private static final String SAYS_NOTHING =
            "{\"id\": \"%s\", \"media\": []}\n".formatted(InventedReleases.id("release", 1));

    private static final String RELEASES = InventedReleases.lines(30);

    @Test
    void official_releases_are_stored_with_their_keys_whether_or_not_they_name_somebody() {
        assertThat(run(Archive.of("release", RELEASES).compressed("xz"))).isZero();

        // Of 30 releases every third names nobody.
        assertThat(IMPORTER.number("select count(*) from musicbrainz_dump_entries"))
                .isEqualTo(30);
        assertThat(IMPORTER.texts(
                        "select kind || ' ' || count(*) from musicbrainz_dump_keys group by kind order by kind"))
                .containsExactly("artist 30", "barcode 20", "isrc 240", "name 30", "spotify 15");
        assertThat(IMPORTER.texts("select distinct r ->> 'type' from musicbrainz_dump_entries,"
                        + " jsonb_path_query(content, '$.media.tracks.recording.relations[*]') r order by 1"))
                .containsExactly("mix", "producer");
        assertThat(IMPORTER.texts("select concat_ws(' ', kind, state, lines, kept, broken, replication_sequence,"
                        + " taken_at at time zone 'UTC') from musicbrainz_dumps"))
                .containsExactly("release in use 30 30 0 170001 2031-02-01 00:10:02.123456");
    }

    @Test
    void a_dump_that_is_in_use_is_not_read_again() {
        byte[] dump = Archive.of("release", RELEASES).tar();
        run(dump);
        String before =
                IMPORTER.texts("select xmin::text from musicbrainz_dumps").getFirst();

        assertThat(run(dump)).isZero();

        assertThat(IMPORTER.texts("select xmin::text from musicbrainz_dumps")).containsExactly(before);
    }

    @Test
    void a_broken_line_is_left_out_and_counted() {
        String lines = InventedReleases.line(1) + "\n{\"id\": \n" + InventedReleases.line(2) + "\nnonsense\n";

        assertThat(run(Archive.of("release", lines + SAYS_NOTHING.repeat(196)).tar()))
                .isZero();

        assertThat(IMPORTER.texts("select concat_ws(' ', lines, kept, broken) from musicbrainz_dumps"))
                .containsExactly("200 2 2");
    }

    @Test
    void a_dump_of_which_more_than_one_line_in_a_hundred_is_broken_does_not_replace_one_that_is_not() {
        run(Archive.of("release", RELEASES).tar());
        String before = IMPORTER.texts("select id from musicbrainz_dumps").getFirst();

        assertThat(run(Archive.of("release", InventedReleases.line(1) + "\nnonsense\n" + SAYS_NOTHING.repeat(97))
                        .with("TIMESTAMP", "2031-03-01 00:10:02+00")
                        .tar()))
                .isEqualTo(1);

        assertThat(IMPORTER.texts("select id from musicbrainz_dumps where state = 'in use'"))
                .containsExactly(before);
    }

    @Test
    void a_file_of_which_no_line_can_be_read_is_given_up_soon() {
        assertThat(run(Archive.of("release", "1\tLow Tide\tx\n".repeat(100_000)).tar()))
                .isEqualTo(1);

        assertThat(IMPORTER.number("select sum(lines) from musicbrainz_dumps")).isZero();
    }

    @Test
    void a_dump_that_says_nothing_does_not_replace_one_that_does() {
        run(Archive.of("release", RELEASES).tar());
        String before = IMPORTER.contents();

        assertThat(run(Archive.of("release", SAYS_NOTHING)
                        .with("TIMESTAMP", "2031-03-01 00:10:02+00")
                        .tar()))
                .isEqualTo(1);

        assertThat(IMPORTER.contents()).isEqualTo(before);
    }

    @Test
    void a_new_dump_takes_the_place_of_the_old_one_and_leaves_nothing_of_it() {
        run(Archive.of("release", RELEASES).tar());

        assertThat(run(Archive.of("release", InventedReleases.line(2))
                        .with("TIMESTAMP", "2031-03-01 00:10:02+00")
                        .tar()))
                .isZero();

        assertThat(IMPORTER.texts("select id from musicbrainz_dump_entries"))
                .containsExactly(InventedReleases.id("release", 2));
        assertThat(IMPORTER.number("select count(*) from musicbrainz_dump_keys"))
                .isEqualTo(16);
        assertThat(IMPORTER.number("select count(*) from musicbrainz_dumps")).isOne();
    }

    @Test
    void lines_of_a_form_that_is_told_after_them_do_not_come_into_use() {
        byte[] dump = Archive.of("release", RELEASES)
                .with("JSON_DUMPS_SCHEMA_NUMBER", "2")
                .tar();

        assertThat(run(dump)).isEqualTo(1);

        assertThat(IMPORTER.texts("select state from musicbrainz_dumps")).containsExactly("loading");
    }

    @Test
    void works_are_kept_beside_releases() {
        run(Archive.of("release", RELEASES).tar());
        String work = """
                {"id": "%s", "relations": [{"type": "writer", "attributes": [], "artist": {"id": "p1", "name": "Ada Krol"}}]}""".formatted(InventedReleases.id("work", 1));

        assertThat(run(Archive.of("work", work).tar())).isZero();

        assertThat(IMPORTER.texts(
                        "select kind || ' ' || kept from musicbrainz_dumps where state = 'in use' order by 1"))
                .containsExactly("release 30", "work 1");
    }

    @Test
    void lines_without_an_archive_around_them_will_do() {
        assertThat(run(folder.resolve("release"), RELEASES)).isZero();

        assertThat(IMPORTER.number("select kept from musicbrainz_dumps")).isEqualTo(30);
    }

    @Test
    void lines_that_begin_like_those_in_use_are_another_dump() {
        run(folder.resolve("release"), RELEASES);

        assertThat(run(folder.resolve("release"), RELEASES + "\n" + InventedReleases.line(31)))
                .isZero();

        assertThat(IMPORTER.number("select lines from musicbrainz_dumps")).isEqualTo(31);
    }

    @Test
    void wrong_usage_is_told_apart_from_failure() {
        ImportJob nowhere = new ImportJob(Map.of(), InputStream.nullInputStream());

        assertThat(nowhere.run(List.of())).isEqualTo(2);
        assertThat(nowhere.run(List.of("--help"))).isEqualTo(2);
        assertThat(nowhere.run(List.of("release.tar.xz"))).isEqualTo(2);
        assertThat(IMPORTER.run(folder.resolve("nothing").toString())).isEqualTo(1);
    }

    @Test
    void an_address_that_the_driver_cannot_read_is_wrong_usage() {
        ImportJob torn = new ImportJob(
                Map.of("SPRING_DATASOURCE_URL", "jdbc:postgresql://host/name?password=%zz"),
                InputStream.nullInputStream());

        assertThat(torn.run(List.of("release.tar.xz"))).isEqualTo(2);
    }

    private static int run(Path file, String lines) {
        return IMPORTER.run(Archive.write(file, lines.getBytes(StandardCharsets.UTF_8)));
    }
}
