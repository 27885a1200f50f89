package dev.producerdiscovery.backend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Programs unpacked into the user's cache. They are unpacked beside their place and moved into it as a whole, so that
 * what is there is complete however an attempt ended, and what became incomplete (by a cleaner of old files, a full
 * disk, an attempt of an older version) is made again. Any number of processes may ask at once; one unpacks.
 *
 * @param cache this user's own folder
 * @param name of the folder; another content needs another name
 * @param needs room on the disk, in bytes
 */
record Installation(Path cache, String name, long needs) {

    /** What is in the folder, by size and name, so that a file that is gone or cut off is noticed. */
    private static final String CONTENTS = ".contents";

    /** A file lock is the process's, not the thread's. */
    private static final Object THIS_PROCESS = new Object();

    /** Fills an empty folder. */
    @FunctionalInterface
    interface Unpacking {
        void into(Path folder) throws IOException;
    }

    /** The complete folder, which takes some seconds the first time. */
    Path install(Unpacking unpacking) throws IOException {
        Path place = cache.resolve(name);
        if (isComplete(place)) {
            return place;
        }
        synchronized (THIS_PROCESS) {
            try (FileChannel channel = FileChannel.open(
                            cache.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (!isComplete(place) && lock.isValid()) {
                    removeAttempts();
                    requireRoom();
                    Path draft = Files.createTempDirectory(cache, name + ".part");
                    unpacking.into(draft);
                    Files.write(draft.resolve(CONTENTS), contents(draft));
                    PrivateFiles.delete(place);
                    Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
                }
            }
        }
        return place;
    }

    /** What another process replaces meanwhile is not complete; whoever holds the lock looks again. */
    private static boolean isComplete(Path place) {
        Path contents = place.resolve(CONTENTS);
        try {
            return Files.isRegularFile(contents) && Files.readAllLines(contents).equals(contents(place));
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    private static List<String> contents(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .map(folder::relativize)
                    .filter(path -> !path.toString().equals(CONTENTS))
                    .map(path -> folder.resolve(path).toFile().length() + " " + path)
                    .sorted()
                    .toList();
        }
    }

    /** Of processes that were killed: whoever holds the lock is alone. */
    private void removeAttempts() throws IOException {
        try (DirectoryStream<Path> attempts = Files.newDirectoryStream(cache, name + ".part*")) {
            for (Path attempt : attempts) {
                PrivateFiles.delete(attempt);
            }
        }
    }

    private void requireRoom() throws IOException {
        long room = Files.getFileStore(cache).getUsableSpace();
        if (room < needs) {
            throw new IOException("no room to unpack it: " + cache + " has " + megabytes(room) + " MB left and "
                    + megabytes(needs) + " MB are needed; make room, or set XDG_CACHE_HOME to a folder elsewhere");
        }
    }

    private static long megabytes(long bytes) {
        return bytes >> 20;
    }
}
