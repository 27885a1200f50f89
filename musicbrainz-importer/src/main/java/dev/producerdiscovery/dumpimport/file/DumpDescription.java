package dev.producerdiscovery.dumpimport.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a header of what comes with a dump, or of its file where nothing does. */
final class DumpDescription {

    /** Like {@code 2031-02-01 00:10:02.123456+00}, as PostgreSQL writes it. */
    private static final DateTimeFormatter TIMESTAMP = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendPattern("[XXX][XX][X]")
            .toFormatter();

    private DumpDescription() {}

    static DumpHeader ofArchive(Kind kind, Map<String, String> remarks, DumpSource source, byte[] beginning)
            throws IOException {
        String stamp = remarks.getOrDefault("TIMESTAMP", "");
        return new DumpHeader(
                kind,
                stamp.isEmpty() ? digest(beginning, source) : stamp,
                takenAt(stamp, source.changedAt()),
                number(remarks.getOrDefault("REPLICATION_SEQUENCE", "")));
    }

    /** Lines alone do not say what they are; in the archive their file is named so. */
    static DumpHeader ofLines(DumpSource source, byte[] beginning) throws IOException {
        Path file = Path.of(source.name()).getFileName();
        String name = file == null ? "" : file.toString();
        Kind kind = Stream.of(Kind.values())
                .filter(one -> name.startsWith(one.id()))
                .findFirst()
                .orElse(Kind.RELEASE);
        return new DumpHeader(kind, digest(beginning, source), source.changedAt(), null);
    }

    private static Instant takenAt(String stamp, Instant changedAt) {
        try {
            return OffsetDateTime.parse(stamp, TIMESTAMP).toInstant();
        } catch (DateTimeException e) {
            return changedAt;
        }
    }

    private static @Nullable Long number(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Two dumps may begin with the same releases. */
    private static String digest(byte[] beginning, DumpSource source) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(beginning);
            digest.update(source.fingerprint().getBytes(StandardCharsets.UTF_8));
            return "sha-256 " + HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
