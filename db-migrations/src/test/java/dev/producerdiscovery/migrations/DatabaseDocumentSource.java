package dev.producerdiscovery.migrations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One migration file: some tables, or some functions of a family. The comment at its head says what they are for; the
 * database itself knows neither.
 *
 * @param folder the family of functions, as {@code engine/15_claim}; empty for tables
 * @param name without V003__ or R__15_ and without .sql
 * @param sql the whole file
 * @param defines tables, views and functions, in the order in which they are written down
 */
record DatabaseDocumentSource(
        String folder, String name, boolean versioned, String introduction, String sql, List<String> defines) {

    private static final Pattern FILE_NAME = Pattern.compile("(V\\d+|R)__(?:\\d+_)?(\\w+)\\.sql");
    private static final Pattern DEFINITION = Pattern.compile(
            "^(?:create (?:or replace )?(?:function|(?:unlogged )?table|view) (?:if not exists )?(?:\\w+\\.)?"
                    + "|alter table \\w+ rename to )(\\w+)",
            Pattern.MULTILINE);

    /** All of them, in the order in which they run. */
    static List<DatabaseDocumentSource> all() {
        Path root = root();
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .map(file -> read(root, file))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String title() {
        String plain = name.replace('_', ' ');
        String full = name.equals(family()) ? plain : family().replace('_', ' ') + ": " + plain;
        return full.substring(0, 1).toUpperCase(Locale.ROOT) + full.substring(1);
    }

    /** Without its number. */
    String family() {
        return folder.replaceFirst(".*/\\d+_", "");
    }

    /** The number of the family: functions call those of their own and of lower ones. */
    int floor() {
        return Integer.parseInt(folder.replaceFirst(".*/(\\d+)_.*", "$1"));
    }

    private static Path root() {
        try {
            return Path.of(Objects.requireNonNull(DatabaseDocumentSource.class.getResource("/db/migration"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DatabaseDocumentSource read(Path root, Path file) {
        var name = FILE_NAME.matcher(String.valueOf(file.getFileName()));
        if (!name.matches()) {
            throw new IllegalStateException("no migration: " + file);
        }
        try {
            String sql = Files.readString(file);
            return new DatabaseDocumentSource(
                    root.relativize(file.resolveSibling(".").normalize())
                            .toString()
                            .replace('\\', '/'),
                    name.group(2),
                    name.group(1).startsWith("V"),
                    introduction(sql),
                    sql,
                    definitions(sql));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first paragraph of the comment at the head. */
    private static String introduction(String sql) {
        return sql.lines()
                .takeWhile(line -> line.startsWith("-- "))
                .map(line -> line.substring(3).strip())
                .collect(Collectors.joining(" "));
    }

    private static List<String> definitions(String sql) {
        return DEFINITION
                .matcher(sql)
                .results()
                .map(DatabaseDocumentSource::name)
                .distinct()
                .toList();
    }

    private static String name(MatchResult definition) {
        return definition.group(1);
    }
}
