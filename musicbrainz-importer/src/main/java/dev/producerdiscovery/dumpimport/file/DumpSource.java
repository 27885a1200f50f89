package dev.producerdiscovery.dumpimport.file;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalDouble;
import org.apache.commons.compress.compressors.CompressorException;
import org.apache.commons.compress.compressors.CompressorStreamFactory;
import org.jspecify.annotations.Nullable;

/**
 * Where a dump comes from: a file or standard input, compressed with xz, gzip, bzip2 or not at all, which its first
 * bytes tell. Used by one thread.
 */
public final class DumpSource implements Closeable {

    /** Stands for standard input, as with tar. */
    public static final String STANDARD_INPUT = "-";

    private static final int BUFFER = 1 << 16;

    private final String name;
    private final @Nullable FileChannel file;
    private final Instant changedAt;
    private final InputStream content;

    private DumpSource(String name, @Nullable FileChannel file, Instant changedAt, InputStream raw) throws IOException {
        this.name = name;
        this.file = file;
        this.changedAt = changedAt;
        this.content = decompressed(raw);
    }

    /** @throws ImportException when there is no such file, or it cannot be decompressed */
    public static DumpSource open(String name, InputStream standardInput, InstantSource clock) throws IOException {
        if (name.equals(STANDARD_INPUT)) {
            return new DumpSource("standard input", null, clock.instant(), standardInput);
        }
        Path path = Path.of(name);
        if (Files.isDirectory(path)) {
            throw new ImportException(name + " is a folder; give the file release.tar.xz in it");
        }
        try {
            FileChannel file = FileChannel.open(path);
            Instant changed = Files.getLastModifiedTime(path).toInstant();
            return new DumpSource(name, file, changed, Channels.newInputStream(file));
        } catch (NoSuchFileException e) {
            throw new ImportException("There is no file " + name, e);
        }
    }

    private static InputStream decompressed(InputStream raw) throws IOException {
        InputStream buffered = new BufferedInputStream(raw, BUFFER);
        try {
            String method = CompressorStreamFactory.detect(buffered);
            // Archives are often written in several independent pieces.
            return new BufferedInputStream(
                    new CompressorStreamFactory(true, memoryLimitKilobytes())
                            .createCompressorInputStream(method, buffered),
                    BUFFER);
        } catch (CompressorException e) {
            // Not compressed, then.
            return buffered;
        }
    }

    private static int memoryLimitKilobytes() {
        return (int) Math.min(Runtime.getRuntime().maxMemory() / 1024 * 3 / 4, Integer.MAX_VALUE);
    }

    /** As people know it. */
    public String name() {
        return name;
    }

    Instant changedAt() {
        return changedAt;
    }

    /** Tells a file from others that begin like it; empty for standard input, which tells nothing of itself. */
    String fingerprint() throws IOException {
        return file == null ? "" : file.size() + " " + changedAt;
    }

    InputStream content() {
        return content;
    }

    /** How much of the file was read, 0 to 1; empty when its size is unknown. */
    public OptionalDouble share() {
        try {
            return file == null || file.size() == 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of((double) file.position() / file.size());
        } catch (IOException e) {
            return OptionalDouble.empty();
        }
    }

    @Override
    public void close() throws IOException {
        content.close();
        if (file != null) {
            file.close();
        }
    }
}
