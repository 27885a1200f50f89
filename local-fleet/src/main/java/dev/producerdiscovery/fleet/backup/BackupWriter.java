package dev.producerdiscovery.fleet.backup;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * Writes one backup: a gzipped tar, which every tool can list. First its description, so that it can be judged without
 * being read as a whole; then the data; last the checksums, which a file that was cut off lacks.
 */
final class BackupWriter implements AutoCloseable {

    static final String MANIFEST = "manifest.properties";
    static final String DATA = "data/";
    static final String CHECKSUMS = "SHA256SUMS";

    private static final int OWNER_ONLY = 0600;

    private final FileChannel channel;
    private final OutputStream buffer;
    private final GZIPOutputStream gzip;
    private final TarArchiveOutputStream tar;

    BackupWriter(FileChannel channel) throws IOException {
        this.channel = channel;
        this.buffer = new BufferedOutputStream(Channels.newOutputStream(channel));
        this.gzip = new GZIPOutputStream(buffer, 1 << 16);
        this.tar = new TarArchiveOutputStream(gzip, StandardCharsets.UTF_8.name());
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    }

    /** Returns when everything is on the disk. */
    void write(Path data, Content content, Manifest manifest) throws IOException {
        write(MANIFEST, bytes(manifest));
        for (Path folder : content.folders()) {
            tar.putArchiveEntry(new TarArchiveEntry(name(data, folder) + "/"));
            tar.closeArchiveEntry();
        }
        StringBuilder checksums = new StringBuilder();
        for (Path file : content.files()) {
            try (InputStream input = Files.newInputStream(file)) {
                String checksum = write(name(data, file), Files.size(file), input);
                checksums.append(checksum).append("  ").append(name(data, file)).append('\n');
            }
        }
        write(CHECKSUMS, checksums.toString().getBytes(StandardCharsets.UTF_8));
        tar.finish();
        gzip.finish();
        buffer.flush();
        channel.force(true);
    }

    private static String name(Path data, Path file) {
        return DATA + data.relativize(file).toString().replace('\\', '/');
    }

    private static byte[] bytes(Manifest manifest) throws IOException {
        Properties properties = new Properties();
        properties.putAll(manifest.toMap());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        properties.store(bytes, "A backup of Producer Discovery; ./fleet restore reads it");
        return bytes.toByteArray();
    }

    private void write(String name, byte[] bytes) throws IOException {
        write(name, bytes.length, new ByteArrayInputStream(bytes));
    }

    private String write(String name, long size, InputStream input) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(size);
        entry.setMode(OWNER_ONLY);
        tar.putArchiveEntry(entry);
        String checksum = Checksum.ofCopy(input, tar);
        tar.closeArchiveEntry();
        return checksum;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
