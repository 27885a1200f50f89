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
 * One migration file: a family of tables or functions. Its name is the family's title, and the comment at its head says
 * what the family is for; the database itself knows neither.
 *
 * @param name without V003__ or R__ and without .sql
 * @param defines tables, views and functions, in the order in which they are written down
 */
record DatabaseDocumentSource(String name, boolean versioned, String introduction, List<String> defines) {

    private static final Pattern FILE_NAME = Pattern.compile("(V\\d+|R)__(\\w+)\\.sql");
    private static final Pattern DEFINITION = Pattern.compile(
            "^(?:create (?:or replace )?(?:function|(?:unlogged )?table|view) (?:if not exists )?(?:\\w+\\.)?"
                    + "|alter table \\w+ rename to )(\\w+)",
            Pattern.MULTILINE);

    /** All of them, in the order in which they run. */
    static List<DatabaseDocumentSource> all() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .map(DatabaseDocumentSource::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String title() {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1).replace('_', ' ');
    }

    /** What the family is part of: the first word of its name. */
    String area() {
        return name.replaceFirst("_.*", "");
    }

    private static Path folder() {
        try {
            return Path.of(Objects.requireNonNull(DatabaseDocumentSource.class.getResource("/db/migration"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DatabaseDocumentSource read(Path file) {
        var name = FILE_NAME.matcher(String.valueOf(file.getFileName()));
        if (!name.matches()) {
            throw new IllegalStateException("no migration: " + file);
        }
        try {
            String sql = Files.readString(file);
            return new DatabaseDocumentSource(
                    name.group(2), name.group(1).startsWith("V"), introduction(sql), definitions(sql));
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
