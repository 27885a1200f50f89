package dev.producerdiscovery.dumpimport.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A dump, read from front to back: the archive as MusicBrainz offers it, or the lines taken out of it. Used by one thread.
 *
 * @see <a href="https://musicbrainz.org/doc/Development/JSON_Data_Dumps">JSON data dumps</a>
 */
public final class Dump {

    /** The form of the lines that we know; it stands before or behind them. */
    private static final String KNOWN_SCHEMA = "1";

    private static final String SCHEMA = "JSON_DUMPS_SCHEMA_NUMBER";
    private static final int LONGEST_REMARK = 1_000;
    private static final int BEGINNING = 1 << 16;
    private static final int TAR_HEADER = 512;

    private final DumpSource source;
    private final @Nullable TarArchiveInputStream archive;
    private final Map<String, String> remarks = new HashMap<>();
    private final DumpHeader header;
    private final Lines lines;

    /**
     * Reads up to the first line.
     *
     * @throws ImportException when it is no dump, or none of releases, works or artists, or of an unknown form
     */
    public Dump(DumpSource source) throws IOException {
        this.source = source;
        BufferedInputStream content = new BufferedInputStream(source.content(), BEGINNING);
        content.mark(BEGINNING);
        byte[] beginning = content.readNBytes(BEGINNING - 1);
        content.reset();
        if (TarArchiveInputStream.matches(beginning, Math.min(beginning.length, TAR_HEADER))) {
            archive = new TarArchiveInputStream(content);
            Kind kind = lead(archive);
            header = DumpDescription.ofArchive(kind, remarks, source, beginning);
            lines = new Lines(archive);
        } else {
            if (!new String(beginning, StandardCharsets.UTF_8).stripLeading().startsWith("{")) {
                throw notADump("it is neither a tar archive nor lines of JSON");
            }
            archive = null;
            header = DumpDescription.ofLines(source, beginning);
            lines = new Lines(content);
        }
    }

    public DumpHeader header() {
        return header;
    }

    public Lines lines() {
        return lines;
    }

    /**
     * Reads what follows the lines.
     *
     * @throws ImportException when that says that the lines have a form that we do not know
     */
    public void finish() throws IOException {
        if (archive != null) {
            TarArchiveEntry entry;
            while ((entry = archive.getNextEntry()) != null) {
                remark(entry, archive);
            }
        }
    }

    private Kind lead(TarArchiveInputStream archive) throws IOException {
        TarArchiveEntry entry;
        while ((entry = archive.getNextEntry()) != null) {
            String path = path(entry);
            Optional<Kind> kind = Kind.ofEntry(path);
            if (kind.isPresent()) {
                return kind.get();
            }
            if (Kind.isData(path)) {
                throw new ImportException(source.name() + " holds " + path
                        + ": only the dumps of releases, works and artists say who made what");
            }
            remark(entry, archive);
        }
        throw notADump("there is no mbdump/release in it");
    }

    private void remark(TarArchiveEntry entry, InputStream content) throws IOException {
        String path = path(entry);
        if (entry.isFile() && entry.getSize() <= LONGEST_REMARK) {
            remarks.put(path, new String(content.readAllBytes(), StandardCharsets.UTF_8).strip());
        }
        if (!remarks.getOrDefault(SCHEMA, KNOWN_SCHEMA).equals(KNOWN_SCHEMA)) {
            throw new ImportException(source.name() + " has lines of form " + remarks.get(SCHEMA)
                    + " (JSON_DUMPS_SCHEMA_NUMBER), and only form " + KNOWN_SCHEMA
                    + " is known here. What is in use stays in use");
        }
    }

    private ImportException notADump(String why) {
        return new ImportException(source.name() + " is no JSON dump of MusicBrainz: " + why
                + ". Expected is artist.tar.xz, work.tar.xz or release.tar.xz");
    }

    private static String path(TarArchiveEntry entry) {
        return entry.getName().startsWith("./") ? entry.getName().substring(2) : entry.getName();
    }
}
