package dev.producerdiscovery.fleet.backup;

import dev.producerdiscovery.backend.PrivateFiles;
import dev.producerdiscovery.fleet.process.FleetException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Reads one backup, once, from its beginning to its end. */
final class BackupReader implements AutoCloseable {

    private static final int LONGEST_MANIFEST = 1 << 16;

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final GZIPInputStream gzip;
    private final TarArchiveInputStream tar;

    BackupReader(Path file) throws IOException {
        this.gzip = new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file)), 1 << 16);
        this.tar = new TarArchiveInputStream(gzip, StandardCharsets.UTF_8.name());
    }

    /** Comes first. */
    Manifest manifest() throws IOException {
        TarArchiveEntry first = tar.getNextEntry();
        if (first == null || !first.getName().equals(BackupWriter.MANIFEST) || first.getSize() > LONGEST_MANIFEST) {
            throw new FleetException("It is a gzipped tar, but not one that ./fleet backup has made.");
        }
        Properties properties = new Properties();
        try {
            properties.load(tar);
        } catch (IllegalArgumentException e) {
            throw new IOException("its description is damaged", e);
        }
        Map<String, String> values = new HashMap<>();
        properties.forEach((key, value) -> values.put((String) key, (String) value));
        return Manifest.from(values);
    }

    /** Comes second: puts the data into an empty folder, and compares all of it with the checksums that follow. */
    void extract(Path folder, Manifest manifest) throws IOException {
        Map<String, String> found = new TreeMap<>();
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            if (entry.getName().equals(BackupWriter.CHECKSUMS)) {
                if (found.size() != manifest.files() || !found.equals(checksums(tar))) {
                    throw new FleetException("The backup is damaged: its data is not what was written.");
                }
                // Up to the checksum of the whole, which covers names and sizes too.
                gzip.transferTo(OutputStream.nullOutputStream());
                return;
            }
            Path place = place(folder, entry.getName());
            if (entry.isDirectory()) {
                PrivateFiles.folder(place);
            } else if (entry.isFile()) {
                // PostgreSQL refuses data that others can read.
                Files.createFile(place, OWNER_ONLY);
                try (OutputStream file = Files.newOutputStream(place)) {
                    found.put(entry.getName(), Checksum.ofCopy(tar, file));
                }
            }
        }
        throw new FleetException("The backup is not whole: its end is missing.");
    }

    /** A name that leads out of the folder was not written by this program. */
    private static Path place(Path folder, String name) throws IOException {
        try {
            return within(folder, name);
        } catch (InvalidPathException e) {
            throw new IOException("a file name in it is damaged", e);
        }
    }

    private static Path within(Path folder, String name) {
        Path place = folder.resolve(
                        name.startsWith(BackupWriter.DATA) ? name.substring(BackupWriter.DATA.length()) : name)
                .normalize();
        if (!name.startsWith(BackupWriter.DATA) || !place.startsWith(folder)) {
            throw new FleetException("The backup holds a file that does not belong there: " + name);
        }
        return place;
    }

    private static Map<String, String> checksums(InputStream input) throws IOException {
        Map<String, String> checksums = new TreeMap<>();
        new String(input.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> {
            String[] parts = line.split(" {2}", 2);
            checksums.put(parts[parts.length - 1], parts[0]);
        });
        return checksums;
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }
}
