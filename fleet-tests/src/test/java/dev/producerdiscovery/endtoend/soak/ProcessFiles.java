package dev.producerdiscovery.endtoend.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What Linux tells about a process. All of it fails with an IOException when there is none any more. */
record ProcessFiles(long pid) {

    private static final double KB_A_MB = 1024;
    private static final Pattern TABLE = Pattern.compile(".*/(base/\\d+|global)/\\d+[^/]*");

    /**
     * What the process has open. Not counted are the files of PostgreSQL's tables: each session keeps those that it has met
     * open, and closes the oldest itself (max_files_per_process), so that their number tells what was read and not what leaks.
     */
    int handles() throws IOException {
        int handles = 0;
        try (var open = Files.newDirectoryStream(file("fd"))) {
            for (Path handle : open) {
                if (!isTable(handle)) {
                    handles++;
                }
            }
        }
        return handles;
    }

    private static boolean isTable(Path handle) throws IOException {
        try {
            return TABLE.matcher(Files.readSymbolicLink(handle).toString()).matches();
        } catch (NoSuchFileException closedMeanwhile) {
            return false;
        }
    }

    double threads() throws IOException {
        return number("status", "Threads:");
    }

    /**
     * MB. What PostgreSQL's processes share is counted once, and without the buffers: these are of a fixed size, and in use
     * as far as the database has grown.
     */
    double memory() throws IOException {
        return (number("smaps_rollup", "Pss_Anon:") + number("smaps_rollup", "Pss_File:")) / KB_A_MB;
    }

    private double number(String file, String title) throws IOException {
        for (String line : Files.readAllLines(file(file))) {
            if (line.startsWith(title)) {
                return Double.parseDouble(line.substring(title.length()).replaceAll("[^0-9.]", ""));
            }
        }
        throw new IOException("No " + title + " in " + file(file));
    }

    private Path file(String name) {
        return Path.of("/proc", Long.toString(pid), name);
    }
}
