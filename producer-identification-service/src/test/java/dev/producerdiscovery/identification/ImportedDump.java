package dev.producerdiscovery.identification;

import dev.producerdiscovery.backend.Login;
import dev.producerdiscovery.backend.testing.TestDatabase;
import dev.producerdiscovery.dumpimport.ImportJob;
import dev.producerdiscovery.migrations.PipelineRole;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A made-up dump of MusicBrainz, brought into a test's database by the importer itself. */
public final class ImportedDump {

    private final List<String> releases = new ArrayList<>();
    private final List<String> works = new ArrayList<>();

    /** An id as MusicBrainz gives them, always the same for a name. */
    public static String id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** A release with these recordings, found by what is not null. */
    public ImportedDump release(String name, String spotifyAlbum, String barcode, String... recordings) {
        String tracks = IntStream.range(0, recordings.length)
                .mapToObj(place -> "{\"position\": %d, %s}".formatted(place + 1, recordings[place]))
                .collect(Collectors.joining(","));
        String relations = spotifyAlbum.isEmpty() ? "" : """
                  {"target-type": "url", "type": "free streaming", "ended": false,
                   "url": {"resource": "https://open.spotify.com/album/%s"}}""".formatted(spotifyAlbum);
        releases.add("""
                {"id": "%s", "barcode": "%s", "media": [{"position": 1, "tracks": [%s]}], "relations": [%s]}""".formatted(id(name), barcode, tracks, relations));
        return this;
    }

    /** A recording of 200 seconds; producers and singers are names, of which the latter begin with "singer ". */
    public static String recording(String title, String isrc, String... people) {
        String relations = Stream.concat(
                        Stream.of(people)
                                .map(name -> relation(name.startsWith("singer ") ? "vocal" : "producer", name)),
                        Stream.of("""
                                {"target-type": "work", "type": "performance", "work": {"id": "%s"}}""".formatted(id("work " + title))))
                .collect(Collectors.joining(","));
        return """
                "title": "%s", "length": 200000,
                "recording": {"id": "%s", "title": "%s", "length": 200000, "isrcs": [%s], "relations": [%s]}""".formatted(title, id(title), title, isrc.isEmpty() ? "" : "\"" + isrc + "\"", relations);
    }

    /** Who wrote what recordings of that title are recordings of. */
    public ImportedDump work(String title, String writer) {
        works.add("{\"id\": \"%s\", \"relations\": [%s]}".formatted(id("work " + title), relation("writer", writer)));
        return this;
    }

    private static String relation(String type, String name) {
        return """
                {"target-type": "artist", "type": "%s", "ended": false, "attributes": [], "attribute-values": {},
                 "target-credit": "", "artist": {"id": "%s", "name": "%s", "sort-name": "s"}}""".formatted(type, id(name), name);
    }

    /** Imports what was added, as a dump of {@code takenAt}. */
    public void into(TestDatabase database, Path folder, Instant takenAt) {
        if (!works.isEmpty()) {
            importLines(database, folder.resolve("work"), works, takenAt);
        }
        importLines(database, folder.resolve("release"), releases, takenAt);
    }

    private static void importLines(TestDatabase database, Path file, List<String> lines, Instant takenAt) {
        Login login = database.login(PipelineRole.OPERATOR);
        try {
            Files.writeString(
                    file, lines.stream().map(line -> line.replace("\n", "")).collect(Collectors.joining("\n")));
            Files.setLastModifiedTime(file, FileTime.from(takenAt));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ImportJob job = new ImportJob(
                Map.of(
                        "SPRING_DATASOURCE_URL", database.address().jdbcUrl(),
                        "SPRING_DATASOURCE_USERNAME", login.user(),
                        "SPRING_DATASOURCE_PASSWORD", login.password()),
                InputStream.nullInputStream());
        int exitCode = job.run(List.of(file.toString()));
        if (exitCode != 0) {
            throw new IllegalStateException("the dump was not imported: exit code " + exitCode);
        }
    }
}
