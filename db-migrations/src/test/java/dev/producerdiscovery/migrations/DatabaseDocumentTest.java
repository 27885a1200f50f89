package dev.producerdiscovery.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Renews docs/database.md with {@code -Ddocs=write}; otherwise says whether it is current. */
@Isolated("the comments on roles are those of whoever migrates last on this server")
class DatabaseDocumentTest {

    private static final Path FILE = Path.of("..", "docs", "database.md");

    private static final Pattern HEADING = Pattern.compile("^#+ (.+)$", Pattern.MULTILINE);
    private static final Pattern LINK = Pattern.compile("]\\(#(.+?)\\)");

    private static final Database DB = TestServer.plain().migrated();

    @Test
    void the_document_says_what_the_database_says() throws IOException {
        String document = Files.readString(FILE);
        String renewed = new DatabaseDocument(DB).renew(document);
        if ("write".equals(System.getProperty("docs"))) {
            Files.writeString(FILE, renewed);
            return;
        }
        assertThat(difference(document, renewed)).isEmpty();
    }

    @Test
    void no_table_is_left_out() {
        List<String> described =
                new DatabaseDocument(DB).renew(DatabaseDocument.MARK).lines().toList();
        List<String> tables = DB.column("""
                select '#### ' || c.oid::regclass
                from pg_class c
                where c.relnamespace in ('public'::regnamespace, 'queue_mgmt'::regnamespace)
                    and c.relkind in ('r', 'p')
                    and c.relname <> 'flyway_schema_history'
                """);
        assertThat(tables)
                .isNotEmpty()
                .filteredOn(table -> !described.contains(table))
                .isEmpty();
    }

    @Test
    void every_link_within_the_document_leads_to_one_place() throws IOException {
        String document = Files.readString(FILE);
        List<String> places = HEADING.matcher(document)
                .results()
                .map(heading -> DatabaseDocumentText.place(heading.group(1)))
                .toList();
        assertThat(places).doesNotHaveDuplicates();
        assertThat(LINK.matcher(document).results().map(link -> link.group(1)))
                .isNotEmpty()
                .isSubsetOf(places);
    }

    @Test
    void every_family_that_comes_first_exists() {
        List<String> families = DatabaseDocumentSource.all().stream()
                .map(DatabaseDocumentSource::family)
                .toList();
        assertThat(families).containsAll(DatabaseDocumentFunctions.FAMILIES);
    }

    @Test
    void every_family_has_an_introduction() {
        assertThat(DatabaseDocumentSource.all())
                .filteredOn(source -> source.introduction().isBlank())
                .isEmpty();
    }

    /** The first line that differs: the whole of both would hide it. */
    private static String difference(String document, String renewed) {
        List<String> is = document.lines().toList();
        List<String> shouldBe = renewed.lines().toList();
        for (int line = 0; line < Math.max(is.size(), shouldBe.size()); line++) {
            if (!line(is, line).equals(line(shouldBe, line))) {
                return """
                        docs/database.md is not current. Line %d
                        is        %s
                        should be %s
                        Renew it: mvn -q -pl db-migrations test -Dtest=DatabaseDocumentTest -Ddocs=write""".formatted(line + 1, line(is, line), line(shouldBe, line));
            }
        }
        return "";
    }

    private static String line(List<String> lines, int number) {
        return number < lines.size() ? lines.get(number) : "(the end)";
    }
}
