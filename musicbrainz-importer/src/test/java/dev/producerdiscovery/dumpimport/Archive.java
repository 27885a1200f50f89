package dev.producerdiscovery.dumpimport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.CompressorStreamFactory;

/** A dump as MusicBrainz packs it: what it is, the lines, and behind them the number of their form. */
public record Archive(Map<String, String> entries) {

    public static final String STAMP = "2031-02-01 00:10:02.123456+00";

    public static Archive of(String kind, String lines) {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("TIMESTAMP", STAMP + "\n");
        entries.put("COPYING", "Do as you like. ".repeat(500));
        entries.put("README", "One document a line");
        entries.put("REPLICATION_SEQUENCE", "170001\n");
        entries.put("SCHEMA_SEQUENCE", "31\n");
        entries.put("mbdump/" + kind, lines);
        entries.put("JSON_DUMPS_SCHEMA_NUMBER", "1\n");
        return new Archive(entries);
    }

    public Archive with(String entry, String content) {
        Map<String, String> changed = new LinkedHashMap<>(entries);
        changed.put(entry, content);
        return new Archive(changed);
    }

    public Archive without(String entry) {
        Map<String, String> changed = new LinkedHashMap<>(entries);
        changed.remove(entry);
        return new Archive(changed);
    }

    public byte[] tar() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                byte[] content = entry.getValue().getBytes(StandardCharsets.UTF_8);
                TarArchiveEntry head = new TarArchiveEntry(entry.getKey());
                head.setSize(content.length);
                tar.putArchiveEntry(head);
                tar.write(content);
                tar.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** @param method xz, gz or bzip2 */
    public byte[] compressed(String method) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new CompressorStreamFactory().createCompressorOutputStream(method, bytes)) {
            out.write(tar());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    public static String write(Path file, byte[] content) {
        try {
            return Files.write(file, content).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
