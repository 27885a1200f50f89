package dev.producerdiscovery.fleet.backup;

import dev.producerdiscovery.fleet.process.FleetException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * What this program can work with.
 *
 * @param platform operating system and processor
 * @param postgres major version of the server that comes with it
 * @param schema number of the last versioned migration that it knows
 */
record Program(String platform, int postgres, int schema) {

    private static final Pattern MIGRATION = Pattern.compile("V0*([0-9]+)__.*\\.sql");

    static Program present() {
        PathMatchingResourcePatternResolver classes = new PathMatchingResourcePatternResolver();
        try {
            int schema = highest(
                    Stream.of(classes.getResources("classpath*:db/migration/V*.sql"))
                            .map(Resource::getFilename),
                    MIGRATION);
            return new Program(
                    System.getProperty("os.name") + " " + System.getProperty("os.arch"), bundledPostgres(), schema);
        } catch (IOException e) {
            throw new FleetException("Cannot find out which PostgreSQL and which migrations this program has.", e);
        }
    }

    private static int bundledPostgres() throws IOException {
        Properties bundled = new Properties();
        try (InputStream file = Program.class.getResourceAsStream("bundled.properties")) {
            bundled.load(Objects.requireNonNull(file, "bundled.properties"));
        }
        return Integer.parseInt(bundled.getProperty("postgres").replaceFirst("\\..*", ""));
    }

    private static int highest(Stream<String> names, Pattern numbered) {
        Optional<Integer> highest = names.map(numbered::matcher)
                .filter(Matcher::matches)
                .map(matcher -> Integer.valueOf(matcher.group(1)))
                .max(Comparator.naturalOrder());
        return highest.orElseThrow(() -> new FleetException("This program lacks its own parts: " + numbered));
    }

    /** Refuses a backup that this program could not start, or would start wrongly. */
    void requireFits(Manifest backup) {
        if (backup.format() != Manifest.FORMAT) {
            throw new FleetException("This backup has format " + backup.format() + ", and this program reads "
                    + Manifest.FORMAT + ". Restore it with the version of Producer Discovery that made it.");
        }
        if (!backup.platform().equals(platform)) {
            throw new FleetException("This backup was made on " + backup.platform() + ", and this is " + platform
                    + ": PostgreSQL's files do not fit. Move the data with pg_dump instead (docs/backup.md).");
        }
        if (backup.postgres() != postgres) {
            throw new FleetException("This backup is of PostgreSQL " + backup.postgres() + ", and this program brings "
                    + postgres + ". Restore it with the version that made it, and move the data with pg_dump"
                    + " (docs/backup.md).");
        }
        if (backup.schema() > schema) {
            throw new FleetException("This backup was made by a newer version (migration " + backup.schema()
                    + ", and this one knows " + schema + "). Restore it with that version or a later one.");
        }
    }
}
